import {
  AccessLevel,
  GrantState,
  maxLevel,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import type { PageCursor } from '../database/pageCursor';
import type { EntitlementKey } from '../entitlements/EntitlementRecord';
import { GrantCriteria, whereGrantCriteria } from './grantCriteria';
import type { GrantRecord } from './GrantRecord';
import { whereOpen, whereState } from './grantStateSql';
import { selectGrants } from './selectGrants';

/** What a list of grants shows, newest first. */
export interface GrantPageQuery {
  datasetRef?: string;
  subjects?: readonly string[];
  /** As of `now`: a grant past its end counts as expired. */
  state?: GrantState;
  /** Only those that are not over, or that the source may still allow. */
  open?: boolean;
  now: Date;
  criteria: GrantCriteria[];
}

/** Lists of grants, each in one statement. */
export class DatabaseGrantQueries {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** A page, newest first; one more than the limit when there is more. */
  async page(
    { datasetRef, subjects, state, open, now, criteria }: GrantPageQuery,
    cursor: PageCursor | undefined,
    limit: number,
  ): Promise<GrantRecord[]> {
    const backwards = cursor?.direction === 'prev';
    const order = backwards ? 'asc' : 'desc';
    const grants = await selectGrants(this.#knex, query => {
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
      if (open) {
        whereOpen(query);
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

  /** Those that one entitlement is about. */
  async ofEntitlement(
    { connector, dataset, subject }: EntitlementKey,
    connection: Knex,
  ): Promise<GrantRecord[]> {
    return selectGrants(connection, query =>
      query
        .where({
          'g.connector': connector,
          'g.dataset_uid': dataset.uid,
          'g.subject_uid': subject.uid,
        })
        .whereNull('g.removed_at')
        .orderBy(['g.created_at', 'g.id']),
    );
  }

  /** The highest level that grants are to give, by entitlement; those to which none gives anything are missing. */
  async wantedLevels(
    entitlementIds: readonly string[],
    now: Date,
  ): Promise<Map<string, AccessLevel>> {
    const rows: Array<{ id: string; level: AccessLevel }> = await this.#knex(
      'entitlements as e',
    )
      .join('access_grants as g', join =>
        join
          .on('g.connector', 'e.connector')
          .on('g.dataset_uid', 'e.dataset_uid')
          .on('g.subject_uid', 'e.subject_uid'),
      )
      .whereIn('e.id', entitlementIds)
      .whereIn('g.state', ['provisioning', 'failed', 'active'])
      .where(end =>
        end.whereNull('g.expires_at').orWhere('g.expires_at', '>', now),
      )
      .distinct('e.id', 'g.level');
    const levels = new Map<string, AccessLevel>();
    for (const { id, level } of rows) {
      levels.set(id, maxLevel([level, levels.get(id) ?? level])!);
    }
    return levels;
  }

  /** Those whose end has come and was not recorded yet. */
  async overdue(now: Date, limit: number): Promise<GrantRecord[]> {
    return selectGrants(this.#knex, query =>
      query
        // also what was there before, and is to be given again
        .whereIn('g.state', ['active', 'suspended', 'provisioning', 'failed'])
        .where('g.expires_at', '<=', now)
        .orderBy('g.expires_at')
        .limit(limit),
    );
  }

  /** Those whose holders are to be reminded that they end. */
  async toRemind(now: Date, limit: number): Promise<GrantRecord[]> {
    return selectGrants(this.#knex, query =>
      query
        .where('g.state', 'active')
        .where('g.next_reminder_at', '<=', now)
        .orderBy('g.next_reminder_at')
        .limit(limit),
    );
  }

  /** Those that are not over, in the order of their ids. */
  async openAfter(after: string, limit: number): Promise<GrantRecord[]> {
    return selectGrants(this.#knex, query =>
      query
        .where('g.id', '>', after)
        .whereNotIn('g.state', ['revoking', 'revoked', 'expired'])
        .orderBy('g.id')
        .limit(limit),
    );
  }
}
