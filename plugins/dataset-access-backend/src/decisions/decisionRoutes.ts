import type {
  Operation,
  PrivilegeRegistry,
} from 'backstage-plugin-dataset-access-common';
import type { OperationHandlers } from '../http/operation';
import type { DecisionService } from './DecisionService';

/** The operations that tell what may be done. What there is to choose from is no secret. */
export function decisionRoutes(
  service: DecisionService,
  {
    privileges,
    operations,
  }: { privileges: PrivilegeRegistry; operations: readonly Operation[] },
): OperationHandlers<
  | 'listPrivileges'
  | 'listOperations'
  | 'explainDecision'
  | 'whoHasAccess'
  | 'evaluateAccess'
  | 'evaluateAccessMany'
> {
  return {
    listPrivileges: async () => ({
      status: 200,
      body: {
        items: privileges
          .all()
          .map(({ aliases, commercial, isDataAccess, ...shown }) => ({
            ...shown,
            permissions: [...shown.permissions],
            resources: shown.resources && [...shown.resources],
            implies: shown.implies && [...shown.implies],
          })),
      },
    }),
    listOperations: async () => ({
      status: 200,
      body: {
        items: operations.map(one => ({
          ...one,
          allOf: [...one.allOf],
          objectRoutes: [...one.objectRoutes],
          gate: [...one.gate],
          override: [...one.override],
        })),
      },
    }),
    explainDecision: async ({ actor, query }) => ({
      status: 200,
      body: await service.explain(actor, query),
    }),
    whoHasAccess: async ({ actor, query }) => ({
      status: 200,
      body: await service.holders(actor, query as { dataset: string }),
    }),
    evaluateAccess: async ({ actor, body }) => ({
      status: 200,
      body: await service.evaluate(actor, body),
    }),
    evaluateAccessMany: async ({ actor, body }) => ({
      status: 200,
      body: await service.evaluateMany(actor, body),
    }),
  };
}
