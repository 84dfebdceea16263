import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type {
  Confirmation,
  GrantQuery,
  GrantReturn,
  Revocation,
  TaskQuery,
} from 'backstage-plugin-dataset-access-common';
import { datasetAccessApiRef } from './datasetAccessApi';
import { grantApiRef } from './grantApi';
import { DATASET_ACCESS_KEY } from './queries';
import { useSingleChange } from './useSingleChange';

/** Grants of the user, or of a dataset; the newest first. */
export function useGrants(query: GrantQuery) {
  const client = useApi(datasetAccessApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'grants', query.dataset, query],
    queryFn: ({ signal }) => client.listGrants(query, { signal }),
    placeholderData: (previous, before) =>
      // the next page may show the one before it, another dataset may not
      before?.queryKey[2] === query.dataset ? previous : undefined,
  });
}

export function useGrant(grantId: string) {
  const client = useApi(grantApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'grant', grantId],
    queryFn: ({ signal }) => client.getGrant(grantId, { signal }),
  });
}

/** What the user has to grant and to take back by hand, the oldest first. */
export function useTasks(query: TaskQuery) {
  const client = useApi(grantApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'tasks', query],
    queryFn: ({ signal }) => client.listTasks(query, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** How much the user has to grant and to take back by hand; undefined until it is known. */
export function useTaskCount(): number | undefined {
  const client = useApi(datasetAccessApiRef);
  const { data } = useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'counts'],
    queryFn: ({ signal }) => client.countRequests({ signal }),
    placeholderData: keepPreviousData,
  });
  return data?.tasks;
}

export function useConfirmGrant(grantId: string) {
  const client = useApi(datasetAccessApiRef);
  return useSingleChange((confirmation: Confirmation) =>
    client.confirmGrant(grantId, confirmation),
  );
}

export function useRevokeGrant(grantId: string) {
  const client = useApi(grantApiRef);
  return useSingleChange((revocation: Revocation) =>
    client.revokeGrant(grantId, revocation),
  );
}

export function useReturnGrant(grantId: string) {
  const client = useApi(grantApiRef);
  return useSingleChange((grantReturn: GrantReturn) =>
    client.returnGrant(grantId, grantReturn),
  );
}

export function useConfirmRemoval(grantId: string) {
  const client = useApi(grantApiRef);
  return useSingleChange((confirmation: Confirmation) =>
    client.confirmRemoval(grantId, confirmation),
  );
}
