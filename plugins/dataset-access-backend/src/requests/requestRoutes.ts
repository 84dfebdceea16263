import type { OperationHandlers } from '../http/operation';
import type { RequestService } from './RequestService';

/** The operations on requests. */
export function requestRoutes(
  service: RequestService,
): OperationHandlers<
  | 'listRequests'
  | 'submitRequests'
  | 'countRequests'
  | 'getRequest'
  | 'decideRequest'
  | 'decideRequests'
  | 'withdrawRequest'
  | 'commentOnRequest'
> {
  return {
    listRequests: async ({ actor, query }) => ({
      status: 200,
      body: await service.list(actor, query),
    }),
    submitRequests: async ({ actor, body, header }) => {
      const result = await service.submit(
        actor,
        body,
        header('Idempotency-Key'),
      );
      const filed = result.outcomes.some(
        ({ outcome }) => outcome === 'created',
      );
      return { status: filed ? 201 : 200, body: result };
    },
    countRequests: async ({ actor }) => ({
      status: 200,
      body: await service.counts(actor),
    }),
    getRequest: async ({ actor, params }) => ({
      status: 200,
      body: await service.get(actor, params.requestId.toLowerCase()),
    }),
    decideRequest: async ({ actor, params, body }) => ({
      status: 200,
      body: await service.decide(actor, params.requestId.toLowerCase(), body),
    }),
    decideRequests: async ({ actor, body }) => ({
      status: 200,
      body: await service.decideMany(
        actor,
        body.decisions.map(one => ({
          ...one,
          requestId: one.requestId.toLowerCase(),
        })),
      ),
    }),
    withdrawRequest: async ({ actor, params, body }) => ({
      status: 200,
      body: await service.withdraw(actor, params.requestId.toLowerCase(), body),
    }),
    commentOnRequest: async ({ actor, params, body }) => ({
      status: 200,
      body: await service.comment(actor, params.requestId.toLowerCase(), body),
    }),
  };
}
