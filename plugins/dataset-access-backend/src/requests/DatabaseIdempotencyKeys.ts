import type { JsonObject } from '@backstage/types';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { Nullable, toJson } from '../database/columns';

/** A call that its sender may repeat. */
export interface RepeatableCall {
  actor: string;
  key: string;
  /** Digest of what was sent. */
  fingerprint: string;
}

interface IdempotencyRow {
  fingerprint: string;
  response: Nullable<string>;
}

/** Remembers the answers of calls, so that a repeated call gets the first answer and changes nothing. */
export class DatabaseIdempotencyKeys {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * @returns the answer of an earlier call with this key, if there was one
   * @throws `IDEMPOTENCY_MISMATCH` when the key was used for something else
   */
  async answered<T extends JsonObject>(
    call: RepeatableCall,
    knex: Knex = this.#knex,
  ): Promise<T | undefined> {
    const row: IdempotencyRow | undefined = await knex('idempotency_keys')
      .first('fingerprint', 'response')
      .where({ actor_ref: call.actor, key: call.key });
    if (row && row.fingerprint !== call.fingerprint) {
      throw new DatasetAccessError('IDEMPOTENCY_MISMATCH');
    }
    return row?.response ? toJson<T>(row.response) : undefined;
  }

  /**
   * Claims the key for this transaction. A second transaction with the same key waits here until the first has ended.
   *
   * @returns false when another call with the key has been answered meanwhile
   */
  async claim(
    trx: Knex.Transaction,
    call: RepeatableCall,
    now: Date,
  ): Promise<boolean> {
    const claimed = await trx('idempotency_keys')
      .insert({
        actor_ref: call.actor,
        key: call.key,
        fingerprint: call.fingerprint,
        created_at: now,
      })
      .onConflict(['actor_ref', 'key'])
      .ignore()
      .returning('key');
    return claimed.length > 0;
  }

  async answer(
    trx: Knex.Transaction,
    call: RepeatableCall,
    response: JsonObject,
  ): Promise<void> {
    await trx('idempotency_keys')
      .where({ actor_ref: call.actor, key: call.key })
      .update({ response: JSON.stringify(response) });
  }

  /** Forgets keys first used before a given instant. */
  async purge(usedBefore: Date): Promise<void> {
    await this.#knex('idempotency_keys')
      .where('created_at', '<', usedBefore)
      .delete();
  }
}
