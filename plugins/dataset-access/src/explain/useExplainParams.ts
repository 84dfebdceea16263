import { useRouteRef } from '@backstage/core-plugin-api';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { rootRouteRef } from '../routes';
import { readEntityRef } from '../routing/useEntityParam';

/** What somebody asks, kept in the address so that it can be shared and found again. */
export interface ExplainParams {
  /** Why somebody may do something, or who has access to a dataset. */
  view: 'decision' | 'holders';
  /** Entity ref; absent: who asks. */
  subject?: string;
  /** At most one of privilege and operation. */
  privilege?: string;
  operation?: string;
  /** Entity ref. */
  resource?: string;
}

const NAMES = [
  'view',
  'subject',
  'privilege',
  'operation',
  'resource',
] as const satisfies ReadonlyArray<keyof ExplainParams>;

/** Reads and changes the question in the address. What the address holds and nobody knows is ignored. */
export function useExplainParams(): [
  ExplainParams,
  (change: Partial<ExplainParams>) => void,
] {
  const [search, setSearch] = useSearchParams();
  const setParams = useCallback(
    (change: Partial<ExplainParams>) =>
      setSearch(before => changed(before, change), { replace: true }),
    [setSearch],
  );
  return [useMemo(() => readParams(search), [search]), setParams];
}

/** The address of a question. */
export function useExplainLink(): (question: Partial<ExplainParams>) => string {
  const root = useRouteRef(rootRouteRef)();
  return question =>
    `${root}/explain?${changed(new URLSearchParams(), question)}`;
}

function readParams(search: URLSearchParams): ExplainParams {
  const privilege = search.get('privilege') || undefined;
  const operation = search.get('operation') || undefined;
  return {
    view: search.get('view') === 'holders' ? 'holders' : 'decision',
    subject: readEntityRef(search, 'subject'),
    privilege,
    operation: privilege ? undefined : operation,
    resource: readEntityRef(search, 'resource'),
  };
}

function changed(
  before: URLSearchParams,
  change: Partial<ExplainParams>,
): URLSearchParams {
  const next = new URLSearchParams(before);
  // a cursor belongs to the holders of one dataset
  next.delete('cursor');
  for (const name of NAMES) {
    const value = change[name];
    if (value && value !== 'decision') {
      next.set(name, value);
    } else if (name in change) {
      next.delete(name);
    }
  }
  return next;
}
