import type { OperationHandlers } from '../http/operation';
import type { GrantService } from './GrantService';

/** The operations on grants. */
export function grantRoutes(
  service: GrantService,
): OperationHandlers<'listGrants' | 'confirmGrant'> {
  return {
    listGrants: async ({ actor, query }) => ({
      status: 200,
      body: await service.list(actor, query),
    }),
    confirmGrant: async ({ actor, params, body }) => ({
      status: 200,
      body: await service.confirm(actor, params.grantId.toLowerCase(), body),
    }),
  };
}
