import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import {
  InstantColumn,
  Nullable,
  toInstant,
  toJson,
} from '../database/columns';
import { insertMany } from '../database/insertMany';
import { AuditEvent, AuditSubject, ChainHead } from './eventChain';

interface AuditEventRow {
  subject_type: AuditSubject['type'];
  subject_id: string;
  seq: number;
  type: string;
  at: InstantColumn;
  actor_ref: Nullable<string>;
  facts: string;
  text: Nullable<string>;
  text_salt: Nullable<string>;
  text_digest: Nullable<string>;
  prev_hash: string;
  hash: string;
}

/** Hears of every event that is added, in the transaction of the change. */
export type AuditListener = (
  trx: Knex.Transaction,
  events: readonly AuditEvent[],
) => Promise<void>;

/** The append-only history. There is no way to change or remove an event; the database refuses it, too. */
export class DatabaseAuditStore {
  readonly #knex: Knex;
  readonly #listener: AuditListener | undefined;

  constructor(knex: Knex, listener?: AuditListener) {
    this.#knex = knex;
    this.#listener = listener;
  }

  /** Adds events in the transaction of the change they tell about. All that happens comes by here. */
  async append(
    trx: Knex.Transaction,
    events: readonly AuditEvent[],
  ): Promise<void> {
    await insertMany(trx, 'audit_events', events.map(toRow));
    await this.#listener?.(trx, events);
  }

  /** Where the chains of some subjects stand that have any events, also when the subjects themselves are gone. */
  async heads(
    trx: Knex.Transaction,
    type: AuditSubject['type'],
    ids: readonly string[],
  ): Promise<Map<string, ChainHead>> {
    const rows = await trx<AuditEventRow>('audit_events as e')
      .select('e.subject_id', 'e.seq', 'e.hash')
      .where('e.subject_type', type)
      .whereIn('e.subject_id', ids)
      .whereNotExists(
        trx('audit_events as later')
          .select(trx.raw('1'))
          .whereRaw(
            'later.subject_type = e.subject_type and later.subject_id = e.subject_id and later.seq > e.seq',
          ),
      );
    return new Map(rows.map(row => [row.subject_id, row]));
  }

  /** The events of some subjects, in order of subject and sequence. */
  async read(
    type: AuditSubject['type'],
    ids: readonly string[],
  ): Promise<AuditEvent[]> {
    const rows = await this.#knex<AuditEventRow>('audit_events')
      .where('subject_type', type)
      .whereIn('subject_id', ids)
      .orderBy(['subject_id', 'seq']);
    return rows.map(fromRow);
  }
}

function toRow(event: AuditEvent): AuditEventRow {
  return {
    subject_type: event.subject.type,
    subject_id: event.subject.id,
    seq: event.seq,
    type: event.type,
    at: event.at,
    actor_ref: event.actor ?? null,
    facts: JSON.stringify(event.facts),
    text: event.text ?? null,
    text_salt: event.textSalt ?? null,
    text_digest: event.textDigest ?? null,
    prev_hash: event.prevHash,
    hash: event.hash,
  };
}

function fromRow(row: AuditEventRow): AuditEvent {
  return {
    subject: { type: row.subject_type, id: row.subject_id },
    seq: row.seq,
    type: row.type,
    at: toInstant(row.at),
    actor: row.actor_ref ?? undefined,
    facts: toJson<JsonObject>(row.facts),
    text: row.text ?? undefined,
    textSalt: row.text_salt ?? undefined,
    textDigest: row.text_digest ?? undefined,
    prevHash: row.prev_hash,
    hash: row.hash,
  };
}
