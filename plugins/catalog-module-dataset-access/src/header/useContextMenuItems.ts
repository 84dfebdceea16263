import type { Entity } from '@backstage/catalog-model';
import { AppNode, appTreeApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  EntityContextMenuItemBlueprint,
  EntityContextMenuItemData,
} from '@backstage/plugin-catalog-react/alpha';
import { useMemo } from 'react';
import { ENTITY_PAGE } from '../entityPage';

/** An item of the header's menu, from whichever plugin. */
export interface ContextMenuEntry {
  node: AppNode;
  data: EntityContextMenuItemData;
}

/**
 * The items that plugins put into the entity page's menu and that are for this entity. A header layout is not given
 * them, so they are read where the page gets them from; what is disabled has no instance.
 */
export function useContextMenuItems(entity: Entity): ContextMenuEntry[] {
  const appTreeApi = useApi(appTreeApiRef);
  return useMemo(() => {
    const { data, filterFunction } = EntityContextMenuItemBlueprint.dataRefs;
    const page = appTreeApi.getTree().tree.nodes.get(ENTITY_PAGE);
    const nodes = page?.edges.attachments.get('contextMenuItems') ?? [];
    return nodes.flatMap(node => {
      const item = node.instance?.getData(data);
      const isFor = node.instance?.getData(filterFunction) ?? (() => true);
      return item && isFor(entity) ? [{ node, data: item }] : [];
    });
  }, [appTreeApi, entity]);
}
