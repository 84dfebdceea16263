import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import { Duration } from 'luxon';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import { runTransaction } from '../database/runTransaction';
import { emergencyMessage } from '../notices/emergencyMessages';
import type { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import type { DatabaseEmergencyStore } from './DatabaseEmergencyStore';
import type { EmergencyRecord } from './EmergencyRecord';

/** @see RemindOfReviews */
export interface RemindOfReviewsOptions {
  knex: Knex;
  emergencies: DatabaseEmergencyStore;
  outbox: DatabaseOutboxStore;
  config: DatasetAccessConfig;
  clock: Clock;
  logger: LoggerService;
  afterChange: () => Promise<void>;
}

const PAGE = 100;

/** Tells reviewers and superusers again of reviews that nobody does, each time when as long has passed again. */
export class RemindOfReviews {
  readonly #options: RemindOfReviewsOptions;

  constructor(options: RemindOfReviewsOptions) {
    this.#options = options;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const { emergencies, config, clock, logger, afterChange } = this.#options;
    const now = clock.now();
    const wait = Duration.fromISO(config.emergency.reviewOverdueAfter);
    const since = new Date(now.getTime() - wait.toMillis());
    let reminded = 0;
    let isMore = true;
    while (isMore && !signal?.aborted) {
      isMore = false;
      for (const one of await emergencies.toRemind(since, PAGE)) {
        try {
          isMore = (await this.#remind(one, now)) || isMore;
          reminded += 1;
        } catch (error) {
          logger.warn(
            `The review of emergency access ${
              one.id
            } is overdue, and the next sweep tells of it: ${stringifyError(
              error,
            )}`,
          );
        }
      }
    }
    if (reminded > 0) {
      await afterChange();
    }
  }

  async #remind(emergency: EmergencyRecord, now: Date): Promise<boolean> {
    const { knex, emergencies, outbox } = this.#options;
    return runTransaction(knex, async trx => {
      const isMine = await emergencies.setReminded(trx, emergency, now);
      if (isMine) {
        await outbox.enqueue(
          trx,
          [emergencyMessage(emergency, `reminded:${now.toISOString()}`)],
          now,
        );
      }
      return isMine;
    });
  }
}
