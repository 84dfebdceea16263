import type { Explanation } from 'backstage-plugin-dataset-access-common';
import { useOperations, usePrivileges } from '../api/explainQueries';

/** What was asked about. */
export interface Asked {
  title: string;
  /** It is about entities, so that the answer depends on which. */
  isAboutEntities: boolean;
}

/** The privilege or operation that an explanation is about; by its name until more is known. */
export function useAsked({
  privilege,
  operation,
}: Pick<Explanation, 'privilege' | 'operation'>): Asked {
  const privileges = usePrivileges().data?.items;
  const operations = useOperations().data?.items;
  if (privilege !== undefined) {
    const found = privileges?.find(({ name }) => name === privilege);
    return {
      title: found?.title ?? privilege,
      isAboutEntities: found?.type === 'metadata',
    };
  }
  const found = operations?.find(({ id }) => id === operation);
  return {
    title: found?.title ?? operation ?? '',
    isAboutEntities: (found?.objectRoutes.length ?? 0) > 0,
  };
}
