import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import type { FilterPredicate } from '@backstage/filter-predicates';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useAsyncList } from '@backstage/ui';

const PAGE_SIZE = 20;
/** Between two keys, in ms. */
const TYPING_PAUSE = 150;

/**
 * Entities of the catalog, searched by the backend and loaded a page at a time, so that a hundred thousand of them are no
 * more work than twenty.
 *
 * @param which - only entities like that
 * @param toOption - an entity as the picker shows it
 */
export function useEntitySearch<TOption extends object>(
  which: { filter: Record<string, string[]> } | { query: FilterPredicate },
  toOption: (entity: Entity) => TOption,
) {
  const catalogApi = useApi(catalogApiRef);
  return useAsyncList<TOption, string>({
    async load({ filterText, cursor, signal }) {
      if (filterText) {
        // the next key aborts this search before it has begun
        await new Promise(resolve => setTimeout(resolve, TYPING_PAUSE));
      }
      if (signal.aborted) {
        return { items: [] };
      }
      const { items, pageInfo } = await catalogApi.queryEntities(
        cursor
          ? { cursor, limit: PAGE_SIZE }
          : {
              ...which,
              limit: PAGE_SIZE,
              orderFields: { field: 'metadata.name', order: 'asc' },
              fullTextFilter: {
                term: filterText ?? '',
                fields: [
                  'metadata.name',
                  'metadata.title',
                  'spec.profile.displayname',
                ],
              },
              fields: ['kind', 'metadata', 'spec.profile'],
              totalItems: 'exclude',
            },
      );
      return { items: items.map(toOption), cursor: pageInfo.nextCursor };
    },
  });
}
