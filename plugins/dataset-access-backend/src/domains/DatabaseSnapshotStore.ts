import type { Knex } from 'knex';
import { InstantColumn, toInstant } from '../database/columns';
import { insertMany } from '../database/insertMany';
import { whereAmong } from '../database/whereAmong';

/** Whatever is still recorded after a day has been given up. */
const CAPTURE_AT_MOST_MS = 24 * 60 * 60 * 1000;

/** A snapshot-only dataset that was in a domain. */
export interface SnapshotDataset {
  ref: string;
  uid: string;
}

/** A snapshot that is being taken. */
export interface RunningCapture {
  subject: string;
  takenBy: string;
  /** Found so far. */
  datasets: number;
  startedAt: Date;
}

/**
 * Speaks SQL about snapshots. They are written page by page while the catalog is read, and count for nothing until a grant
 * refers to them; that happens in the transaction that gives the access.
 */
export class DatabaseSnapshotStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async begin(snapshot: {
    id: string;
    domainRef: string;
    subjectRef: string;
    takenBy: string;
    startedAt: Date;
  }): Promise<void> {
    await this.#knex('domain_snapshots').insert({
      id: snapshot.id,
      domain_ref: snapshot.domainRef,
      subject_ref: snapshot.subjectRef,
      taken_by: snapshot.takenBy,
      datasets: 0,
      started_at: snapshot.startedAt,
    });
  }

  async add(id: string, datasets: readonly SnapshotDataset[]): Promise<void> {
    await this.#knex.transaction(async trx => {
      await insertMany(
        trx,
        'domain_snapshot_datasets',
        datasets.map(({ ref, uid }) => ({
          snapshot_id: id,
          dataset_ref: ref,
          dataset_uid: uid,
        })),
      );
      await trx('domain_snapshots')
        .where({ id })
        .increment('datasets', datasets.length);
    });
  }

  async finish(id: string, takenAt: Date): Promise<void> {
    await this.#knex('domain_snapshots')
      .where({ id })
      .update({ taken_at: takenAt });
  }

  async discard(ids: readonly string[]): Promise<void> {
    await this.#knex.transaction(async trx => {
      await trx('domain_snapshot_datasets').whereIn('snapshot_id', ids).del();
      await trx('domain_snapshots').whereIn('id', ids).del();
    });
  }

  /** The uids of the datasets of some snapshots, by ref, by snapshot. */
  async datasetsOf(
    ids: readonly string[],
    connection: Knex = this.#knex,
  ): Promise<Map<string, Map<string, string>>> {
    const found = new Map<string, Map<string, string>>();
    if (ids.length === 0) {
      return found;
    }
    const query = connection('domain_snapshot_datasets').select(
      'snapshot_id',
      'dataset_ref',
      'dataset_uid',
    );
    whereAmong(connection, query, 'snapshot_id', ids);
    const rows: Array<{
      snapshot_id: string;
      dataset_ref: string;
      dataset_uid: string;
    }> = await query;
    for (const { snapshot_id: id, dataset_ref, dataset_uid } of rows) {
      const datasets = found.get(id) ?? new Map<string, string>();
      found.set(id, datasets.set(dataset_ref, dataset_uid));
    }
    return found;
  }

  /** Those being taken for a domain, begun after a moment; older ones were given up. */
  async running(domainRef: string, since: Date): Promise<RunningCapture[]> {
    const rows: Array<{
      subject_ref: string;
      taken_by: string;
      datasets: number;
      started_at: InstantColumn;
    }> = await this.#knex('domain_snapshots')
      .where({ domain_ref: domainRef, taken_at: null })
      .where('started_at', '>', since)
      .orderBy(['started_at', 'id']);
    return rows.map(row => ({
      subject: row.subject_ref,
      takenBy: row.taken_by,
      datasets: row.datasets,
      startedAt: toInstant(row.started_at),
    }));
  }

  /** Those taken before a moment, or begun long before it and never finished, that no grant refers to. */
  async abandoned(before: Date, limit: number): Promise<string[]> {
    const longBefore = new Date(before.getTime() - CAPTURE_AT_MOST_MS);
    const rows: Array<{ id: string }> = await this.#knex(
      'domain_snapshots as s',
    )
      .select('s.id')
      .where(old =>
        old
          .where('s.taken_at', '<', before)
          .orWhere('s.started_at', '<', longBefore),
      )
      .whereNotExists(
        this.#knex('domain_grants as g')
          .select(this.#knex.raw('1'))
          .whereRaw('g.snapshot_id = s.id'),
      )
      .limit(limit);
    return rows.map(({ id }) => id);
  }
}
