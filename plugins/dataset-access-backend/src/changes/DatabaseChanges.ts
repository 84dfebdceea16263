import type { Knex } from 'knex';
import { insertMany } from '../database/insertMany';
import { isPostgres } from '../database/openDatabase';

/** What can change that decides about access. */
export type ChangeSubject =
  | 'grant'
  | 'domain-grant'
  | 'policy'
  | 'role-binding'
  | 'responsibility';

/** Something that changed. Its row says what it is now; when there is none, it is gone. */
export interface Change {
  type: ChangeSubject;
  id: string;
}

/** From where on a reader has to look for changes. Opaque. */
export type ChangePosition = string;

/** Wakes the other replicas. One database may hold several plugins, so the name says whose it is. */
export const CHANGES_CHANNEL = 'dataset_access_changes';

/**
 * Records changes in the transaction that makes them, and wakes every replica when it commits.
 *
 * @param trx - the transaction of the change
 */
export async function recordChanges(
  trx: Knex.Transaction,
  type: ChangeSubject,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) {
    return;
  }
  await insertMany(
    trx,
    'changes',
    ids.map(id => ({ subject_type: type, subject_id: id, at })),
  );
  if (isPostgres(trx)) {
    await trx.raw('select pg_notify(?, ?)', [CHANGES_CHANNEL, '']);
  }
}

interface ChangeRow {
  revision: number | string;
  subject_type: ChangeSubject;
  subject_id: string;
}

/**
 * Reads what changed. A change may be read more than once and is never missed, whatever the order in which transactions
 * number their changes and commit them.
 */
export class DatabaseChanges {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** From here on; what was committed before is in the tables. */
  async position(): Promise<ChangePosition> {
    if (isPostgres(this.#knex)) {
      const { rows } = await this.#knex.raw(
        'select pg_snapshot_xmin(pg_current_snapshot())::text as position',
      );
      return rows[0].position;
    }
    const [{ last }] = await this.#knex('changes').max({ last: 'revision' });
    return String(last ?? 0);
  }

  /**
   * @param connection - the transaction to read in, when the caller has one
   */
  async since(
    position: ChangePosition,
    connection: Knex = this.#knex,
  ): Promise<{ changes: Change[]; position: ChangePosition }> {
    return isPostgres(this.#knex)
      ? sinceOnPostgres(connection, position)
      : sinceOnSqlite(connection, position);
  }

  /** Forgets changes that every living reader has seen long ago. */
  async purge(before: Date): Promise<void> {
    await this.#knex('changes').where('at', '<', before).delete();
  }
}

/**
 * Revisions are given when a change is written and become visible when it is committed, so a lower one may appear after a
 * higher one. What no transaction that still runs can have written is complete; from there on it is read again.
 */
async function sinceOnPostgres(connection: Knex, position: ChangePosition) {
  const { rows } = await connection.raw(
    `select horizon.xmin::text as position, c.revision, c.subject_type, c.subject_id
       from (select pg_snapshot_xmin(pg_current_snapshot()) as xmin) horizon
       left join changes c on c.transaction_id >= ?::xid8
      order by c.revision`,
    [position],
  );
  return {
    position: rows[0].position as string,
    changes: rows
      .filter((row: ChangeRow) => row.revision !== null)
      .map(fromRow),
  };
}

/** There is one writer at a time, so revisions are committed in their order. */
async function sinceOnSqlite(connection: Knex, position: ChangePosition) {
  const rows: ChangeRow[] = await connection('changes')
    .where('revision', '>', Number(position))
    .orderBy('revision');
  return {
    position: String(rows.at(-1)?.revision ?? position),
    changes: rows.map(fromRow),
  };
}

function fromRow({ subject_type, subject_id }: ChangeRow): Change {
  return { type: subject_type, id: subject_id };
}
