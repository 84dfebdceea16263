import type { OperationHandlers } from '../http/operation';
import type { GrantService } from './GrantService';

/** The operations on grants. */
export function grantRoutes(
  service: GrantService,
): OperationHandlers<
  | 'listGrants'
  | 'getGrant'
  | 'confirmGrant'
  | 'revokeGrant'
  | 'returnGrant'
  | 'confirmRemoval'
> {
  return {
    listGrants: async ({ actor, query }) => ({
      status: 200,
      body: await service.list(actor, query),
    }),
    getGrant: async ({ actor, params }) => ({
      status: 200,
      body: await service.get(actor, params.grantId.toLowerCase()),
    }),
    confirmGrant: async ({ actor, params, body }) => ({
      status: 200,
      body: await service.confirm(actor, params.grantId.toLowerCase(), body),
    }),
    revokeGrant: async ({ actor, params, body }) => ({
      status: 200,
      body: await service.revoke(actor, params.grantId.toLowerCase(), body),
    }),
    returnGrant: async ({ actor, params, body }) => ({
      status: 200,
      body: await service.return(actor, params.grantId.toLowerCase(), body),
    }),
    confirmRemoval: async ({ actor, params, body }) => ({
      status: 200,
      body: await service.confirmRemoval(
        actor,
        params.grantId.toLowerCase(),
        body,
      ),
    }),
  };
}
