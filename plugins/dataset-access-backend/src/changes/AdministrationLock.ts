import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { DATASET_ACCESS_CHANNEL } from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { runTransaction } from '../database/runTransaction';

/** Brings this process up to what is committed. */
export interface CatchesUp {
  catchUp(connection?: Knex): Promise<void>;
}

/** @see AdministrationLock */
export interface AdministrationLockOptions {
  knex: Knex;
  decisions: CatchesUp;
  signals: SignalsService;
  logger: LoggerService;
}

/** From here to the end of a transaction, nobody else changes who may do what. */
export async function holdAdministration(trx: Knex.Transaction): Promise<void> {
  await trx('administration').where({ id: 1 }).increment('changes', 1);
}

/** Ends the transaction of a rehearsal. */
class RehearsalOver extends Error {}

/**
 * Changes of policies, roles and responsibilities happen one after the other, in all replicas together. Each is judged by
 * what the ones before it left: two administrators cannot remove one another at the same time (threat model F10), and a
 * check for escalation cannot be overtaken. They are rare, so nobody waits long.
 */
export class AdministrationLock {
  readonly #options: AdministrationLockOptions;

  constructor(options: AdministrationLockOptions) {
    this.#options = options;
  }

  /**
   * Runs a change in a transaction of its own. When this returns, decisions in this process obey it.
   *
   * @throws `RETRY_LATER` and what the work throws; nothing is saved then
   */
  async run<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    const { knex, decisions } = this.#options;
    const result = await runTransaction(knex, trx => this.#locked(trx, work));
    await decisions.catchUp();
    await this.#tellPages();
    return result;
  }

  /** A hint without content, which may be lost: open pages look for themselves from time to time. */
  async #tellPages(): Promise<void> {
    const { signals, logger } = this.#options;
    try {
      await signals.publish({
        channel: DATASET_ACCESS_CHANNEL,
        recipients: { type: 'broadcast' },
        message: { type: 'rights-changed' },
      });
    } catch (error) {
      logger.debug(`Pages were not told of a change: ${stringifyError(error)}`);
    }
  }

  /** As {@link run}, and takes everything back: what would happen. */
  async rehearse<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    let rehearsal: { result: T } | undefined;
    try {
      await runTransaction(this.#options.knex, async trx => {
        rehearsal = { result: await this.#locked(trx, work) };
        throw new RehearsalOver();
      });
    } catch (error) {
      if (!(error instanceof RehearsalOver)) {
        throw error;
      }
    }
    return rehearsal!.result;
  }

  async #locked<T>(
    trx: Knex.Transaction,
    work: (trx: Knex.Transaction) => Promise<T>,
  ): Promise<T> {
    await holdAdministration(trx);
    await this.#options.decisions.catchUp(trx);
    return work(trx);
  }
}
