import { useApi } from '@backstage/core-plugin-api';
import { useAsyncList } from '@backstage/ui';
import { domainAccessApiRef } from '../../api/domainAccessApi';
import type { EntityOption } from '../../entities/EntityOption';

const PAGE_SIZE = 20;
/** Between two keys, in ms. */
const TYPING_PAUSE = 150;

/** The domains that the signed-in user may share, searched by the backend and loaded a page at a time. */
export function useManagedDomainSearch() {
  const client = useApi(domainAccessApiRef);
  return useAsyncList<EntityOption, string>({
    async load({ filterText, cursor, signal }) {
      if (filterText) {
        // the next key aborts this search before it has begun
        await new Promise(resolve => setTimeout(resolve, TYPING_PAUSE));
      }
      if (signal.aborted) {
        return { items: [] };
      }
      const { items, nextCursor } = await client.listManagedDomains(
        { search: filterText?.trim() || undefined, limit: PAGE_SIZE, cursor },
        { signal },
      );
      return {
        items: items.map(({ ref, title }) => ({ id: ref, title })),
        cursor: nextCursor,
      };
    },
  });
}
