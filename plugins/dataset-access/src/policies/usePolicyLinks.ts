import { useMemo } from 'react';
import { useSectionLink } from '../routing/useSectionLink';

/** Marks the history of a policy on its page. */
export const HISTORY_ID = 'history';

/** The addresses of the policies' pages. */
export interface PolicyLinks {
  list: string;
  new: string;
  policy(policyId: string): string;
  history(policyId: string): string;
  edit(policyId: string): string;
}

export function usePolicyLinks(): PolicyLinks {
  const link = useSectionLink();
  return useMemo(
    () => ({
      list: link('policies'),
      new: link('policies', 'new'),
      policy: policyId => link('policies', policyId),
      history: policyId => `${link('policies', policyId)}#${HISTORY_ID}`,
      edit: policyId => `${link('policies', policyId)}/edit`,
    }),
    [link],
  );
}
