import type { PolicyQuery } from 'backstage-plugin-dataset-access-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What somebody looks at, kept in the address so that it can be shared and found again. */
export interface PolicyListParams {
  q: string;
  type?: PolicyQuery['type'];
  state?: PolicyQuery['state'];
  origin?: PolicyQuery['origin'];
  /** Policies that give this privilege. */
  privilege?: string;
  /** Policies for this user, group or role (`role:` and its id). */
  actor?: string;
  sort: NonNullable<PolicyQuery['sort']>;
}

/** Changes some of it; what is `undefined` goes back to its default. */
export type SetPolicyListParams = (change: Partial<PolicyListParams>) => void;

export const policyTypes = ['metadata', 'platform'] as const;
export const policyStates = ['active', 'inactive'] as const;
export const policyOrigins = [
  'custom',
  'default',
  'built-in',
  'config',
  'superusers',
] as const;
const SORTS = ['name', '-name', 'updated', '-updated'] as const;

/** Reads and changes the list's part of the address. What the address holds and nobody knows is ignored. */
export function usePolicyListParams(): [PolicyListParams, SetPolicyListParams] {
  const [search, setSearch] = useSearchParams();
  const params = useMemo(() => readParams(search), [search]);
  const setParams = useCallback<SetPolicyListParams>(
    change =>
      setSearch(before => changedParams(before, change), { replace: true }),
    [setSearch],
  );
  return [params, setParams];
}

function readParams(search: URLSearchParams): PolicyListParams {
  const known = <T extends string>(name: string, values: readonly T[]) =>
    values.find(value => value === search.get(name));
  return {
    q: search.get('q') ?? '',
    type: known('type', policyTypes),
    state: known('state', policyStates),
    origin: known('origin', policyOrigins),
    privilege: search.get('privilege') ?? undefined,
    actor: search.get('actor') ?? undefined,
    sort: known('sort', SORTS) ?? 'name',
  };
}

function changedParams(
  before: URLSearchParams,
  change: Partial<PolicyListParams>,
): URLSearchParams {
  const next = new URLSearchParams(before);
  // a cursor belongs to one list in one order
  next.delete('cursor');
  for (const [name, value] of Object.entries(change)) {
    if (value) {
      next.set(name, value);
    } else {
      next.delete(name);
    }
  }
  return next;
}
