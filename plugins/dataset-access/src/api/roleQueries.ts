import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type {
  RoleDraft,
  RoleUpdate,
} from 'backstage-plugin-dataset-access-common';
import { useMemo } from 'react';
import { accessControlApiRef } from './accessControlApi';
import { DATASET_ACCESS_KEY } from './queries';
import { useAccessControlChange } from './useAccessControlChange';

/**
 * All roles, the shipped ones first.
 *
 * @param subject - only those that this user or group holds directly
 */
export function useRoles(subject?: string) {
  const client = useApi(accessControlApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'roles', subject ?? ''],
    queryFn: ({ signal }) => client.listRoles({ subject }, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** What roles are called; the id for those who may not read roles. */
export function useRoleTitles(): (roleId: string) => string {
  const { data } = useRoles();
  return useMemo(() => {
    const titles = new Map(data?.items.map(({ id, title }) => [id, title]));
    return roleId => titles.get(roleId) ?? roleId;
  }, [data]);
}

export function useRole(roleId: string) {
  const client = useApi(accessControlApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'role', roleId],
    queryFn: ({ signal }) => client.getRole(roleId, { signal }),
  });
}

export function useRoleMembers(
  roleId: string,
  page: { limit: number; cursor?: string },
) {
  const client = useApi(accessControlApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'role', roleId, 'members', page],
    queryFn: ({ signal }) => client.listRoleMembers(roleId, page, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function useCreateRole() {
  return useAccessControlChange((client, draft: RoleDraft) =>
    client.createRole(draft),
  );
}

export function useUpdateRole(roleId: string) {
  return useAccessControlChange((client, update: RoleUpdate) =>
    client.updateRole(roleId, update),
  );
}

export function useDeleteRole(roleId: string) {
  return useAccessControlChange(client => client.deleteRole(roleId));
}

/** What would become of each user and group if the role was given to them now. Changes nothing. */
export function useRehearseAssignment(roleId: string) {
  const client = useApi(accessControlApiRef);
  return useMutation({
    mutationFn: (subjects: string[]) =>
      client.assignRole(roleId, { subjects, dryRun: true }),
  });
}

export function useAssignRole(roleId: string) {
  return useAccessControlChange((client, subjects: string[]) =>
    client.assignRole(roleId, { subjects }),
  );
}

export function useRemoveRole(roleId: string) {
  return useAccessControlChange((client, subjects: string[]) =>
    client.removeRole(roleId, { subjects }),
  );
}
