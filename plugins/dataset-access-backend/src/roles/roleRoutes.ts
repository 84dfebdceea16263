import type { OperationHandlers } from '../http/operation';
import type { RoleService } from './RoleService';

/** The operations on roles. */
export function roleRoutes(
  service: RoleService,
): OperationHandlers<
  | 'listRoles'
  | 'createRole'
  | 'getRole'
  | 'updateRole'
  | 'deleteRole'
  | 'listRoleMembers'
  | 'assignRole'
  | 'removeRole'
> {
  return {
    listRoles: async ({ actor, query }) => ({
      status: 200,
      body: await service.list(actor, query.subject),
    }),
    createRole: async ({ actor, body }) => ({
      status: 201,
      body: await service.create(actor, body),
    }),
    getRole: async ({ actor, params }) => ({
      status: 200,
      body: await service.get(actor, params.roleId),
    }),
    updateRole: async ({ actor, params, body }) => ({
      status: 200,
      body: await service.update(actor, params.roleId, body),
    }),
    deleteRole: async ({ actor, params }) => ({
      status: 200,
      body: await service.remove(actor, params.roleId),
    }),
    listRoleMembers: async ({ actor, params, query }) => ({
      status: 200,
      body: await service.members(actor, params.roleId, query),
    }),
    assignRole: async ({ actor, params, body }) => ({
      status: 200,
      body: await service.assign(actor, params.roleId, body),
    }),
    removeRole: async ({ actor, params, body }) => ({
      status: 200,
      body: await service.unassign(actor, params.roleId, body),
    }),
  };
}
