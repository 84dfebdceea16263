import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { Clock } from '../clock';
import { runTransaction } from '../database/runTransaction';
import type { DatabaseRequestQueries } from './DatabaseRequestQueries';
import type { DatabaseRequestStore } from './DatabaseRequestStore';
import type { RequestRecord } from './RequestRecord';
import type { RequestSituation, RequestSituations } from './RequestSituations';
import type { RequestTransitions } from './RequestTransitions';

/** @see EscalateRequests */
export interface EscalateRequestsOptions {
  knex: Knex;
  store: DatabaseRequestStore;
  queries: DatabaseRequestQueries;
  situations: RequestSituations;
  transitions: RequestTransitions;
  clock: Clock;
  logger: LoggerService;
  afterChange: () => Promise<void>;
}

const PAGE = 100;

/**
 * Lets the escalation approvers decide as well on requests that have waited too long at a step, and has them told. Those who
 * could decide before still can.
 */
export class EscalateRequests {
  readonly #options: EscalateRequestsOptions;

  constructor(options: EscalateRequestsOptions) {
    this.#options = options;
  }

  /** @throws `CATALOG_UNAVAILABLE`, in which case nothing more is changed */
  async run(signal?: AbortSignal): Promise<void> {
    const { queries, situations, clock, afterChange } = this.#options;
    const now = clock.now();
    let changed = 0;
    do {
      changed = 0;
      const due = await queries.toEscalate(now, PAGE);
      // as they will be, so that those who are asked are those who may decide
      const looked = await situations.of(
        due.map(request => ({ ...request, escalatedAt: now })),
      );
      for (const [index, situation] of looked.entries()) {
        changed += await this.#escalate(due[index], situation, now);
      }
    } while (changed > 0 && !signal?.aborted);
    await afterChange();
  }

  /** On its own, so that one that cannot be changed stops no other. */
  async #escalate(
    request: RequestRecord,
    { deciders }: RequestSituation,
    now: Date,
  ): Promise<number> {
    const { knex, store, transitions, logger } = this.#options;
    const approvers = deciders.eligible.size > 0 ? deciders.approvers : [];
    try {
      return await runTransaction(knex, async trx => {
        const changed = await transitions.apply(trx, {
          requests: [request],
          at: now,
          type: 'escalated',
          change: { escalates: true, approvers },
          facts: () => ({
            from: request.approvers.map(one => ({ ...one })),
            to: approvers.map(one => ({ ...one })),
          }),
        });
        for (const one of changed) {
          await store.replaceApprovers(trx, one, approvers);
        }
        return changed.length;
      });
    } catch (error) {
      logger.warn(
        `Request ${
          request.id
        } waits too long, and the next sweep tries again: ${stringifyError(
          error,
        )}`,
      );
      return 0;
    }
  }
}
