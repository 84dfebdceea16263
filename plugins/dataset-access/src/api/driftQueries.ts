import { useApi } from '@backstage/core-plugin-api';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type {
  DriftAction,
  DriftResolution,
} from 'backstage-plugin-dataset-access-common';
import { grantApiRef } from './grantApi';
import { DATASET_ACCESS_KEY } from './queries';
import { useSingleChange } from './useSingleChange';

const PAGE_SIZE = 25;

/** Where sources allow something else than they should, the newest first; of one dataset, or all the user answers for. */
export function useDrift(dataset: string | undefined) {
  const client = useApi(grantApiRef);
  return useInfiniteQuery({
    queryKey: [DATASET_ACCESS_KEY, 'drift', dataset],
    queryFn: ({ signal, pageParam }) =>
      client.listDrift(
        { dataset, limit: PAGE_SIZE, cursor: pageParam },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** How many differences there are on a dataset, up to two; none for who does not answer for it, and until it is known. */
export function useDriftCount(dataset: string): number {
  const client = useApi(grantApiRef);
  const { data } = useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'drift-count', dataset],
    queryFn: ({ signal }) =>
      client.listDrift({ dataset, limit: 2 }, { signal }),
  });
  return data?.items.length ?? 0;
}

/** What mending a difference would do, asked of the source itself. */
export function useDriftPlan(
  driftId: string,
  action: DriftAction,
  enabled: boolean,
) {
  const client = useApi(grantApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'drift-plan', driftId, action],
    queryFn: () => client.resolveDrift(driftId, { action, dryRun: true }),
    enabled,
    refetchInterval: false,
    gcTime: 0,
  });
}

export function useResolveDrift(driftId: string) {
  const client = useApi(grantApiRef);
  return useSingleChange((resolution: DriftResolution) =>
    client.resolveDrift(driftId, resolution),
  );
}
