import {
  AccessLevel,
  maxLevel,
  TaskKind,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import type { PageCursor } from '../database/pageCursor';
import { GrantCriteria, whereGrantCriteria } from '../grants/grantCriteria';
import { GrantRecord, MANUAL } from '../grants/GrantRecord';
import { selectGrants } from '../grants/selectGrants';

/** Whose tasks are looked for. */
export interface TaskQuery {
  kind?: TaskKind;
  /** Who answers for the datasets, and does not get the access. */
  principals: readonly string[];
  /** Did not ask for the access. */
  notRequestedBy: string;
  now: Date;
  criteria: GrantCriteria[];
}

/** Since when something is to be done: since the approval, or since the end. */
const SINCE = `case when g.state = 'awaiting-provisioning' then g.created_at else coalesce(g.ended_at, g.expires_at) end`;

/** What people have to do in sources that no connector reaches, read from the grants themselves. */
export class DatabaseTaskQueries {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** A page, the oldest first; one more than the limit when there is more. */
  async page(
    query: TaskQuery,
    cursor: PageCursor | undefined,
    limit: number,
  ): Promise<GrantRecord[]> {
    const backwards = cursor?.direction === 'prev';
    const order = backwards ? 'desc' : 'asc';
    const grants = await selectGrants(this.#knex, grant => {
      whereTask(grant, query);
      grant.orderByRaw(`${SINCE} ${order}, g.id ${order}`).limit(limit + 1);
      if (cursor) {
        grant.whereRaw(`(${SINCE}, g.id) ${backwards ? '<' : '>'} (?, ?)`, [
          new Date(cursor.value),
          cursor.id,
        ]);
      }
    });
    return backwards ? grants.reverse() : grants;
  }

  /** How many there are, up to a limit. */
  async count(query: TaskQuery, limit: number): Promise<number> {
    const tasks = this.#knex('access_grants as g').select('g.id').limit(limit);
    whereTask(tasks, query);
    const [{ count }] = await this.#knex
      .from(tasks.as('tasks'))
      .count({ count: '*' });
    return Number(count);
  }

  /** Tasks that wait since before an instant, and nobody else was told of. */
  async toEscalate(
    since: Date,
    now: Date,
    limit: number,
  ): Promise<GrantRecord[]> {
    return selectGrants(this.#knex, grant => {
      whereByHand(grant, undefined, now);
      grant
        .whereNull('g.escalated_at')
        .whereRaw(`${SINCE} <= ?`, [since])
        .orderBy('g.id')
        .limit(limit);
    });
  }

  /** The highest level that other grants in force leave to those whose access is to be taken back, by grant. */
  async kept(
    grants: readonly GrantRecord[],
    now: Date,
  ): Promise<Map<string, AccessLevel>> {
    const rows: Array<{ id: string; level: AccessLevel }> = await this.#knex(
      'access_grants as ended',
    )
      .join('access_grants as g', join =>
        join
          .on('g.dataset_uid', 'ended.dataset_uid')
          .on('g.subject_uid', 'ended.subject_uid'),
      )
      .whereIn(
        'ended.id',
        grants.map(({ id }) => id),
      )
      .where('g.state', 'active')
      .where(end =>
        end.whereNull('g.expires_at').orWhere('g.expires_at', '>', now),
      )
      .distinct('ended.id', 'g.level');
    const levels = new Map<string, AccessLevel>();
    for (const { id, level } of rows) {
      levels.set(id, maxLevel([level, levels.get(id) ?? level])!);
    }
    return levels;
  }
}

/** What a grant is waiting for, if it is waiting for a person. */
export function taskKind({ state }: GrantRecord): TaskKind {
  return state === 'awaiting-provisioning' ? 'grant' : 'take-back';
}

/** Since when something is to be done about a grant: the counterpart of the SQL above. */
export function taskSince({
  state,
  createdAt,
  end,
  expiresAt,
}: GrantRecord): Date {
  return state === 'awaiting-provisioning'
    ? createdAt
    : end?.at ?? expiresAt ?? createdAt;
}

function whereByHand(
  query: Knex.QueryBuilder,
  kind: TaskKind | undefined,
  now: Date,
): void {
  query.where('g.connector', MANUAL).where(task => {
    if (kind !== 'take-back') {
      task.orWhere('g.state', 'awaiting-provisioning');
    }
    if (kind !== 'grant') {
      task.orWhere(ended =>
        ended
          .whereNull('g.removed_at')
          .where(over =>
            over
              .whereIn('g.state', ['revoking', 'expired'])
              .orWhere(late =>
                late
                  .where('g.state', 'active')
                  .where('g.expires_at', '<=', now),
              ),
          ),
      );
    }
  });
}

function whereTask(
  query: Knex.QueryBuilder,
  { kind, principals, notRequestedBy, now, criteria }: TaskQuery,
): void {
  whereByHand(query, kind, now);
  query
    .where(answerable =>
      answerable
        .whereExists(owner =>
          owner
            .from('dataset_owners as o')
            .whereRaw('o.dataset_ref = g.dataset_ref')
            .whereIn('o.owner_ref', principals),
        )
        .orWhereExists(approver =>
          approver
            .from('request_parties as p')
            .whereRaw('p.request_id = g.request_id')
            .where('p.role', 'approver')
            .whereIn('p.principal_ref', principals),
        ),
    )
    // nobody vouches for what he gets; and not for what he asked for, while it is to be granted
    .whereNotIn('g.subject_ref', principals)
    .where(asked =>
      asked
        .whereNot('g.state', 'awaiting-provisioning')
        .orWhereNotExists(request =>
          request
            .from('access_requests as own')
            .whereRaw('own.id = g.request_id')
            .where('own.requester_ref', notRequestedBy),
        ),
    );
  criteria.forEach(one => whereGrantCriteria(query, one));
}
