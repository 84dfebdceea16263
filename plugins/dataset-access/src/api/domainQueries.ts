import { useApi } from '@backstage/core-plugin-api';
import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useIsMutating,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import {
  DomainAccessClient,
  DomainGrantPage,
  GroupDomainsUpdate,
  isDatasetAccessError,
} from 'backstage-plugin-dataset-access-common';
import { domainAccessApiRef } from './domainAccessApi';
import { DATASET_ACCESS_KEY } from './queries';

const HISTORY_PAGE = 20;
/** How often the progress of a change is looked at, in ms. */
const PROGRESS_INTERVAL = 1_000;

/** What changes of the access to one domain are known by while they run. */
const changeOf = (domain: string) => [
  DATASET_ACCESS_KEY,
  'domain-change',
  domain,
];

/** Who has access to a domain, the newest first; for who may not share it, what reaches himself. */
export function useDomainGrants(
  domain: string,
  page: { limit: number; cursor?: string },
) {
  const client = useApi(domainAccessApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'domain-grants', domain, page],
    queryFn: ({ signal }) => client.listDomainGrants(domain, page, { signal }),
    placeholderData: (previous, query) =>
      // the next page may show the one before it, another domain may not
      query?.queryKey[2] === domain ? previous : undefined,
  });
}

/**
 * The snapshots of a domain that are being taken. They are looked at every second while something is changed from here.
 *
 * @param known - those that are known of otherwise; as long as there are any, they are followed as well
 * @param isChangingMore - whether something is changed that is not about this domain alone
 */
export function useSnapshotCaptures(
  domain: string,
  known: DomainGrantPage['captures'] = [],
  isChangingMore: boolean = false,
): DomainGrantPage['captures'] {
  const client = useApi(domainAccessApiRef);
  const changes = useIsMutating({ mutationKey: changeOf(domain) });
  const isWatching = isChangingMore || changes > 0 || known.length > 0;
  const { data } = useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'snapshot-captures', domain],
    queryFn: ({ signal }) =>
      client.listDomainGrants(domain, { limit: 1 }, { signal }),
    select: ({ captures }) => captures,
    enabled: isWatching,
    refetchInterval: PROGRESS_INTERVAL,
  });
  return isWatching ? data ?? known : [];
}

/** What access to the datasets of a domain covers today. */
export function useDomainReach(domain: string) {
  const client = useApi(domainAccessApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'domain-reach', domain],
    queryFn: ({ signal }) => client.getDomainReach(domain, { signal }),
  });
}

/** What happened to the access to a domain, the newest first. */
export function useDomainHistory(domain: string) {
  const client = useApi(domainAccessApiRef);
  return useInfiniteQuery({
    queryKey: [DATASET_ACCESS_KEY, 'domain-history', domain],
    queryFn: ({ signal, pageParam }) =>
      client.getDomainHistory(
        domain,
        { limit: HISTORY_PAGE, cursor: pageParam },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

const groupDomainsQuery = (client: DomainAccessClient, group: string) =>
  queryOptions({
    queryKey: [DATASET_ACCESS_KEY, 'group-domains', group],
    queryFn: ({ signal }) => client.getGroupDomains(group, { signal }),
  });

/** The whole list of the domains of a group; nothing is asked without a group. */
export function useGroupDomains(group: string | undefined) {
  const client = useApi(domainAccessApiRef);
  return useQuery({
    ...groupDomainsQuery(client, group ?? ''),
    enabled: group !== undefined,
  });
}

/** Whether the signed-in user may share any domain; undefined until it is known. */
export function useSharesDomains(): boolean | undefined {
  const client = useApi(domainAccessApiRef);
  const { data } = useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'managed-domains'],
    queryFn: ({ signal }) =>
      client.listManagedDomains({ limit: 1 }, { signal }),
    placeholderData: keepPreviousData,
  });
  return data && data.items.length > 0;
}

/** A change of who has access to a domain; when it is done, or refused because the world moved on, everything of ours is loaded again. */
export function useDomainChange<TInput, TResult>(
  domain: string,
  change: (client: DomainAccessClient, input: TInput) => Promise<TResult>,
) {
  const client = useApi(domainAccessApiRef);
  const queries = useQueryClient();
  return useMutation({
    mutationKey: changeOf(domain),
    mutationFn: (input: TInput) => change(client, input),
    onSettled: () =>
      queries.invalidateQueries({ queryKey: [DATASET_ACCESS_KEY] }),
  });
}

/** A whole list, and which list it is to replace. */
export interface ListReplacement {
  list: GroupDomainsUpdate;
  /** The `etag` of the list that was changed. */
  ifMatch: string;
}

/** Replaces the list of the domains of a group. */
export function useReplaceGroupDomains(group: string) {
  const client = useApi(domainAccessApiRef);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ list, ifMatch }: ListReplacement) =>
      client.replaceGroupDomains(group, list, { ifMatch }),
    onSettled: () =>
      queries.invalidateQueries({ queryKey: [DATASET_ACCESS_KEY] }),
  });
}

/** What replacing the list would change. When the list is no longer the one that was changed, it is loaded again. */
export function useListPreview(group: string, replacement: ListReplacement) {
  const client = useApi(domainAccessApiRef);
  const queries = useQueryClient();
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'list-preview', group, replacement],
    queryFn: async () => {
      const { list, ifMatch } = replacement;
      try {
        const options = { ifMatch, dryRun: true };
        return await client.replaceGroupDomains(group, list, options);
      } catch (error) {
        if (isDatasetAccessError(error) && error.code === 'LIST_CHANGED') {
          const { queryKey } = groupDomainsQuery(client, group);
          void queries.invalidateQueries({ queryKey });
        }
        throw error;
      }
    },
    refetchInterval: false,
    gcTime: 0,
  });
}
