import { useApiHolder } from '@backstage/core-plugin-api';
import {
  defaultEntityPresentation,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import { DATASET_ACCESS_KEY } from '../api/queries';

/** What people call some entities, for where text is needed and no element will do; undefined until all are known. */
export function useEntityTitles(
  entityRefs: readonly string[],
): ReadonlyMap<string, string> | undefined {
  const api = useApiHolder().get(entityPresentationApiRef);
  const wanted = [...new Set(entityRefs)].sort();
  const titleOf = async (entityRef: string) => {
    const known = await api?.forEntity(entityRef).promise;
    return (known ?? defaultEntityPresentation(entityRef)).primaryTitle;
  };
  const { data } = useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'entity-titles', wanted],
    queryFn: async () =>
      new Map(
        await Promise.all(
          wanted.map(
            async entityRef => [entityRef, await titleOf(entityRef)] as const,
          ),
        ),
      ),
    staleTime: 5 * 60_000,
    refetchInterval: false,
  });
  return data;
}
