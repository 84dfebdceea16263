import type { Knex } from 'knex';
import { DatabaseDomainGrantStore } from '../domains/DatabaseDomainGrantStore';
import type { DomainGrantRecord } from '../domains/DomainGrantRecord';
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

/**
 * Replaces the list of a group by what was read before the transaction, as one would who compares tags and then writes. The
 * race test must catch it.
 *
 * @returns what puts the second look back
 */
export function replaceListsNaively(): () => void {
  const store = DatabaseDomainGrantStore.prototype;
  const { ofSubject } = store;
  const seen = new Map<string, DomainGrantRecord[]>();
  store.ofSubject = async function remembering(subject, domain, connection) {
    const before = connection?.isTransaction ? seen.get(subject) : undefined;
    const grants =
      before ?? (await ofSubject.call(this, subject, domain, connection));
    seen.set(subject, grants);
    return grants;
  };
  return () => {
    store.ofSubject = ofSubject;
  };
}
