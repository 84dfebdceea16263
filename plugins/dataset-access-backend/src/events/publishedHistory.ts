import type { Knex } from 'knex';
import { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import type { Clock } from '../clock';
import type { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import { eventMessages } from './eventMessages';

/**
 * The history, of which every change of requests and grants is published. The message is written together with the entry in
 * the history, which no change does without; so whoever adds a kind of change cannot forget its event.
 */
export function publishedHistory({
  knex,
  outbox,
  clock,
}: {
  knex: Knex;
  outbox: DatabaseOutboxStore;
  clock: Clock;
}): DatabaseAuditStore {
  return new DatabaseAuditStore(knex, (trx, events) =>
    outbox.enqueue(trx, eventMessages(events), clock.now()),
  );
}
