import type { OperationHandlers } from '../http/operation';
import type { ImportService } from './ImportService';

/** The operation that imports policies. */
export function importRoutes(
  service: ImportService,
): OperationHandlers<'importPolicies'> {
  return {
    importPolicies: async ({ actor, body }) => ({
      status: 200,
      body: await service.importPolicies(actor, body),
    }),
  };
}
