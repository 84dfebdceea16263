import type {
  PolicyActors,
  PolicyOrigin,
  PolicyState,
  PolicyType,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { recordChanges } from '../changes/DatabaseChanges';
import { containsPattern } from '../database/containsPattern';
import { insertMany } from '../database/insertMany';
import type { PageCursor } from '../database/pageCursor';
import {
  fromPolicyRow,
  nameKey,
  PolicyRecord,
  PolicyRowWithHead,
  toPolicyRow,
} from './PolicyRecord';

/** What a list of policies shows. */
export interface PolicyPageQuery {
  type?: PolicyType;
  state?: PolicyState;
  origin?: PolicyOrigin;
  privilege?: string;
  /** Ref of a user or group, or `role:` and the id of a role. */
  actor?: string;
  /** Must occur in name or description. */
  text?: string;
  sort: 'name' | 'updated';
  descending: boolean;
}

/** Speaks SQL about policies. Removed ones stay in their table for their history, and are found by nobody else. */
export class DatabasePolicyStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async insert(
    trx: Knex.Transaction,
    policies: readonly PolicyRecord[],
  ): Promise<void> {
    await insertMany(trx, 'policies', policies.map(toPolicyRow));
    await this.#follow(trx, policies);
  }

  /** Makes policies what they should be, whatever is there; a removed one comes back. */
  async put(
    trx: Knex.Transaction,
    policies: readonly PolicyRecord[],
  ): Promise<void> {
    if (policies.length > 0) {
      await trx('policies')
        .insert(
          policies.map(policy => ({
            ...toPolicyRow(policy),
            deleted_at: null,
          })),
        )
        .onConflict('id')
        .merge();
      await this.#follow(trx, policies);
    }
  }

  /**
   * Replaces a policy that still is as it was read.
   *
   * @param seen - the version that was read
   * @returns false when somebody else was faster
   */
  async update(
    trx: Knex.Transaction,
    policy: PolicyRecord,
    seen: number,
  ): Promise<boolean> {
    const { id, ...columns } = toPolicyRow(policy);
    const updated = await trx('policies')
      .where({ id, version: seen, deleted_at: null })
      .update(columns);
    if (updated > 0) {
      await this.#follow(trx, [policy]);
    }
    return updated > 0;
  }

  /** Removes a policy that still is as it was read; {@link PolicyRecord.head} is that of its removal. */
  async remove(
    trx: Knex.Transaction,
    policy: PolicyRecord,
    seen: number,
  ): Promise<boolean> {
    const removed = await trx('policies')
      .where({ id: policy.id, version: seen, deleted_at: null })
      .update({
        deleted_at: policy.updatedAt,
        updated_at: policy.updatedAt,
        updated_by: policy.updatedBy ?? null,
        version: policy.version,
        event_seq: policy.head.seq,
      });
    if (removed > 0) {
      await trx('policy_terms').where('policy_id', policy.id).delete();
      await recordChanges(trx, 'policy', [policy.id], policy.updatedAt);
    }
    return removed > 0;
  }

  /**
   * @param ids - absent: all
   * @param connection - the transaction to read in, when there is one
   */
  async get(
    ids?: readonly string[],
    connection: Knex = this.#knex,
  ): Promise<PolicyRecord[]> {
    return select(connection, query => {
      query.whereNull('p.deleted_at');
      if (ids) {
        query.whereIn('p.id', ids);
      }
    });
  }

  /** Whether there is, or ever was, a policy of this id. */
  async knownIds(trx: Knex.Transaction): Promise<Set<string>> {
    return new Set(await trx('policies').pluck('id'));
  }

  /** The policy that has each name, as names are compared. */
  async idsByName(trx: Knex.Transaction): Promise<Map<string, string>> {
    const rows: Array<{ id: string; name_key: string }> = await trx('policies')
      .select('id', 'name_key')
      .whereNull('deleted_at');
    return new Map(rows.map(row => [row.name_key, row.id]));
  }

  async findByNames(
    trx: Knex.Transaction,
    names: readonly string[],
  ): Promise<PolicyRecord[]> {
    return select(trx, query =>
      query.whereNull('p.deleted_at').whereIn('p.name_key', names.map(nameKey)),
    );
  }

  /** Active and inactive policies that name a role. */
  async naming(
    role: string,
    connection: Knex = this.#knex,
  ): Promise<PolicyRecord[]> {
    return select(connection, query =>
      query
        .whereNull('p.deleted_at')
        .whereIn('p.id', policiesWithTerm(connection, 'actor', `role:${role}`))
        .orderBy('p.name_key'),
    );
  }

  /** A page; one more than the limit when there is more. */
  async page(
    filter: PolicyPageQuery,
    cursor: PageCursor | undefined,
    limit: number,
  ): Promise<PolicyRecord[]> {
    const backwards = cursor?.direction === 'prev';
    const ascending = filter.descending === backwards;
    const order = ascending ? 'asc' : 'desc';
    const column = filter.sort === 'name' ? 'p.name_key' : 'p.updated_at';
    const policies = await select(this.#knex, query => {
      query
        .whereNull('p.deleted_at')
        .orderBy([
          { column, order },
          { column: 'p.id', order },
        ])
        .limit(limit + 1);
      whereFilter(query, this.#knex, filter);
      if (cursor) {
        const value =
          filter.sort === 'name'
            ? this.#knex('policies').select('name_key').where('id', cursor.id)
            : this.#knex.raw('?', [new Date(cursor.value)]);
        query.whereRaw(`(${column}, p.id) ${ascending ? '>' : '<'} (?, ?)`, [
          value,
          cursor.id,
        ]);
      }
    });
    return backwards ? policies.reverse() : policies;
  }

  /** Says what changed policies name, and that they changed. */
  async #follow(
    trx: Knex.Transaction,
    policies: readonly PolicyRecord[],
  ): Promise<void> {
    const ids = policies.map(({ id }) => id);
    await trx('policy_terms').whereIn('policy_id', ids).delete();
    await insertMany(
      trx,
      'policy_terms',
      policies.flatMap(policy => [
        ...policy.privileges.map(term => toTerm(policy, 'privilege', term)),
        ...actorTerms(policy.actors).map(term => toTerm(policy, 'actor', term)),
      ]),
    );
    await recordChanges(
      trx,
      'policy',
      ids,
      policies[0]?.updatedAt ?? new Date(0),
    );
  }
}

