import { canonicalRef } from 'backstage-plugin-dataset-access-common';
import type { OperationHandlers } from '../http/operation';
import type { EmergencyService } from './EmergencyService';

/** The operations on emergency access. */
export function emergencyRoutes(
  service: EmergencyService,
): OperationHandlers<
  'takeEmergencyAccess' | 'listEmergencies' | 'reviewEmergency'
> {
  return {
    takeEmergencyAccess: async ({ actor, params, body, header }) => ({
      status: 201,
      body: await service.take(
        actor,
        canonicalRef(`${params.kind}:${params.namespace}/${params.name}`),
        body,
        header('Idempotency-Key'),
      ),
    }),
    listEmergencies: async ({ actor, query }) => ({
      status: 200,
      body: await service.list(actor, query),
    }),
    reviewEmergency: async ({ actor, params, body }) => ({
      status: 200,
      body: await service.review(actor, params.emergencyId.toLowerCase(), body),
    }),
  };
}
