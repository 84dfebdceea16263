import type { GrantState } from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { recordChanges } from '../changes/DatabaseChanges';
import { insertMany } from '../database/insertMany';
import { GrantRecord, GrantRow, toGrantRow } from './GrantRecord';
import { selectGrants } from './selectGrants';

/** What changes about a grant. Absent: stays as it is; null: is taken away. */
export interface GrantChange {
  state?: GrantState;
  confirmedBy?: string;
  accessNote?: string;
  activatedAt?: Date;
  expiresAt?: Date | null;
  end?: GrantRecord['end'];
  removedAt?: Date;
  missingSince?: Date | null;
  nextReminderAt?: Date | null;
  escalatedAt?: Date | null;
}

/** Writes grants, and reads them by what names them. */
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
      await insertMany(trx, 'access_grants', grants.map(toGrantRow));
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
   * Changes a grant that still is as it was read, in one statement.
   *
   * @returns false when somebody else was faster; nothing happened then
   */
  async change(
    trx: Knex.Transaction,
    grant: GrantRecord,
    change: GrantChange,
    at: Date,
  ): Promise<boolean> {
    const updated = await trx('access_grants')
      .where({
        id: grant.id,
        state: grant.state,
        version: grant.version,
        event_seq: grant.head.seq,
      })
      .update({
        ...columnsOf(change),
        version: trx.raw('version + 1'),
        event_seq: trx.raw('event_seq + 1'),
        updated_at: at,
      });
    if (updated > 0) {
      await recordChanges(trx, 'grant', [grant.id], at);
    }
    return updated > 0;
  }

  /** Remembers since when a dataset or subject is gone. No change that anybody has to hear of. */
  async setMissingSince(
    ids: readonly string[],
    since: Date | undefined,
  ): Promise<void> {
    await this.#knex('access_grants')
      .whereIn('id', ids)
      .update({ missing_since: since ?? null });
  }

  /**
   * Notes that others were told of a task.
   *
   * @returns false when that was noted before
   */
  async setEscalated(
    trx: Knex.Transaction,
    id: string,
    at: Date,
  ): Promise<boolean> {
    const updated = await trx('access_grants')
      .where({ id })
      .whereNull('escalated_at')
      .update({ escalated_at: at });
    return updated > 0;
  }

  /** @param connection - the transaction to read in, when there is one */
  async get(
    ids: readonly string[],
    connection: Knex = this.#knex,
  ): Promise<GrantRecord[]> {
    return selectGrants(connection, query => query.whereIn('g.id', ids));
  }

  /** Those that give access, or may at a later time: what decisions depend on. */
  async active(now: Date): Promise<GrantRecord[]> {
    return selectGrants(this.#knex, query =>
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
    const grants = await selectGrants(this.#knex, query =>
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
    return selectGrants(this.#knex, query =>
      query
        .where('g.dataset_ref', datasetRef)
        .whereIn('g.subject_ref', subjects)
        .whereIn('g.state', [
          'awaiting-provisioning',
          'provisioning',
          'failed',
          'active',
        ])
        .orderBy(['g.created_at', 'g.id']),
    );
  }
}

function columnsOf({ end, ...change }: GrantChange): Partial<GrantRow> {
  const columns = {
    state: change.state,
    confirmed_by: change.confirmedBy,
    access_note: change.accessNote,
    activated_at: change.activatedAt,
    expires_at: change.expiresAt,
    removed_at: change.removedAt,
    missing_since: change.missingSince,
    next_reminder_at: change.nextReminderAt,
    escalated_at: change.escalatedAt,
    ...(end && {
      ended_at: end.at,
      ended_by: end.by ?? null,
      end_reason: end.reason,
    }),
  };
  return Object.fromEntries(
    Object.entries(columns).filter(([, value]) => value !== undefined),
  );
}
