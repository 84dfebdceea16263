import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { Clock } from '../clock';
import { runTransaction } from '../database/runTransaction';
import type { DatabaseRequestQueries } from './DatabaseRequestQueries';
import type { RequestRecord } from './RequestRecord';
import type {
  RequestTransition,
  RequestTransitions,
} from './RequestTransitions';

/** @see SweepDueRequests */
export interface SweepDueRequestsOptions {
  knex: Knex;
  queries: DatabaseRequestQueries;
  transitions: RequestTransitions;
  clock: Clock;
  logger: LoggerService;
  afterChange: () => Promise<void>;
}

const PAGE = 100;

type DueTransition = (
  request: RequestRecord,
  now: Date,
) => Omit<RequestTransition, 'requests' | 'at'>;

/**
 * Closes requests that nobody decided in time, and reminds approvers of those that wait. Nothing depends on it being
 * punctual: a request past its time cannot be decided, sweep or not.
 */
export class SweepDueRequests {
  readonly #options: SweepDueRequestsOptions;

  constructor(options: SweepDueRequestsOptions) {
    this.#options = options;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const { queries, afterChange } = this.#options;
    await this.#each(
      now => queries.overdue(now, PAGE),
      () => ({
        type: 'expired',
        change: { status: 'expired', newVersion: true },
      }),
      signal,
    );
    await this.#each(
      now => queries.toRemind(now, PAGE),
      (request, now) => ({
        type: 'reminded',
        change: { reminders: request.reminders.filter(at => at > now) },
      }),
      signal,
    );
    await afterChange();
  }

  /** Page by page until none is due; each request on its own, so that one that cannot be changed stops no other. */
  async #each(
    due: (now: Date) => Promise<RequestRecord[]>,
    transition: DueTransition,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const now = this.#options.clock.now();
    let changed = 0;
    do {
      changed = 0;
      for (const request of await due(now)) {
        changed += await this.#apply(request, transition(request, now), now);
      }
    } while (changed > 0 && !signal?.aborted);
  }

  async #apply(
    request: RequestRecord,
    transition: ReturnType<DueTransition>,
    now: Date,
  ): Promise<number> {
    const { knex, transitions, logger } = this.#options;
    try {
      const applied = await runTransaction(knex, trx =>
        transitions.apply(trx, { ...transition, requests: [request], at: now }),
      );
      return applied.length;
    } catch (error) {
      logger.warn(
        `Request ${
          request.id
        } is due, and the next sweep tries again: ${stringifyError(error)}`,
      );
      return 0;
    }
  }
}
