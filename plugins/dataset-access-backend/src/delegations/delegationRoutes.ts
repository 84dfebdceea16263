import type { OperationHandlers } from '../http/operation';
import type { DelegationService } from './DelegationService';

/** The operations on who decides in whose place. */
export function delegationRoutes(
  service: DelegationService,
): OperationHandlers<'listDelegations' | 'createDelegation' | 'endDelegation'> {
  return {
    listDelegations: async ({ actor, query }) => ({
      status: 200,
      body: await service.list(actor, query),
    }),
    createDelegation: async ({ actor, body }) => ({
      status: 201,
      body: await service.create(actor, body),
    }),
    endDelegation: async ({ actor, params }) => ({
      status: 200,
      body: await service.end(actor, params.delegationId.toLowerCase()),
    }),
  };
}
