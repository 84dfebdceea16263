import type { ResponsibilityState } from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { recordChanges } from '../changes/DatabaseChanges';
import type { PageCursor } from '../database/pageCursor';
import {
  fromResponsibilityRow,
  ResponsibilityRecord,
  toResponsibilityRow,
} from './ResponsibilityRecord';

/** What a list of responsibilities shows, newest first. */
export interface ResponsibilityPageQuery {
  resource?: string;
  subject?: string;
  /** As of `now`. */
  state?: ResponsibilityState;
  now: Date;
}

/** Speaks SQL about responsibilities. Removed ones stay for their history, and are found by nobody else. */
export class DatabaseResponsibilityStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async insert(
    trx: Knex.Transaction,
    record: ResponsibilityRecord,
  ): Promise<void> {
    await trx('responsibilities').insert(toResponsibilityRow(record));
    await recordChanges(trx, 'responsibility', [record.id], record.createdAt);
  }

  /**
   * Replaces a responsibility that still is as it was read.
   *
   * @param seen - the version that was read
   * @returns false when somebody else was faster
   */
  async update(
    trx: Knex.Transaction,
    record: ResponsibilityRecord,
    seen: number,
    at: Date,
    change: { isRemoved?: boolean } = {},
  ): Promise<boolean> {
    const { id, ...columns } = toResponsibilityRow(record);
    const updated = await trx('responsibilities')
      .where({ id, version: seen, deleted_at: null })
      .update({ ...columns, deleted_at: change.isRemoved ? at : null });
    if (updated > 0) {
      await recordChanges(trx, 'responsibility', [id], at);
    }
    return updated > 0;
  }

  /** @param ids - absent: all */
  async get(
    ids?: readonly string[],
    connection: Knex = this.#knex,
  ): Promise<ResponsibilityRecord[]> {
    return select(connection, query => {
      if (ids) {
        query.whereIn('r.id', ids);
      }
    });
  }

  /** Those that are neither terminated nor ended: what decisions can still depend on. */
  async living(now: Date): Promise<ResponsibilityRecord[]> {
    return select(this.#knex, query =>
      query
        .whereNull('r.terminated_at')
        .where(end =>
          end.whereNull('r.ends_at').orWhere('r.ends_at', '>', now),
        ),
    );
  }

  /** Those that are active now, of one role on any of some entities; an index finds them by the entity. */
  async holders(
    role: string,
    resources: readonly string[],
    now: Date,
  ): Promise<ResponsibilityRecord[]> {
    return select(this.#knex, query => {
      query
        .whereIn('r.resource_ref', resources)
        .where('r.role', role)
        .orderBy('r.subject_ref');
      whereState(query, 'active', now);
    });
  }

  /** The one that is not terminated, of a role, a subject and a resource. */
  async open(
    trx: Knex.Transaction,
    role: string,
    subject: string,
    resource: string,
  ): Promise<ResponsibilityRecord | undefined> {
    const [found] = await select(trx, query =>
      query.whereNull('r.terminated_at').where({
        'r.role': role,
        'r.subject_ref': subject,
        'r.resource_ref': resource,
      }),
    );
    return found;
  }

  /** A page, newest first; one more than the limit when there is more. */
  async page(
    { resource, subject, state, now }: ResponsibilityPageQuery,
    cursor: PageCursor | undefined,
    limit: number,
  ): Promise<ResponsibilityRecord[]> {
    const backwards = cursor?.direction === 'prev';
    const order = backwards ? 'asc' : 'desc';
    const found = await select(this.#knex, query => {
      query
        .where(resource ? { 'r.resource_ref': resource } : {})
        .where(subject ? { 'r.subject_ref': subject } : {})
        .orderBy([
          { column: 'r.created_at', order },
          { column: 'r.id', order },
        ])
        .limit(limit + 1);
      if (state) {
        whereState(query, state, now);
      }
      if (cursor) {
        query.whereRaw(`(r.created_at, r.id) ${backwards ? '>' : '<'} (?, ?)`, [
          new Date(cursor.value),
          cursor.id,
        ]);
      }
    });
    return backwards ? found.reverse() : found;
  }
}

/** The counterpart of `responsibilityStateAt` in SQL. */
function whereState(
  query: Knex.QueryBuilder,
  state: ResponsibilityState,
  now: Date,
): void {
  if (state === 'ended') {
    query.whereRaw('r.ends_at <= coalesce(r.terminated_at, ?)', [now]);
    return;
  }
  if (state === 'terminated') {
    query
      .whereNotNull('r.terminated_at')
      .whereRaw('(r.ends_at is null or r.ends_at > r.terminated_at)');
    return;
  }
  query
    .whereNull('r.terminated_at')
    .where(end => end.whereNull('r.ends_at').orWhere('r.ends_at', '>', now))
    .where('r.starts_at', state === 'planned' ? '>' : '<=', now);
}

async function select(
  connection: Knex,
  refine: (query: Knex.QueryBuilder) => void,
): Promise<ResponsibilityRecord[]> {
  const query = connection('responsibilities as r')
    .select('r.*', 'head.hash as head_hash')
    .whereNull('r.deleted_at')
    .leftJoin('audit_events as head', join =>
      join
        .onVal('head.subject_type', 'responsibility')
        .on('head.subject_id', 'r.id')
        .on('head.seq', 'r.event_seq'),
    );
  refine(query);
  return (await query).map(fromResponsibilityRow);
}
