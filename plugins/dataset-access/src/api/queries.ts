import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import {
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type {
  BulkDecision,
  Comment,
  DatasetAccessClient,
  Decision,
  Submission,
} from 'backstage-plugin-dataset-access-common';
import { useRef } from 'react';
import { datasetAccessApiRef } from './datasetAccessApi';
import { newIdempotencyKey } from './newIdempotencyKey';

/** Everything we load has this in front, so that one call makes all of it stale. */
export const DATASET_ACCESS_KEY = 'dataset-access';

const datasetAccessQuery = (client: DatasetAccessClient, datasetRef: string) =>
  queryOptions({
    queryKey: [DATASET_ACCESS_KEY, 'dataset', datasetRef],
    queryFn: ({ signal }) => client.getDatasetAccess(datasetRef, { signal }),
  });

/** What the signed-in user has on a dataset and may do with it. */
export function useDatasetAccess(datasetRef: string) {
  const client = useApi(datasetAccessApiRef);
  return useQuery(datasetAccessQuery(client, datasetRef));
}

export function useRequest(requestId: string) {
  const client = useApi(datasetAccessApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'request', requestId],
    queryFn: ({ signal }) => client.getRequest(requestId, { signal }),
  });
}

/** The signed-in user. */
export interface SignedInUser {
  /** Entity ref. */
  ref: string;
  /** As the sign-in provider knows it. */
  displayName?: string;
}

/** Who is signed in; undefined until it is known. */
export function useSignedInUser(): SignedInUser | undefined {
  const identityApi = useApi(identityApiRef);
  const { data } = useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'identity'],
    queryFn: async (): Promise<SignedInUser> => {
      const [{ userEntityRef }, { displayName }] = await Promise.all([
        identityApi.getBackstageIdentity(),
        identityApi.getProfileInfo(),
      ]);
      return { ref: userEntityRef, displayName };
    },
    staleTime: Infinity,
  });
  return data;
}

/** A change; when it is done, or refused because the world moved on, everything of ours is loaded again. */
function useChange<TInput, TResult>(
  change: (input: TInput) => Promise<TResult>,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      queries.invalidateQueries({ queryKey: [DATASET_ACCESS_KEY] }),
  });
}

/** Sends a submission. Sending the same one again, after a lost answer, files nothing twice. */
export function useSubmit() {
  const client = useApi(datasetAccessApiRef);
  const sent = useRef({ body: '', key: '' });
  return useChange((submission: Submission) => {
    const body = JSON.stringify(submission);
    if (sent.current.body !== body) {
      sent.current = { body, key: newIdempotencyKey() };
    }
    return client.submitRequests(submission, sent.current.key);
  });
}

export function useDecide(requestId: string) {
  const client = useApi(datasetAccessApiRef);
  return useChange((decision: Decision) =>
    client.decideRequest(requestId, decision),
  );
}

export function useDecideMany() {
  const client = useApi(datasetAccessApiRef);
  return useChange((decisions: BulkDecision) =>
    client.decideRequests(decisions),
  );
}

export function useComment(requestId: string) {
  const client = useApi(datasetAccessApiRef);
  return useChange((comment: Comment) =>
    client.commentOnRequest(requestId, comment),
  );
}

export function useWithdraw(requestId: string) {
  const client = useApi(datasetAccessApiRef);
  return useChange((version: number) =>
    client.withdrawRequest(requestId, { version }),
  );
}
