import type { RequestQuery } from 'backstage-plugin-dataset-access-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Which states a list shows. */
export type Show = 'waiting' | 'decided' | 'all';

/** What somebody looks at, kept in the address so that it can be shared and found again. */
export interface ListParams {
  show: Show;
  q: string;
  level?: RequestQuery['level'];
  /** Requests of one submission. */
  batch?: string;
  sort: NonNullable<RequestQuery['sort']>;
  limit: number;
  /** Where the page begins. */
  cursor?: string;
}

/** Changes some of it; what is `undefined` goes back to its default. */
export type SetListParams = (change: Partial<ListParams>) => void;

export const PAGE_SIZES = [10, 25, 50];

const SHOWS: readonly string[] = ['waiting', 'decided', 'all'];
const LEVELS: readonly string[] = ['read-only', 'editor', 'owner'];
const SORTS: readonly string[] = ['created', '-created', 'dataset', '-dataset'];

/** Reads and changes the list's part of the address. What the address holds and nobody knows is ignored. */
export function useListParams(
  defaults: Pick<ListParams, 'show' | 'sort'>,
): [ListParams, SetListParams] {
  const [search, setSearch] = useSearchParams();
  const { show, sort } = defaults;
  const params = useMemo(
    () => readParams(search, { show, sort }),
    [search, show, sort],
  );
  const setParams = useCallback<SetListParams>(
    change =>
      setSearch(before => changedParams(before, change), { replace: true }),
    [setSearch],
  );
  return [params, setParams];
}

function readParams(
  search: URLSearchParams,
  defaults: Pick<ListParams, 'show' | 'sort'>,
): ListParams {
  const known = <T extends string>(name: string, values: readonly string[]) => {
    const value = search.get(name) ?? '';
    return values.includes(value) ? (value as T) : undefined;
  };
  const limit = Number(search.get('limit'));
  const batch = search.get('batch') ?? undefined;
  return {
    // a link to one submission shows all of it
    show: known<Show>('show', SHOWS) ?? (batch ? 'all' : defaults.show),
    q: search.get('q') ?? '',
    level: known('level', LEVELS),
    batch,
    sort: known<ListParams['sort']>('sort', SORTS) ?? defaults.sort,
    limit: PAGE_SIZES.includes(limit) ? limit : PAGE_SIZES[1],
    cursor: search.get('cursor') ?? undefined,
  };
}

function changedParams(
  before: URLSearchParams,
  change: Partial<ListParams>,
): URLSearchParams {
  const next = new URLSearchParams(before);
  // a cursor belongs to one list in one order
  next.delete('cursor');
  for (const [name, value] of Object.entries(change)) {
    if (value) {
      next.set(name, String(value));
    } else {
      next.delete(name);
    }
  }
  return next;
}
