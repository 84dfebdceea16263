import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { Clock } from '../clock';
import { runTransaction } from '../database/runTransaction';
import type { DatabaseDomainGrantStore } from './DatabaseDomainGrantStore';
import type { DatabaseSnapshotStore } from './DatabaseSnapshotStore';
import type { DomainGrantWriter } from './DomainGrantWriter';

/** @see SweepDomainGrants */
export interface SweepDomainGrantsOptions {
  knex: Knex;
  domainGrants: DatabaseDomainGrantStore;
  snapshots: DatabaseSnapshotStore;
  grantWriter: DomainGrantWriter;
  clock: Clock;
  logger: LoggerService;
}

const AT_ONCE = 100;
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/**
 * Records that access to domains has ended, and clears away snapshots that nothing refers to. Access ends by the clock, when
 * it is asked for; nothing depends on this being done in time (design §4).
 */
export class SweepDomainGrants {
  readonly #options: SweepDomainGrantsOptions;

  constructor(options: SweepDomainGrantsOptions) {
    this.#options = options;
  }

  async run(signal?: AbortSignal): Promise<void> {
    await this.#endExpired(signal);
    await this.#forgetSnapshots(signal);
  }

  async #endExpired(signal: AbortSignal | undefined): Promise<void> {
    const { knex, domainGrants, grantWriter, clock, logger } = this.#options;
    for (;;) {
      const due = await domainGrants.due(clock.now(), AT_ONCE);
      let ended = 0;
      for (const grant of due) {
        try {
          await runTransaction(knex, trx => grantWriter.end(trx, {}, grant));
          ended += 1;
        } catch (error) {
          logger.warn(
            `Cannot record that domain grant ${
              grant.id
            } has ended; trying again: ${stringifyError(error)}`,
          );
        }
      }
      if (due.length < AT_ONCE || ended === 0 || signal?.aborted) {
        return;
      }
    }
  }

  async #forgetSnapshots(signal: AbortSignal | undefined): Promise<void> {
    const { snapshots, clock } = this.#options;
    const before = new Date(clock.now().getTime() - ABANDONED_AFTER_MS);
    for (;;) {
      const ids = await snapshots.abandoned(before, AT_ONCE);
      if (ids.length > 0) {
        await snapshots.discard(ids);
      }
      if (ids.length < AT_ONCE || signal?.aborted) {
        return;
      }
    }
  }
}
