import type { Entity } from '@backstage/catalog-model';
import { appTreeApiRef, useApi } from '@backstage/frontend-plugin-api';
import { EntityHeaderLayoutBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { ENTITY_PAGE, HEADER_LAYOUT } from '../entityPage';

/** Whether the entity's page is drawn with our header: the page takes the first one whose filter matches. */
export function useHasOurHeader(entity: Entity | undefined): boolean {
  const appTreeApi = useApi(appTreeApiRef);
  const page = appTreeApi.getTree().tree.nodes.get(ENTITY_PAGE);
  const layouts = page?.edges.attachments.get('headerLayouts') ?? [];
  const { filterFunction } = EntityHeaderLayoutBlueprint.dataRefs;
  const used = layouts.find(
    ({ instance }) => entity && instance?.getData(filterFunction)?.(entity),
  );
  return used?.spec.id === HEADER_LAYOUT;
}
