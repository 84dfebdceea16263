import type { OperationHandlers } from '../http/operation';
import type { DriftService } from './DriftService';

/** The operations on differences between sources and what they should allow. */
export function driftRoutes(
  service: DriftService,
): OperationHandlers<'listDrift' | 'resolveDrift'> {
  return {
    listDrift: async ({ actor, query }) => ({
      status: 200,
      body: await service.list(actor, query),
    }),
    resolveDrift: async ({ actor, params, body }) => ({
      status: 200,
      body: await service.resolve(actor, params.driftId.toLowerCase(), body),
    }),
  };
}
