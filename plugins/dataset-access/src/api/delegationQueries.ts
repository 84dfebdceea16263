import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import type { DelegationDraft } from 'backstage-plugin-dataset-access-common';
import { datasetAccessApiRef } from './datasetAccessApi';
import { DATASET_ACCESS_KEY } from './queries';
import { useSingleChange } from './useSingleChange';

/** More than these nobody has in force or ahead at once. */
const MOST = 20;

/** Who decides in the place of the signed-in user, and in whose place the user does, now and later. */
export function useOpenDelegations() {
  const client = useApi(datasetAccessApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'delegations'],
    queryFn: ({ signal }) =>
      client.listDelegations({ state: 'open', limit: MOST }, { signal }),
  });
}

export function useCreateDelegation() {
  const client = useApi(datasetAccessApiRef);
  return useSingleChange((draft: DelegationDraft) =>
    client.createDelegation(draft),
  );
}

export function useEndDelegation() {
  const client = useApi(datasetAccessApiRef);
  return useSingleChange((delegationId: string) =>
    client.endDelegation(delegationId),
  );
}
