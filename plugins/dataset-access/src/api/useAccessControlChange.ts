import { useApi } from '@backstage/core-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AccessControlClient } from 'backstage-plugin-dataset-access-common';
import { accessControlApiRef } from './accessControlApi';
import { DATASET_ACCESS_KEY } from './queries';

/** A change of who may do what; when it is done, or refused because the world moved on, everything of ours is loaded again. */
export function useAccessControlChange<TInput, TResult>(
  change: (client: AccessControlClient, input: TInput) => Promise<TResult>,
) {
  const client = useApi(accessControlApiRef);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: TInput) => change(client, input),
    onSettled: () =>
      queries.invalidateQueries({ queryKey: [DATASET_ACCESS_KEY] }),
  });
}
