import { useApi } from '@backstage/core-plugin-api';
import { useInfiniteQuery } from '@tanstack/react-query';
import type {
  Responsibility,
  ResponsibilityDraft,
  ResponsibilityUpdate,
} from 'backstage-plugin-dataset-access-common';
import { accessControlApiRef } from './accessControlApi';
import { DATASET_ACCESS_KEY } from './queries';
import { useAccessControlChange } from './useAccessControlChange';

const PAGE_SIZE = 50;

/** Who answers for an entity, and who did, the latest first. */
export function useResponsibilities(resource: string) {
  const client = useApi(accessControlApiRef);
  return useInfiniteQuery({
    queryKey: [DATASET_ACCESS_KEY, 'responsibilities', resource],
    queryFn: ({ signal, pageParam }) =>
      client.listResponsibilities(
        { resource, limit: PAGE_SIZE, cursor: pageParam },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export function useGiveResponsibility() {
  return useAccessControlChange((client, draft: ResponsibilityDraft) =>
    client.createResponsibility(draft),
  );
}

export function useChangeResponsibility(id: string) {
  return useAccessControlChange((client, update: ResponsibilityUpdate) =>
    client.updateResponsibility(id, update),
  );
}

export function useTerminateResponsibility() {
  return useAccessControlChange(
    (client, { id, version }: Pick<Responsibility, 'id' | 'version'>) =>
      client.terminateResponsibility(id, { version }),
  );
}

export function useDeleteResponsibility() {
  return useAccessControlChange((client, { id }: Pick<Responsibility, 'id'>) =>
    client.deleteResponsibility(id),
  );
}
