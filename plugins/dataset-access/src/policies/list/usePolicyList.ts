import type { SortDescriptor, TableProps } from '@backstage/ui';
import type { Policy } from 'backstage-plugin-dataset-access-common';
import { usePolicies } from '../../api/policyQueries';
import { useCursorPage, useNoEmptyPage } from '../../routing/useCursorPage';
import type {
  PolicyListParams,
  SetPolicyListParams,
} from './usePolicyListParams';

/** A page of policies as a table shows it. */
export interface PolicyList {
  error: Error | null;
  retry(): void;
  /** Whether the user may write policies; false until that is known. */
  canManage: boolean;
  tableProps: Pick<
    TableProps<Policy>,
    'data' | 'isPending' | 'isStale' | 'pagination' | 'sort'
  >;
}

/** Loads the page of policies that the address asks for, and again whenever something of ours changes. */
export function usePolicyList(
  { q, sort, ...filters }: PolicyListParams,
  setParams: SetPolicyListParams,
): PolicyList {
  const page = useCursorPage();
  const { limit, cursor } = page;
  const { data, error, isPending, isPlaceholderData, refetch } = usePolicies({
    ...filters,
    q: q.trim() || undefined,
    sort,
    limit,
    cursor,
  });
  useNoEmptyPage(data, page);
  return {
    error,
    retry: () => (cursor ? page.restart() : void refetch()),
    canManage: data?.can.manage ?? false,
    tableProps: {
      data: data?.items,
      isPending,
      isStale: isPlaceholderData,
      pagination: page.paginationOf(data),
      sort: {
        descriptor: toDescriptor(sort),
        onSortChange: descriptor =>
          setParams({ sort: fromDescriptor(descriptor) }),
      },
    },
  };
}

function toDescriptor(sort: PolicyListParams['sort']): SortDescriptor {
  return {
    column: sort.replace('-', ''),
    direction: sort.startsWith('-') ? 'descending' : 'ascending',
  };
}

function fromDescriptor(descriptor: SortDescriptor): PolicyListParams['sort'] {
  const by = descriptor.column === 'updated' ? 'updated' : 'name';
  return descriptor.direction === 'descending' ? `-${by}` : by;
}
