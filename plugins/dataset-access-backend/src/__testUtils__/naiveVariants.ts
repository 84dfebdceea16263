import type { Knex } from 'knex';
import { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import { DatabaseRequestStore } from '../requests/DatabaseRequestStore';

/**
 * Replaces the guarded update of requests by what one would write without thinking of a second process: look whether the
 * request is pending, then write. The race tests must catch it, or they are worth nothing.
 */
export function decideNaively(): void {
  DatabaseRequestStore.prototype.change = async function change(
    trx,
    expected,
    { status, decidedBy },
    now,
  ) {
    const changed = new Set<string>();
    for (const { id, head } of expected) {
      const { status: current } = await trx('access_requests')
        .first('status')
        .where({ id });
      if (current === 'pending') {
        await trx('access_requests')
          .where({ id })
          .update({
            status,
            decided_by: decidedBy,
            decided_at: now,
            decided_seq: head.seq + 1,
            event_seq: head.seq + 1,
          });
        changed.add(id);
      }
    }
    return changed;
  };
}

/**
 * Enqueues messages once the change is committed, as code without an outbox in the transaction would. The kill tests must
 * catch it.
 */
export function announceNaively(knex: Knex): void {
  const { enqueue } = DatabaseOutboxStore.prototype;
  DatabaseOutboxStore.prototype.enqueue = async function later(
    trx,
    messages,
    now,
  ) {
    void trx.executionPromise.then(() =>
      knex.transaction(own => enqueue.call(this, own, messages, now)),
    );
  };
}
