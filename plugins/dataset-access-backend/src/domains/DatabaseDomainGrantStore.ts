import type { AccessLevel } from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { recordChanges } from '../changes/DatabaseChanges';
import type { PageCursor } from '../database/pageCursor';
import { whereAmong } from '../database/whereAmong';
import {
  DomainGrantRecord,
  DomainGrantRowWithMore,
  fromDomainGrantRow,
  toDomainGrantRow,
} from './DomainGrantRecord';

/** A user or group with the uid it has now. */
export interface KnownPrincipal {
  ref: string;
  uid: string;
}

/** Which grants of a domain a list shows, newest first. Those that were ended are not among them. */
export interface DomainGrantPageQuery {
  domainRef: string;
  /** Absent: those of everybody. */
  subjects?: readonly string[];
}

/** Speaks SQL about domain grants. */
export class DatabaseDomainGrantStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async insert(trx: Knex.Transaction, grant: DomainGrantRecord): Promise<void> {
    await trx('domain_grants').insert(toDomainGrantRow(grant));
    await recordChanges(trx, 'domain-grant', [grant.id], grant.createdAt);
  }

  /**
   * Replaces a grant that still is as it was read.
   *
   * @param seen - the version that was read
   * @returns false when somebody else was faster, or it was ended
   */
  async update(
    trx: Knex.Transaction,
    grant: DomainGrantRecord,
    seen: number,
  ): Promise<boolean> {
    const { id, ...columns } = toDomainGrantRow(grant);
    const updated = await trx('domain_grants')
      .where({ id, version: seen, ended_at: null })
      .update(columns);
    if (updated > 0) {
      await recordChanges(trx, 'domain-grant', [id], grant.updatedAt);
    }
    return updated > 0;
  }

  /** @param connection - the transaction to read in, when there is one */
  async get(
    ids: readonly string[],
    connection: Knex = this.#knex,
  ): Promise<DomainGrantRecord[]> {
    return select(connection, query => query.whereIn('g.id', ids));
  }

  /** Those that may give access now or later: what decisions depend on. */
  async open(now: Date): Promise<DomainGrantRecord[]> {
    return select(this.#knex, query =>
      whereOpen(query).where(end =>
        end.whereNull('g.expires_at').orWhere('g.expires_at', '>', now),
      ),
    );
  }

  /** Those of one subject that were not ended, in any domain or in one, by domain. Some may have expired. */
  async ofSubject(
    subjectRef: string,
    domainRef: string | undefined,
    connection: Knex = this.#knex,
  ): Promise<DomainGrantRecord[]> {
    return select(connection, query =>
      whereOpen(query)
        .where({ 'g.subject_ref': subjectRef })
        .where(domainRef ? { 'g.domain_ref': domainRef } : {})
        .orderBy(['g.domain_ref', 'g.created_at', 'g.id']),
    );
  }

  /** The domains, by ref and uid, that some principals hold now at one of some levels; absent refs: anywhere. */
  async heldBy(
    principals: readonly KnownPrincipal[],
    levels: readonly AccessLevel[],
    now: Date,
    domainRef?: string,
    connection: Knex = this.#knex,
  ): Promise<Array<{ ref: string; uid: string }>> {
    const uids = new Map(principals.map(({ ref, uid }) => [ref, uid]));
    const grants = await select(connection, query => {
      whereOpen(query)
        .whereIn('g.level', levels)
        .where(end =>
          end.whereNull('g.expires_at').orWhere('g.expires_at', '>', now),
        )
        .where(domainRef ? { 'g.domain_ref': domainRef } : {});
      whereAmong(connection, query, 'g.subject_ref', [...uids.keys()]);
    });
    return grants
      .filter(({ subject }) => uids.get(subject.ref) === subject.uid)
      .map(({ domain }) => domain);
  }

  /** Who holds a domain now at one of some levels. */
  async holdersOf(
    domain: { ref: string; uid: string },
    levels: readonly AccessLevel[],
    now: Date,
  ): Promise<KnownPrincipal[]> {
    const grants = await select(this.#knex, query =>
      whereOpen(query)
        .where({ 'g.domain_ref': domain.ref, 'g.domain_uid': domain.uid })
        .whereIn('g.level', levels)
        .where(end =>
          end.whereNull('g.expires_at').orWhere('g.expires_at', '>', now),
        )
        .orderBy('g.subject_ref'),
    );
    return grants.map(({ subject }) => subject);
  }

  /** The grants that came from some requests, by request. */
  async ofRequests(
    requestIds: readonly string[],
  ): Promise<Map<string, DomainGrantRecord>> {
    const grants = await select(this.#knex, query =>
      query.whereIn('g.request_id', requestIds),
    );
    return new Map(
      grants.flatMap(grant =>
        grant.requestId ? [[grant.requestId, grant]] : [],
      ),
    );
  }

  /** A page, newest first; one more than the limit when there is more. */
  async page(
    { domainRef, subjects }: DomainGrantPageQuery,
    cursor: PageCursor | undefined,
    limit: number,
  ): Promise<DomainGrantRecord[]> {
    const backwards = cursor?.direction === 'prev';
    const order = backwards ? 'asc' : 'desc';
    const grants = await select(this.#knex, query => {
      whereOpen(query)
        .where('g.domain_ref', domainRef)
        .orderBy([
          { column: 'g.created_at', order },
          { column: 'g.id', order },
        ])
        .limit(limit + 1);
      if (subjects) {
        whereAmong(this.#knex, query, 'g.subject_ref', subjects);
      }
      if (cursor) {
        query.whereRaw(`(g.created_at, g.id) ${backwards ? '>' : '<'} (?, ?)`, [
          new Date(cursor.value),
          cursor.id,
        ]);
      }
    });
    return backwards ? grants.reverse() : grants;
  }

  /** Those whose end has come and was not recorded yet. */
  async due(now: Date, limit: number): Promise<DomainGrantRecord[]> {
    return select(this.#knex, query =>
      whereOpen(query)
        .where('g.expires_at', '<=', now)
        .orderBy('g.expires_at')
        .limit(limit),
    );
  }
}

function whereOpen(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query.whereNull('g.ended_at');
}

async function select(
  connection: Knex,
  refine: (query: Knex.QueryBuilder) => void,
): Promise<DomainGrantRecord[]> {
  const query = connection('domain_grants as g')
    .select(
      'g.*',
      'head.hash as head_hash',
      's.datasets as snapshot_datasets',
      's.taken_at as snapshot_taken_at',
    )
    .leftJoin('domain_snapshots as s', 's.id', 'g.snapshot_id')
    .leftJoin('audit_events as head', join =>
      join
        .onVal('head.subject_type', 'domain-grant')
        .on('head.subject_id', 'g.id')
        .on('head.seq', 'g.event_seq'),
    );
  refine(query);
  const rows: DomainGrantRowWithMore[] = await query;
  return rows.map(fromDomainGrantRow);
}
