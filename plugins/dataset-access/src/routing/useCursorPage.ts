import type { TablePaginationType } from '@backstage/ui';
import { useCallback, useEffect } from 'react';
import { useSearchParams } from 'react-router-dom';
import { PAGE_SIZES } from '../requests/useListParams';

/** A page of a list as the API gives it. */
export interface CursorPage {
  items: readonly unknown[];
  nextCursor?: string;
  prevCursor?: string;
}

/** Which page of a list somebody looks at, kept in the address. */
export function useCursorPage() {
  const [search, setSearch] = useSearchParams();
  const size = Number(search.get('limit'));
  const limit = PAGE_SIZES.includes(size) ? size : PAGE_SIZES[1];
  const cursor = search.get('cursor') ?? undefined;
  const turnTo = useCallback(
    (change: { cursor?: string; limit?: number }) =>
      setSearch(
        before => {
          const next = new URLSearchParams(before);
          // a cursor belongs to pages of one size
          next.delete('cursor');
          for (const [name, value] of Object.entries(change)) {
            if (value) {
              next.set(name, String(value));
            }
          }
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return {
    limit,
    cursor,
    /** To the first page, which is there whatever was wrong with the cursor. */
    restart: useCallback(() => turnTo({}), [turnTo]),
    /** How a table turns the pages. */
    paginationOf: (page: CursorPage | undefined): TablePaginationType =>
      hasOnePage(page)
        ? { type: 'none' }
        : {
            type: 'page',
            pageSize: limit,
            pageSizeOptions: PAGE_SIZES,
            onPageSizeChange: newSize => turnTo({ limit: newSize }),
            hasNextPage: Boolean(page?.nextCursor),
            hasPreviousPage: Boolean(page?.prevCursor),
            onNextPage: () => turnTo({ cursor: page?.nextCursor }),
            onPreviousPage: () => turnTo({ cursor: page?.prevCursor }),
            // totals cost more than they tell
            showPaginationLabel: false,
          },
  };
}

/** Goes back to the first page when the one of the address has become empty: it leads nowhere. */
export function useNoEmptyPage(
  page: CursorPage | undefined,
  {
    cursor,
    restart,
  }: Pick<ReturnType<typeof useCursorPage>, 'cursor' | 'restart'>,
): void {
  const isLeftover = Boolean(cursor) && page?.items.length === 0;
  useEffect(() => {
    if (isLeftover) {
      restart();
    }
  }, [isLeftover, restart]);
}

/** Nothing to turn and nothing to gain from another size. */
function hasOnePage(page: CursorPage | undefined): boolean {
  return (
    !page?.nextCursor &&
    !page?.prevCursor &&
    (page?.items.length ?? 0) <= PAGE_SIZES[0]
  );
}
