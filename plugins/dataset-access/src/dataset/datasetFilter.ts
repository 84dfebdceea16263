import type { Entity } from '@backstage/catalog-model';
import type { ConfigApi } from '@backstage/core-plugin-api';
import {
  FilterPredicate,
  filterPredicateToFilterFunction,
  readOptionalFilterPredicateFromConfig,
} from '@backstage/filter-predicates';

/** As in the backend: datasets are APIs and Resources of type `dataset`. */
const DEFAULT_FILTER: FilterPredicate = {
  $any: [
    { kind: 'API', 'spec.type': 'dataset' },
    { kind: 'Resource', 'spec.type': 'dataset' },
  ],
};

/**
 * Tells datasets from other entities, by `datasetAccess.dataset.filter` of app-config, as the backend does.
 *
 * @public
 */
export function datasetFilter(config: ConfigApi): (entity: Entity) => boolean {
  return filterPredicateToFilterFunction(datasetPredicate(config));
}

/** The same as a question to the catalog. */
export function datasetPredicate(config: ConfigApi): FilterPredicate {
  return (
    readOptionalFilterPredicateFromConfig(config, {
      key: 'datasetAccess.dataset.filter',
    }) ?? DEFAULT_FILTER
  );
}
