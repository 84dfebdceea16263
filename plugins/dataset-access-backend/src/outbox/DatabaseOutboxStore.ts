import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { toJson } from '../database/columns';
import { isPostgres } from '../database/openDatabase';
import type { OutboxMessage } from './OutboxMessage';

/** A message that waits. */
export interface WaitingMessage {
  position: string | number;
  kind: string;
  payload: JsonObject;
  attempts: number;
}

/** The right to deliver the messages of one lane, until it runs out. */
export interface LaneLease {
  lane: string;
  holder: string;
}

/**
 * The outbox in the database.
 *
 * ```
 *  enqueue (in the change's transaction): lane.pending + 1
 *  claim:    free lanes with pending > 0 ──► leased to one worker until `leased_until`
 *  complete: message delivered, lane.pending - 1
 *  release:  lease given back; after a failure the lane waits until `available_at`
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
    const added: Array<{ lane: string }> = await trx('outbox')
      .insert(
        messages.map(message => ({
          lane: message.lane,
          kind: message.kind,
          payload: JSON.stringify(message.payload),
          dedupe_key: message.dedupeKey,
          created_at: now,
        })),
      )
      .onConflict('dedupe_key')
      .ignore()
      .returning('lane');
    const perLane = new Map<string, number>();
    for (const { lane } of added) {
      perLane.set(lane, (perLane.get(lane) ?? 0) + 1);
    }
    // always in the same order, so that two transactions never wait for each other's lanes crosswise
    for (const lane of [...perLane.keys()].sort()) {
      const pending = perLane.get(lane)!;
      await trx('outbox_lanes')
        .insert({ lane, pending, available_at: now })
        .onConflict('lane')
        .merge({
          pending: trx.raw('outbox_lanes.pending + ?', [pending]),
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
  ): Promise<LaneLease[]> {
    const free = this.#knex('outbox_lanes')
      .select('lane')
      .where('pending', '>', 0)
      .where('available_at', '<=', now)
      .where(lease =>
        lease.whereNull('leased_until').orWhere('leased_until', '<=', now),
      )
      .orderBy('available_at')
      .limit(limit);
    const lanes: Array<{ lane: string }> = await this.#knex('outbox_lanes')
      .whereIn(
        'lane',
        // SQLite has one writer at a time and no row locks; the statement itself is atomic there
        isPostgres(this.#knex) ? free.forUpdate().skipLocked() : free,
      )
      .update({ leased_by: holder, leased_until: leasedUntil })
      .returning('lane');
    return lanes.map(({ lane }) => ({ lane, holder }));
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
    const rows: Array<Omit<WaitingMessage, 'payload'> & { payload: string }> =
      await this.#knex('outbox')
        .select('position', 'kind', 'payload', 'attempts')
        .where({ lane })
        .whereNull('delivered_at')
        .orderBy('position');
    return rows.map(row => ({
      ...row,
      payload: toJson<JsonObject>(row.payload),
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

  async recordFailure(message: WaitingMessage, error: string): Promise<void> {
    await this.#knex('outbox')
      .where({ position: message.position })
      .update({ attempts: message.attempts + 1, last_error: error });
  }

  /** Gives a lane back; with `retryAt`, nobody takes it before that. An idle lane disappears. */
  async release(lease: LaneLease, retryAt?: Date): Promise<void> {
    await this.#knex('outbox_lanes')
      .where({ lane: lease.lane, leased_by: lease.holder })
      .update({
        leased_by: null,
        leased_until: null,
        ...(retryAt && { available_at: retryAt }),
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
