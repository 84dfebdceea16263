import { useApi } from '@backstage/core-plugin-api';
import type { SortDescriptor, TableProps } from '@backstage/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type {
  AccessRequest,
  AccessRequestPage,
  RequestQuery,
} from 'backstage-plugin-dataset-access-common';
import { useEffect } from 'react';
import { datasetAccessApiRef } from '../api/datasetAccessApi';
import { DATASET_ACCESS_KEY } from '../api/queries';
import { ListParams, PAGE_SIZES, SetListParams, Show } from './useListParams';

/** The states that a choice stands for, as the API filters by them. */
const statusesOf: Record<Show, string | undefined> = {
  waiting: 'pending',
  decided: 'approved,denied,withdrawn,expired,cancelled',
  all: undefined,
};

/** A page of a list as a table shows it. */
export interface RequestList {
  requests: AccessRequest[];
  error: Error | null;
  retry(): void;
  tableProps: Pick<
    TableProps<AccessRequest>,
    'data' | 'isPending' | 'isStale' | 'pagination' | 'sort'
  >;
}

/** Loads the page of requests that the address asks for, and again whenever something of ours changes. */
export function useRequestList(
  view: RequestQuery['view'],
  params: ListParams,
  setParams: SetListParams,
): RequestList {
  const client = useApi(datasetAccessApiRef);
  const { show, q, level, batch, sort, limit, cursor } = params;
  const query: RequestQuery = {
    view,
    status: statusesOf[show],
    q: q.trim() || undefined,
    level,
    batch,
    sort,
    limit,
    cursor,
  };
  const { data, error, isPlaceholderData, isPending, refetch } = useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'requests', query],
    queryFn: ({ signal }) => client.listRequests(query, { signal }),
    placeholderData: keepPreviousData,
  });
  // the last row of the last page may have gone; an empty page leads nowhere
  const isLeftover = Boolean(cursor) && data?.items.length === 0;
  useEffect(() => {
    if (isLeftover) {
      setParams({});
    }
  }, [isLeftover, setParams]);
  return {
    requests: data?.items ?? [],
    error,
    // the first page is there whatever was wrong with the cursor
    retry: () => (cursor ? setParams({}) : void refetch()),
    tableProps: {
      data: data?.items,
      isPending,
      isStale: isPlaceholderData,
      sort: {
        descriptor: toDescriptor(sort),
        onSortChange: descriptor =>
          setParams({ sort: fromDescriptor(descriptor) }),
      },
      pagination: hasOnePage(data)
        ? { type: 'none' }
        : {
            type: 'page',
            pageSize: limit,
            pageSizeOptions: PAGE_SIZES,
            onPageSizeChange: size => setParams({ limit: size }),
            hasNextPage: Boolean(data?.nextCursor),
            hasPreviousPage: Boolean(data?.prevCursor),
            onNextPage: () => setParams({ cursor: data?.nextCursor }),
            onPreviousPage: () => setParams({ cursor: data?.prevCursor }),
            // totals cost more than they tell
            showPaginationLabel: false,
          },
    },
  };
}

/** Nothing to turn and nothing to gain from another size. */
function hasOnePage(page: AccessRequestPage | undefined): boolean {
  return (
    !page?.nextCursor &&
    !page?.prevCursor &&
    (page?.items.length ?? 0) <= PAGE_SIZES[0]
  );
}

function toDescriptor(sort: ListParams['sort']): SortDescriptor {
  return {
    column: sort.replace('-', ''),
    direction: sort.startsWith('-') ? 'descending' : 'ascending',
  };
}

function fromDescriptor(descriptor: SortDescriptor): ListParams['sort'] {
  const by = descriptor.column === 'dataset' ? 'dataset' : 'created';
  return descriptor.direction === 'descending' ? `-${by}` : by;
}
