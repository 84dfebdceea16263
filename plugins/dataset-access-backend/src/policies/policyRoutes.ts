import type { OperationHandlers } from '../http/operation';
import type { PolicyService } from './PolicyService';

/** The operations on policies. */
export function policyRoutes(
  service: PolicyService,
): OperationHandlers<
  | 'listPolicies'
  | 'createPolicy'
  | 'getPolicy'
  | 'getPolicyHistory'
  | 'updatePolicy'
  | 'setPolicyState'
  | 'deletePolicy'
  | 'previewPolicy'
> {
  return {
    listPolicies: async ({ actor, query }) => ({
      status: 200,
      body: await service.list(actor, query),
    }),
    createPolicy: async ({ actor, body }) => ({
      status: 201,
      body: await service.create(actor, body),
    }),
    getPolicy: async ({ actor, params }) => ({
      status: 200,
      body: await service.get(actor, params.policyId),
    }),
    getPolicyHistory: async ({ actor, params }) => ({
      status: 200,
      body: await service.history(actor, params.policyId),
    }),
    updatePolicy: async ({ actor, params, body }) => ({
      status: 200,
      body: await service.update(actor, params.policyId, body),
    }),
    setPolicyState: async ({ actor, params, body }) => ({
      status: 200,
      body: await service.setState(actor, params.policyId, body),
    }),
    deletePolicy: async ({ actor, params, query }) => ({
      status: 200,
      body: await service.remove(actor, params.policyId, query.version),
    }),
    previewPolicy: async ({ actor, body }) => ({
      status: 200,
      body: await service.preview(actor, body),
    }),
  };
}
