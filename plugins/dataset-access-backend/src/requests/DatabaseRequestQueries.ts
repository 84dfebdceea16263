import type { Knex } from 'knex';
import type { PageCursor } from '../database/pageCursor';
import type { PartyRole } from './DatabaseRequestStore';
import { withTexts } from './requestColumns';
import { RequestCriteria, whereRequestCriteria } from './requestCriteria';
import { requestPage, RequestPageQuery } from './requestPage';
import {
  fromRequestRow,
  RequestRecord,
  RequestRowWithTexts,
} from './RequestRecord';

/** Reads requests. */
export class DatabaseRequestQueries {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Requests by id; ids that name none are left out. */
  async get(ids: readonly string[]): Promise<RequestRecord[]> {
    return this.#select(query => query.whereIn('r.id', ids));
  }

  async ofBatch(batchId: string): Promise<RequestRecord[]> {
    return this.#select(query =>
      query.where('r.batch_id', batchId).orderBy('r.beneficiary_ref'),
    );
  }

  /** The pending requests that stand in the way of new ones. */
  async openFor(
    trx: Knex.Transaction,
    datasetRef: string,
    level: string,
    beneficiaries: readonly string[],
  ): Promise<Map<string, string>> {
    const rows: Array<{ id: string; beneficiary_ref: string }> = await trx(
      'access_requests',
    )
      .select('id', 'beneficiary_ref')
      .where({ dataset_ref: datasetRef, level, status: 'pending' })
      .whereIn('beneficiary_ref', beneficiaries);
    return new Map(rows.map(row => [row.beneficiary_ref, row.id]));
  }

  /** Pending requests of a dataset that somebody filed or is meant to benefit from. */
  async openOnDataset(
    datasetRef: string,
    requester: string,
    principals: readonly string[],
  ): Promise<RequestRecord[]> {
    return this.#select(query =>
      query
        .where({ 'r.dataset_ref': datasetRef, 'r.status': 'pending' })
        .where(mine =>
          mine
            .where('r.requester_ref', requester)
            .orWhereIn('r.beneficiary_ref', principals),
        )
        .orderBy('r.created_at', 'desc')
        .limit(20),
    );
  }

  /** A page of a list, in list order; one more than the limit when there is more. */
  async page(
    query: RequestPageQuery,
    cursor: PageCursor | undefined,
    limit: number,
  ): Promise<RequestRecord[]> {
    const rows = await requestPage(this.#knex, query, cursor, limit);
    return rows.map(fromRequestRow);
  }

  /** How many open requests somebody is a party of, counted up to a limit. */
  async countOpen(query: {
    role: PartyRole;
    principals: readonly string[];
    limit: number;
    notFor?: RequestPageQuery['notFor'];
    criteria?: RequestCriteria;
  }): Promise<number> {
    const { role, principals, limit, notFor, criteria } = query;
    const open = this.#knex('request_parties as p')
      .distinct('p.request_id')
      .join('access_requests as r', 'r.id', 'p.request_id')
      .where('p.role', role)
      .whereIn('p.principal_ref', principals)
      .where('p.is_open', true)
      .limit(limit);
    if (notFor) {
      open
        .whereNot('r.requester_ref', notFor.requester)
        .whereNotIn('r.beneficiary_ref', notFor.beneficiaries);
    }
    if (criteria) {
      whereRequestCriteria(open, criteria);
    }
    const [counted]: Array<{ count: number | string }> = await this.#knex
      .count({ count: '*' })
      .from(open.as('open'));
    return Number(counted.count);
  }

  /** Pending requests that nobody decided in time. */
  async overdue(now: Date, limit: number): Promise<RequestRecord[]> {
    return this.#select(query =>
      query
        .where('r.status', 'pending')
        .where('r.pending_until', '<=', now)
        .orderBy('r.pending_until')
        .limit(limit),
    );
  }

  /** Pending requests whose next reminder is due. */
  async toRemind(now: Date, limit: number): Promise<RequestRecord[]> {
    return this.#select(query =>
      query
        .where('r.status', 'pending')
        .where('r.next_reminder_at', '<=', now)
        .orderBy('r.next_reminder_at')
        .limit(limit),
    );
  }

  /** Pending requests that have waited too long at their step. */
  async toEscalate(now: Date, limit: number): Promise<RequestRecord[]> {
    return this.#select(query =>
      query
        .where('r.status', 'pending')
        .where('r.escalate_at', '<=', now)
        .orderBy('r.escalate_at')
        .limit(limit),
    );
  }

  /** Pending requests in the order of their ids, for sweeps that go through all of them. */
  async pendingAfter(
    id: string | undefined,
    limit: number,
  ): Promise<RequestRecord[]> {
    return this.#select(query => {
      query.where('r.status', 'pending').orderBy('r.id').limit(limit);
      if (id) {
        query.where('r.id', '>', id);
      }
    });
  }

  async #select(
    refine: (query: Knex.QueryBuilder) => void,
  ): Promise<RequestRecord[]> {
    const query = withTexts(this.#knex('access_requests as r'));
    refine(query);
    const rows: RequestRowWithTexts[] = await query;
    return rows.map(fromRequestRow);
  }
}
