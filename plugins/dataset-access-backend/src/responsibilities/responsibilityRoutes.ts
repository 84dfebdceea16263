import type { OperationHandlers } from '../http/operation';
import type { ResponsibilityService } from './ResponsibilityService';

/** The operations on responsibilities. */
export function responsibilityRoutes(
  service: ResponsibilityService,
): OperationHandlers<
  | 'listResponsibilities'
  | 'createResponsibility'
  | 'updateResponsibility'
  | 'deleteResponsibility'
  | 'terminateResponsibility'
> {
  return {
    listResponsibilities: async ({ actor, query }) => ({
      status: 200,
      body: await service.list(actor, query),
    }),
    createResponsibility: async ({ actor, body }) => ({
      status: 201,
      body: await service.create(actor, body),
    }),
    updateResponsibility: async ({ actor, params, body }) => ({
      status: 200,
      body: await service.update(actor, params.responsibilityId, body),
    }),
    deleteResponsibility: async ({ actor, params }) => ({
      status: 200,
      body: await service.remove(actor, params.responsibilityId),
    }),
    terminateResponsibility: async ({ actor, params, body }) => ({
      status: 200,
      body: await service.terminate(
        actor,
        params.responsibilityId,
        body.version,
      ),
    }),
  };
}
