import { useApi } from '@backstage/core-plugin-api';
import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type {
  AccessControlClient,
  Policy,
  PolicyChange,
  PolicyDraft,
  PolicyImport,
  PolicyQuery,
  PolicyState,
} from 'backstage-plugin-dataset-access-common';
import { useCallback } from 'react';
import { accessControlApiRef } from './accessControlApi';
import { DATASET_ACCESS_KEY } from './queries';
import { useAccessControlChange } from './useAccessControlChange';

/** A policy that somebody has seen, in the version that was seen. */
export type SeenPolicy = Pick<Policy, 'id' | 'version'>;

export function usePolicies(query: PolicyQuery) {
  const client = useApi(accessControlApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'policies', query],
    queryFn: ({ signal }) => client.listPolicies(query, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** Whether the signed-in user may write policies, and the refusal when not even reading them is allowed. */
export function useCanManagePolicies() {
  const { data, error, isPending, refetch } = usePolicies({ limit: 1 });
  return {
    canManage: data?.can.manage ?? false,
    error,
    isPending,
    retry: () => void refetch(),
  };
}

const policyQuery = (client: AccessControlClient, policyId: string) =>
  queryOptions({
    queryKey: [DATASET_ACCESS_KEY, 'policy', policyId],
    queryFn: ({ signal }) => client.getPolicy(policyId, { signal }),
  });

export function usePolicy(policyId: string) {
  const client = useApi(accessControlApiRef);
  return useQuery(policyQuery(client, policyId));
}

/** Reads a policy as it is now, whatever was loaded before. */
export function useReadPolicy(): (policyId: string) => Promise<Policy> {
  const client = useApi(accessControlApiRef);
  const queries = useQueryClient();
  return useCallback(
    policyId =>
      queries.fetchQuery({ ...policyQuery(client, policyId), staleTime: 0 }),
    [client, queries],
  );
}

/** Who changed a policy, when and what, the oldest first. */
export function usePolicyHistory(policyId: string) {
  const client = useApi(accessControlApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'policy', policyId, 'history'],
    queryFn: ({ signal }) => client.getPolicyHistory(policyId, { signal }),
  });
}

/** The stewardship roles that this portal knows. */
export function useStewardshipRoles() {
  const client = useApi(accessControlApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'stewardship-roles'],
    queryFn: async ({ signal }) => {
      const { roles } = await client.listResponsibilities(
        { limit: 1 },
        { signal },
      );
      return roles;
    },
    // they are configuration
    staleTime: 5 * 60_000,
    refetchInterval: false,
  });
}

/**
 * Who would gain and who would lose what by a change, before it is made.
 *
 * @param options.seenVersion - of the policy that would change; another one is another question
 * @param options.isOver - the change is being made; what there is to say about it stays as it is
 */
export function usePolicyPreview(
  change: PolicyChange,
  options: { seenVersion?: number; isOver: boolean },
) {
  const { seenVersion, isOver } = options;
  const client = useApi(accessControlApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'policy-preview', change, seenVersion],
    queryFn: ({ signal }) => client.previewPolicy(change, { signal }),
    enabled: !isOver,
    // people and entities come and go; it is about now, and costs the backend too much to be asked every minute
    staleTime: 0,
    gcTime: 0,
    refetchInterval: false,
  });
}

/**
 * Saves what somebody wrote.
 *
 * @param seen - the policy that it replaces; absent for a new one
 */
export function useSavePolicy(seen?: SeenPolicy) {
  return useAccessControlChange((client, policy: PolicyDraft) =>
    seen
      ? client.updatePolicy(seen.id, { policy, version: seen.version })
      : client.createPolicy(policy),
  );
}

export function useSetPolicyState() {
  return useAccessControlChange(
    (client, { id, version, state }: SeenPolicy & { state: PolicyState }) =>
      client.setPolicyState(id, { state, version }),
  );
}

export function useDeletePolicy() {
  return useAccessControlChange((client, { id, version }: SeenPolicy) =>
    client.deletePolicy(id, version),
  );
}

/** What an import would make and what it would leave out. Changes nothing. */
export function useRehearseImport() {
  const client = useApi(accessControlApiRef);
  return useMutation({
    mutationFn: (source: Pick<PolicyImport, 'format' | 'content'>) =>
      client.importPolicies({ ...source, dryRun: true }),
  });
}

export function useImportPolicies() {
  return useAccessControlChange(
    (client, source: Pick<PolicyImport, 'format' | 'content'>) =>
      client.importPolicies({ ...source, dryRun: false }),
  );
}
