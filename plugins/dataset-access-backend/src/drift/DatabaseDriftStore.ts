import type { Knex } from 'knex';
import type { PageCursor } from '../database/pageCursor';
import { insertMany } from '../database/insertMany';
import { DriftRecord, DriftRow, fromDriftRow, toDriftRow } from './DriftRecord';

/** Whose differences are looked for. */
export interface DriftPageQuery {
  datasetRef?: string;
  /** Owners and approvers among whom one must answer for the dataset. Absent: everybody's. */
  principals?: readonly string[];
}

/** Speaks SQL about differences between sources and what they should allow. */
export class DatabaseDriftStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(id: string): Promise<DriftRecord | undefined> {
    const row: DriftRow | undefined = await this.#knex('drifts')
      .where({ id })
      .first();
    return row && fromDriftRow(row);
  }

  /** Makes what was found on one dataset all that there is. What was there before keeps its id and since when it is known. */
  async replace(
    trx: Knex.Transaction,
    { connector, datasetUid }: { connector: string; datasetUid: string },
    found: readonly DriftRecord[],
  ): Promise<void> {
    const where = { connector, dataset_uid: datasetUid };
    const before: DriftRow[] = await trx('drifts').where(where);
    const known = new Map(before.map(row => [nameOf(row), row]));
    await trx('drifts').where(where).delete();
    await insertMany(
      trx,
      'drifts',
      found.map(toDriftRow).map(row => {
        const old = known.get(nameOf(row));
        return old ? { ...row, id: old.id, found_at: old.found_at } : row;
      }),
    );
  }

  /** Those about one entitlement are mended. */
  async forget(trx: Knex.Transaction, entitlementId: string): Promise<void> {
    await trx('drifts').where({ entitlement_id: entitlementId }).delete();
  }

  async delete(id: string): Promise<void> {
    await this.#knex('drifts').where({ id }).delete();
  }

  /** A page, the newest first; one more than the limit when there is more. */
  async page(
    { datasetRef, principals }: DriftPageQuery,
    cursor: PageCursor | undefined,
    limit: number,
  ): Promise<DriftRecord[]> {
    const backwards = cursor?.direction === 'prev';
    const order = backwards ? 'asc' : 'desc';
    const query = this.#knex('drifts as d')
      .select('d.*')
      .where(datasetRef ? { 'd.dataset_ref': datasetRef } : {})
      .orderBy([
        { column: 'd.found_at', order },
        { column: 'd.id', order },
      ])
      .limit(limit + 1);
    if (principals) {
      query.whereExists(owner =>
        owner
          .from('dataset_owners as o')
          .whereRaw('o.dataset_ref = d.dataset_ref')
          .whereIn('o.owner_ref', principals),
      );
    }
    if (cursor) {
      query.whereRaw(`(d.found_at, d.id) ${backwards ? '>' : '<'} (?, ?)`, [
        new Date(cursor.value),
        cursor.id,
      ]);
    }
    const rows: DriftRow[] = await query;
    const drifts = rows.map(fromDriftRow);
    return backwards ? drifts.reverse() : drifts;
  }
}

function nameOf({ holder, kind }: DriftRow): string {
  return `${kind}\n${holder}`;
}
