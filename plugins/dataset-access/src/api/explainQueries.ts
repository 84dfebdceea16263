import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import type { ExplainQuery } from 'backstage-plugin-dataset-access-common';
import { useMemo } from 'react';
import { accessControlApiRef } from './accessControlApi';
import { DATASET_ACCESS_KEY } from './queries';

/** What there is to choose from changes with the configuration of the portal only. */
const RARELY = { staleTime: 5 * 60_000, refetchInterval: false } as const;

/** Everything that a policy can give. */
export function usePrivileges() {
  const client = useApi(accessControlApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'privileges'],
    queryFn: ({ signal }) => client.listPrivileges({ signal }),
    ...RARELY,
  });
}

/** What privileges are called; the name itself until that is known. */
export function usePrivilegeTitles(): (name: string) => string {
  const { data } = usePrivileges();
  return useMemo(() => {
    const titles = new Map(data?.items.map(({ name, title }) => [name, title]));
    return name => titles.get(name) ?? name;
  }, [data]);
}

/** The operations of the matrix and what each needs. */
export function useOperations() {
  const client = useApi(accessControlApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'operations'],
    queryFn: ({ signal }) => client.listOperations({ signal }),
    ...RARELY,
  });
}

/** Whether somebody may do something, and every reason why. Asks when there is a privilege or an operation to ask about. */
export function useExplanation(question: ExplainQuery) {
  const client = useApi(accessControlApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'explanation', question],
    queryFn: ({ signal }) => client.explain(question, { signal }),
    enabled: Boolean(question.privilege ?? question.operation),
  });
}

/** Who may use a dataset, and why; the strongest access first. */
export function useAccessHolders(
  dataset: string | undefined,
  page: { limit: number; cursor?: string },
) {
  const client = useApi(accessControlApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'holders', dataset, page],
    queryFn: ({ signal }) =>
      client.whoHasAccess({ dataset: dataset!, ...page }, { signal }),
    enabled: dataset !== undefined,
    placeholderData: (previous, query) =>
      // the next page may show the one before it, another dataset may not
      query?.queryKey[2] === dataset ? previous : undefined,
  });
}
