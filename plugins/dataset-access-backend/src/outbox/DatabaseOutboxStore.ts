import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import {
  InstantColumn,
  Nullable,
  toJson,
  toOptionalInstant,
} from '../database/columns';
import { inParts } from '../database/insertMany';
import { isPostgres } from '../database/openDatabase';
import type { OutboxMessage } from './OutboxMessage';

/** A message that waits. */
export interface WaitingMessage {
  position: string | number;
  kind: string;
  payload: JsonObject;
  attempts: number;
  /** Not before this; absent before the first attempt. */
  retryAt?: Date;
}

/** The right to deliver the messages of one lane, until it runs out. */
export interface LaneLease {
  lane: string;
  holder: string;
}

/** Which lanes a worker takes: those whose names begin in one of these ways, or all others. */
export interface LaneChoice {
  prefixes: readonly string[];
  others?: true;
}

/** Why a lane is given back with messages in it. */
export interface LanePause {
  /** Failed messages are not tried before this. */
  until: Date;
  /** How many messages the lane had ever got when it was leased; one that came in since does not wait. */
  enqueued: number;
}

/**
 * The outbox in the database.
 *
 * ```
 *  enqueue (in the change's transaction): lane.pending + 1
 *  claim:    free lanes with pending > 0 ──► leased to one worker until `leased_until`
 *  complete: message delivered, lane.pending - 1
 *  release:  lease given back; with nothing left but failed messages, the lane waits until `available_at`,
 *            unless a message came in meanwhile
 *  A worker that dies keeps its lease until it runs out; then another one takes the lane over.
 * ```
 */
export class DatabaseOutboxStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async enqueue(
    trx: Knex.Transaction,
    messages: readonly OutboxMessage[],
    now: Date,
  ): Promise<void> {
    if (messages.length === 0) {
      return;
    }
    const added: Array<{ lane: string }> = [];
    for (const some of inParts(messages)) {
      added.push(
        ...(await trx('outbox')
          .insert(
            some.map(message => ({
              lane: message.lane,
              kind: message.kind,
              payload: JSON.stringify(message.payload),
              dedupe_key: message.dedupeKey,
              created_at: now,
            })),
          )
          .onConflict('dedupe_key')
          .ignore()
          .returning('lane')),
      );
    }
    const perLane = new Map<string, number>();
    for (const { lane } of added) {
      perLane.set(lane, (perLane.get(lane) ?? 0) + 1);
    }
    // always in the same order, so that two transactions never wait for each other's lanes crosswise
    const lanes = [...perLane].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const some of inParts(lanes)) {
      await trx('outbox_lanes')
        .insert(
          some.map(([lane, pending]) => ({
            ...{ lane, pending, enqueued: pending },
            available_at: now,
          })),
        )
        .onConflict('lane')
        .merge({
          pending: trx.raw('outbox_lanes.pending + excluded.pending'),
          enqueued: trx.raw('outbox_lanes.enqueued + excluded.enqueued'),
          available_at: now,
        });
    }
  }

  /** Takes lanes that nobody works on. */
  async claim(
    holder: string,
    now: Date,
    leasedUntil: Date,
    limit: number,
    choice?: LaneChoice,
  ): Promise<Array<LaneLease & Pick<LanePause, 'enqueued'>>> {
    const free = this.#knex('outbox_lanes')
      .select('lane')
      .where('pending', '>', 0)
      .where('available_at', '<=', now)
      .where(lease =>
        lease.whereNull('leased_until').orWhere('leased_until', '<=', now),
      )
      .orderBy('available_at')
      .limit(limit);
    if (choice) {
      const begins = (any: Knex.QueryBuilder) =>
        choice.prefixes.forEach(prefix =>
          any.orWhere('lane', 'like', `${prefix}%`),
        );
      if (choice.others) {
        free.whereNot(begins);
      } else {
        free.where(begins);
      }
    }
    const lanes: Array<{ lane: string; enqueued: number }> = await this.#knex(
      'outbox_lanes',
    )
      .whereIn(
        'lane',
        // SQLite has one writer at a time and no row locks; the statement itself is atomic there
        isPostgres(this.#knex) ? free.forUpdate().skipLocked() : free,
      )
      .update({ leased_by: holder, leased_until: leasedUntil })
      .returning(['lane', 'enqueued']);
    return lanes.map(lane => ({ ...lane, holder }));
  }

  /** @returns false when the lease ran out and somebody else has the lane now */
  async extend(lease: LaneLease, leasedUntil: Date): Promise<boolean> {
    const updated = await this.#knex('outbox_lanes')
      .where({ lane: lease.lane, leased_by: lease.holder })
      .update({ leased_until: leasedUntil });
    return updated > 0;
  }

  /** The waiting messages of a lane, oldest first. */
  async waiting(lane: string): Promise<WaitingMessage[]> {
    const rows: Array<
      Pick<WaitingMessage, 'position' | 'kind' | 'attempts'> & {
        payload: string;
        retry_at: Nullable<InstantColumn>;
      }
    > = await this.#knex('outbox')
      .select('position', 'kind', 'payload', 'attempts', 'retry_at')
      .where({ lane })
      .whereNull('delivered_at')
      .orderBy('position');
    return rows.map(({ payload, retry_at: retryAt, ...row }) => ({
      ...row,
      payload: toJson<JsonObject>(payload),
      retryAt: toOptionalInstant(retryAt),
    }));
  }

  async complete(
    lease: LaneLease,
    message: WaitingMessage,
    now: Date,
  ): Promise<void> {
    await this.#knex.transaction(async trx => {
      const delivered = await trx('outbox')
        .where({ position: message.position })
        .whereNull('delivered_at')
        .update({ delivered_at: now, last_error: null });
      await trx('outbox_lanes')
        .where({ lane: lease.lane })
        .decrement('pending', delivered);
    });
  }

  async recordFailure(
    message: WaitingMessage,
    error: string,
    retryAt: Date,
  ): Promise<void> {
    await this.#knex('outbox')
      .where({ position: message.position })
      .update({
        attempts: message.attempts + 1,
        last_error: error,
        retry_at: retryAt,
      });
  }

  /** Gives a lane back, with a pause if messages in it have failed. An idle lane disappears. */
  async release(lease: LaneLease, pause?: LanePause): Promise<void> {
    await this.#knex('outbox_lanes')
      .where({ lane: lease.lane, leased_by: lease.holder })
      .update({
        leased_by: null,
        leased_until: null,
        ...(pause && {
          available_at: this.#knex.raw(
            'case when enqueued = ? then ? else available_at end',
            [pause.enqueued, pause.until],
          ),
        }),
      });
    await this.#knex('outbox_lanes')
      .where({ lane: lease.lane, pending: 0 })
      .whereNull('leased_by')
      .delete();
  }

  /** Forgets messages delivered before a given instant. */
  async purge(deliveredBefore: Date): Promise<void> {
    await this.#knex('outbox')
      .where('delivered_at', '<', deliveredBefore)
      .delete();
  }
}
