import type { GrantState } from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { recordChanges } from '../changes/DatabaseChanges';
import type { PageCursor } from '../database/pageCursor';
import { GrantCriteria, whereGrantCriteria } from './grantCriteria';
import {
  fromGrantRow,
  GrantRecord,
  GrantRowWithHead,
  toGrantRow,
} from './GrantRecord';

/** What a list of grants shows, newest first. */
export interface GrantPageQuery {
  datasetRef?: string;
  subjects?: readonly string[];
  /** As of `now`: a grant past its end counts as expired. */
  state?: GrantState;
  now: Date;
  criteria: GrantCriteria[];
}

/** Speaks SQL about grants. */
export class DatabaseGrantStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async insert(
    trx: Knex.Transaction,
    grants: readonly GrantRecord[],
  ): Promise<void> {
    if (grants.length > 0) {
      await trx('access_grants').insert(grants.map(toGrantRow));
      // grants decide about access, so every change of one is a new revision (design §2)
      await recordChanges(
        trx,
        'grant',
        grants.map(({ id }) => id),
        grants[0].updatedAt,
      );
    }
  }

  /**
   * Makes a grant active that still is as it was read.
   *
   * @returns false when somebody else was faster
   */
  async activate(
    trx: Knex.Transaction,
    grant: GrantRecord,
    change: {
      confirmedBy: string;
      accessNote?: string;
      activatedAt: Date;
      expiresAt?: Date;
    },
  ): Promise<boolean> {
    const updated = await trx('access_grants')
      .where({
        id: grant.id,
        state: 'awaiting-provisioning',
        version: grant.version,
        event_seq: grant.head.seq,
      })
      .update({
        state: 'active',
        version: trx.raw('version + 1'),
        event_seq: trx.raw('event_seq + 1'),
        confirmed_by: change.confirmedBy,
        access_note: change.accessNote ?? grant.accessNote ?? null,
        activated_at: change.activatedAt,
        expires_at: change.expiresAt ?? null,
        updated_at: change.activatedAt,
      });
    if (updated > 0) {
      await recordChanges(trx, 'grant', [grant.id], change.activatedAt);
    }
    return updated > 0;
  }

  /** @param connection - the transaction to read in, when there is one */
  async get(
    ids: readonly string[],
    connection: Knex = this.#knex,
  ): Promise<GrantRecord[]> {
    return this.#select(query => query.whereIn('g.id', ids), connection);
  }

  /** Those that give access, or may at a later time: what decisions depend on. */
  async active(now: Date): Promise<GrantRecord[]> {
    return this.#select(query =>
      query
        .where('g.state', 'active')
        .where(end =>
          end.whereNull('g.expires_at').orWhere('g.expires_at', '>', now),
        ),
    );
  }

  async ofRequests(
    requestIds: readonly string[],
  ): Promise<Map<string, GrantRecord>> {
    const grants = await this.#select(query =>
      query.whereIn('g.request_id', requestIds),
    );
    return new Map(
      grants.flatMap(grant =>
        grant.requestId ? [[grant.requestId, grant]] : [],
      ),
    );
  }

  /** Grants of some subjects on one dataset that give access or will. Expiry is for the reader to judge. */
  async living(
    datasetRef: string,
    subjects: readonly string[],
  ): Promise<GrantRecord[]> {
    return this.#select(query =>
      query
        .where('g.dataset_ref', datasetRef)
        .whereIn('g.subject_ref', subjects)
        .whereIn('g.state', ['awaiting-provisioning', 'provisioning', 'active'])
        .orderBy(['g.created_at', 'g.id']),
    );
  }

  /** A page, newest first; one more than the limit when there is more. */
  async page(
    { datasetRef, subjects, state, now, criteria }: GrantPageQuery,
    cursor: PageCursor | undefined,
    limit: number,
  ): Promise<GrantRecord[]> {
    const backwards = cursor?.direction === 'prev';
    const order = backwards ? 'asc' : 'desc';
    const grants = await this.#select(query => {
      query
        .where(datasetRef ? { 'g.dataset_ref': datasetRef } : {})
        .orderBy([
          { column: 'g.created_at', order },
          { column: 'g.id', order },
        ])
        .limit(limit + 1);
      if (state) {
        whereState(query, state, now);
      }
      if (subjects) {
        query.whereIn('g.subject_ref', subjects);
      }
      criteria.forEach(one => whereGrantCriteria(query, one));
      if (cursor) {
        query.whereRaw(`(g.created_at, g.id) ${backwards ? '>' : '<'} (?, ?)`, [
          new Date(cursor.value),
          cursor.id,
        ]);
      }
    });
    return backwards ? grants.reverse() : grants;
  }

  async #select(
    refine: (query: Knex.QueryBuilder) => void,
    connection: Knex = this.#knex,
  ): Promise<GrantRecord[]> {
    const query = connection('access_grants as g')
      .select('g.*', 'head.hash as head_hash')
      .leftJoin('audit_events as head', join =>
        join
          .onVal('head.subject_type', 'grant')
          .on('head.subject_id', 'g.id')
          .on('head.seq', 'g.event_seq'),
      );
    refine(query);
    const rows: GrantRowWithHead[] = await query;
    return rows.map(fromGrantRow);
  }
}

/** The counterpart of `grantStateAt` in SQL. */
function whereState(
  query: Knex.QueryBuilder,
  state: GrantState,
  now: Date,
): void {
  const ended = (grants: Knex.QueryBuilder) =>
    grants.where('g.state', 'active').where('g.expires_at', '<=', now);
  if (state === 'expired') {
    query.where(any => any.where('g.state', 'expired').orWhere(ended));
  } else {
    query.where('g.state', state).whereNot(ended);
  }
}
