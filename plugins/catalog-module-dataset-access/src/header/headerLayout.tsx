import {
  createZodV4FilterPredicateSchema,
  filterPredicateToFilterFunction,
} from '@backstage/filter-predicates';
import {
  configApiRef,
  createExtension,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import { EntityHeaderLayoutBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { requestableFilter } from 'backstage-plugin-dataset-access';
import { ENTITY_PAGE } from '../entityPage';
import { DatasetHeader } from './DatasetHeader';

const { component, filterFunction } = EntityHeaderLayoutBlueprint.dataRefs;

/**
 * The header of dataset pages, with the access button in it. Made without its blueprint, which loads the component
 * lazily: the page would show no header at all for a quarter of a second.
 */
export const headerLayout = createExtension({
  kind: 'entity-header-layout',
  name: 'dataset-access',
  attachTo: { id: ENTITY_PAGE, input: 'headerLayouts' },
  output: [filterFunction, component],
  configSchema: { filter: createZodV4FilterPredicateSchema().optional() },
  *factory({ node, apis, config }) {
    yield filterFunction(
      config.filter
        ? filterPredicateToFilterFunction(config.filter)
        : requestableFilter(apis.get(configApiRef)!),
    );
    yield component(props => (
      <ExtensionBoundary node={node}>
        <DatasetHeader {...props} />
      </ExtensionBoundary>
    ));
  },
});