function toTerm({ id }: PolicyRecord, kind: string, term: string) {
  return { policy_id: id, kind, term };
}

/** How actors are searched for. */
function actorTerms(actors: PolicyActors): string[] {
  return [
    ...(actors.users ?? []),
    ...(actors.groups ?? []),
    ...(actors.roles ?? []).map(role => `role:${role}`),
  ];
}

function policiesWithTerm(knex: Knex, kind: string, term: string) {
  return knex('policy_terms').select('policy_id').where({ kind, term });
}

function whereFilter(
  query: Knex.QueryBuilder,
  knex: Knex,
  { type, state, origin, privilege, actor, text }: PolicyPageQuery,
): void {
  if (type) {
    query.where('p.type', type);
  }
  if (state) {
    query.where('p.state', state);
  }
  if (origin) {
    query.where('p.origin', origin);
  }
  if (privilege) {
    query.whereIn('p.id', policiesWithTerm(knex, 'privilege', privilege));
  }
  if (actor) {
    query.whereIn('p.id', policiesWithTerm(knex, 'actor', actor));
  }
  if (text) {
    query.whereRaw(`p.search_text like ? escape '\\'`, [containsPattern(text)]);
  }
}

async function select(
  connection: Knex,
  refine: (query: Knex.QueryBuilder) => void,
): Promise<PolicyRecord[]> {
  const query = connection('policies as p')
    .select('p.*', 'head.hash as head_hash')
    .leftJoin('audit_events as head', join =>
      join
        .onVal('head.subject_type', 'policy')
        .on('head.subject_id', 'p.id')
        .on('head.seq', 'p.event_seq'),
    );
  refine(query);
  const rows: PolicyRowWithHead[] = await query;
  return rows.map(fromPolicyRow);
}
