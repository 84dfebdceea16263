import type { Knex } from 'knex';
import type { PageCursor } from '../database/pageCursor';
import {
  DelegationRecord,
  DelegationRow,
  DelegationRowWithTexts,
  fromDelegationRow,
  toDelegationRow,
} from './DelegationRecord';

/** What a list of delegations shows, newest first. */
export interface DelegationPageQuery {
  /** Those that this user gave or was given; absent: all. */
  user?: string;
  /** Only those that are not over then. */
  notOverAt?: Date;
}

/** Speaks SQL about delegations. */
export class DatabaseDelegationStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async insert(trx: Knex.Transaction, record: DelegationRecord): Promise<void> {
    await trx('delegations').insert(toDelegationRow(record));
  }

  /** @returns false when it had ended already */
  async end(
    trx: Knex.Transaction,
    { id, head }: Pick<DelegationRecord, 'id' | 'head'>,
    by: string,
    at: Date,
  ): Promise<boolean> {
    const ended = await trx<DelegationRow>('delegations')
      .where({ id, ended_at: null, event_seq: head.seq })
      .where('ends_at', '>', at)
      .update({ ended_at: at, ended_by: by, event_seq: head.seq + 1 });
    return ended > 0;
  }

  async get(id: string): Promise<DelegationRecord | undefined> {
    const [found] = await this.#select(query => query.where('d.id', id));
    return found;
  }

  /** All that are in force; few, as people are rarely away. */
  async inForce(now: Date): Promise<DelegationRecord[]> {
    return this.#select(query =>
      query
        .whereNull('d.ended_at')
        .where('d.ends_at', '>', now)
        .where('d.starts_at', '<=', now)
        .orderBy(['d.created_at', 'd.id']),
    );
  }

  /** A page, newest first; one more than the limit when there is more. */
  async page(
    { user, notOverAt }: DelegationPageQuery,
    cursor: PageCursor | undefined,
    limit: number,
  ): Promise<DelegationRecord[]> {
    const backwards = cursor?.direction === 'prev';
    const order = backwards ? 'asc' : 'desc';
    const found = await this.#select(query => {
      query
        .orderBy([
          { column: 'd.created_at', order },
          { column: 'd.id', order },
        ])
        .limit(limit + 1);
      if (user) {
        query.where(mine =>
          mine.where('d.approver_ref', user).orWhere('d.delegate_ref', user),
        );
      }
      if (notOverAt) {
        query.whereNull('d.ended_at').where('d.ends_at', '>', notOverAt);
      }
      if (cursor) {
        query.whereRaw(`(d.created_at, d.id) ${backwards ? '>' : '<'} (?, ?)`, [
          new Date(cursor.value),
          cursor.id,
        ]);
      }
    });
    return backwards ? found.reverse() : found;
  }

  async #select(
    refine: (query: Knex.QueryBuilder) => void,
  ): Promise<DelegationRecord[]> {
    const query = this.#knex('delegations as d')
      .select('d.*', 'head.hash as head_hash', 'made.text as note')
      .leftJoin('audit_events as head', join =>
        join
          .onVal('head.subject_type', 'delegation')
          .on('head.subject_id', 'd.id')
          .on('head.seq', 'd.event_seq'),
      )
      .leftJoin('audit_events as made', join =>
        join
          .onVal('made.subject_type', 'delegation')
          .on('made.subject_id', 'd.id')
          .onVal('made.seq', 1),
      );
    refine(query);
    const rows: DelegationRowWithTexts[] = await query;
    return rows.map(fromDelegationRow);
  }
}
