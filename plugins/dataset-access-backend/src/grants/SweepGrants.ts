import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import { Duration } from 'luxon';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import { runTransaction } from '../database/runTransaction';
import { escalationMessage } from '../notices/grantMessages';
import type { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import type { DatabaseTaskQueries } from '../tasks/DatabaseTaskQueries';
import type { DatabaseGrantQueries } from './DatabaseGrantQueries';
import type { DatabaseGrantStore } from './DatabaseGrantStore';
import type { GrantRecord } from './GrantRecord';
import { firstReminder } from './grantReminders';
import type { GrantTransition, GrantTransitions } from './GrantTransitions';

/** @see SweepGrants */
export interface SweepGrantsOptions {
  knex: Knex;
  grants: DatabaseGrantStore;
  grantQueries: DatabaseGrantQueries;
  taskQueries: DatabaseTaskQueries;
  grantTransitions: GrantTransitions;
  outbox: DatabaseOutboxStore;
  config: DatasetAccessConfig;
  clock: Clock;
  logger: LoggerService;
  afterChange: () => Promise<void>;
}

const PAGE = 100;

/**
 * Records that access has ended, so that the source follows; reminds holders of ends to come; and tells superusers of tasks
 * that nobody does. Access ends by the clock, when it is asked for (design §4): nothing here has to be punctual.
 */
export class SweepGrants {
  readonly #options: SweepGrantsOptions;

  constructor(options: SweepGrantsOptions) {
    this.#options = options;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const { grantQueries, taskQueries, config, afterChange } = this.#options;
    const late = Duration.fromISO(config.grants.tasksOverdueAfter).toMillis();
    await this.#each(
      now => grantQueries.overdue(now, PAGE),
      (grant, now) => this.#transition(expiry(grant, now)),
      signal,
    );
    await this.#each(
      now => grantQueries.toRemind(now, PAGE),
      (grant, now) => this.#transition(this.#reminder(grant, now)),
      signal,
    );
    await this.#each(
      now => taskQueries.toEscalate(new Date(now.getTime() - late), now, PAGE),
      (grant, now) => this.#escalate(grant, now),
      signal,
    );
    await afterChange();
  }

  /** Page by page until nothing changes any more; each grant on its own, so that one that cannot be changed stops no other. */
  async #each(
    due: (now: Date) => Promise<GrantRecord[]>,
    change: (grant: GrantRecord, now: Date) => Promise<boolean>,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const now = this.#options.clock.now();
    let changed = 0;
    do {
      changed = 0;
      for (const grant of await due(now)) {
        try {
          changed += (await change(grant, now)) ? 1 : 0;
        } catch (error) {
          this.#options.logger.warn(
            `Grant ${
              grant.id
            } is due, and the next sweep tries again: ${stringifyError(error)}`,
          );
        }
      }
    } while (changed > 0 && !signal?.aborted);
  }

  async #transition(transition: GrantTransition): Promise<boolean> {
    const { knex, grantTransitions } = this.#options;
    return runTransaction(knex, trx => grantTransitions.apply(trx, transition));
  }

  #reminder(grant: GrantRecord, now: Date): GrantTransition {
    return {
      grant,
      at: now,
      type: 'grant-ending',
      change: {
        nextReminderAt: firstReminder(
          grant.expiresAt,
          now,
          this.#options.config,
        ),
      },
      facts: { expiresAt: grant.expiresAt?.toISOString() ?? null },
    };
  }

  async #escalate(grant: GrantRecord, now: Date): Promise<boolean> {
    const { knex, grants, outbox } = this.#options;
    return runTransaction(knex, async trx => {
      const isNews = await grants.setEscalated(trx, grant.id, now);
      if (isNews) {
        await outbox.enqueue(
          trx,
          [escalationMessage(grant, grant.head.seq)],
          now,
        );
      }
      return isNews;
    });
  }
}

function expiry(grant: GrantRecord, now: Date): GrantTransition {
  const { expiresAt = now } = grant;
  return {
    grant,
    at: now,
    type: 'grant-expired',
    change: {
      state: 'expired',
      end: { at: expiresAt, reason: 'expired' },
      nextReminderAt: null,
      escalatedAt: null,
    },
    facts: { expiresAt: expiresAt.toISOString() },
  };
}
