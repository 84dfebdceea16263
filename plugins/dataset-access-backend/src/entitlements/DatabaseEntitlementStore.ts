import type { SourceTarget } from 'backstage-plugin-dataset-access-node';
import type { AccessLevel } from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import {
  EntitlementKey,
  EntitlementRecord,
  EntitlementRow,
  fromEntitlementRow,
} from './EntitlementRecord';

/** What a connector has made true. */
export interface EntitlementOutcome {
  targets: SourceTarget[];
  level?: AccessLevel;
  holder?: string;
  objects?: string;
}

/** SQLite binds about 32,000 values in one statement. */
const ROWS_AT_ONCE = 500;

/** Speaks SQL about entitlements. */
export class DatabaseEntitlementStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Notes that something else may be wanted; there are entitlements afterwards.
   *
   * @param keys - each once
   */
  async wish(
    trx: Knex.Transaction,
    keys: readonly EntitlementKey[],
    now: Date,
  ): Promise<EntitlementRecord[]> {
    const written: EntitlementRow[] = [];
    for (let from = 0; from < keys.length; from += ROWS_AT_ONCE) {
      written.push(
        ...(await trx('entitlements')
          .insert(
            keys.slice(from, from + ROWS_AT_ONCE).map(key => newRow(key, now)),
          )
          .onConflict(['connector', 'dataset_uid', 'subject_uid'])
          .merge({
            wanted_seq: trx.raw('entitlements.wanted_seq + 1'),
            version: trx.raw('entitlements.version + 1'),
            updated_at: now,
          })
          .returning('*')),
      );
    }
    return written.map(fromEntitlementRow);
  }

  async get(ids: readonly string[]): Promise<EntitlementRecord[]> {
    const rows: EntitlementRow[] = await this.#knex('entitlements').whereIn(
      'id',
      ids,
    );
    return rows.map(fromEntitlementRow);
  }

  /** What the same subject has through the same connector on other datasets. */
  async othersOf(entitlement: EntitlementRecord): Promise<EntitlementRecord[]> {
    const rows: EntitlementRow[] = await this.#knex('entitlements')
      .where({
        connector: entitlement.connector,
        subject_uid: entitlement.subject.uid,
      })
      .whereNot('id', entitlement.id)
      .whereNotNull('level');
    return rows.map(fromEntitlementRow);
  }

  /** All of them, in the order of their ids. */
  async page(after: string, limit: number): Promise<EntitlementRecord[]> {
    const rows: EntitlementRow[] = await this.#knex('entitlements')
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit);
    return rows.map(fromEntitlementRow);
  }

  async ofDataset(
    connector: string,
    datasetUid: string,
  ): Promise<EntitlementRecord[]> {
    const rows: EntitlementRow[] = await this.#knex('entitlements').where({
      connector,
      dataset_uid: datasetUid,
    });
    return rows.map(fromEntitlementRow);
  }

  /** What somebody has in a source, by his name there. */
  async ofHolder(
    connector: string,
    holder: string,
  ): Promise<EntitlementRecord[]> {
    const rows: EntitlementRow[] = await this.#knex('entitlements')
      .where({ connector, holder })
      .whereNotNull('level');
    return rows.map(fromEntitlementRow);
  }

  /** Whom some names in a source stand for, as far as somebody of that name was ever given something. */
  async subjectsOf(
    connector: string,
    holders: readonly string[],
  ): Promise<Map<string, EntitlementKey['subject']>> {
    const rows: Array<
      Pick<EntitlementRow, 'subject_ref' | 'subject_uid'> & { holder: string }
    > = await this.#knex('entitlements')
      .distinct('holder', 'subject_ref', 'subject_uid')
      .where({ connector })
      .whereIn('holder', holders);
    return new Map(
      rows.map(row => [
        row.holder,
        { ref: row.subject_ref, uid: row.subject_uid },
      ]),
    );
  }

  /**
   * Notes where something is about to be given, before it is: a crash in between finds it (threat model H2).
   *
   * @returns the entitlement, or undefined when it is no longer as it was read
   */
  async aimAt(
    entitlement: EntitlementRecord,
    targets: SourceTarget[],
    now: Date,
  ): Promise<EntitlementRecord | undefined> {
    const [row]: EntitlementRow[] = await this.#knex('entitlements')
      .where({ id: entitlement.id, version: entitlement.version })
      .update({
        targets: JSON.stringify(targets),
        version: this.#knex.raw('version + 1'),
        updated_at: now,
      })
      .returning('*');
    return row && fromEntitlementRow(row);
  }

  /**
   * Records what the source follows now.
   *
   * @returns false when something else was wanted meanwhile, or somebody else was faster
   */
  async settle(
    trx: Knex.Transaction,
    entitlement: EntitlementRecord,
    outcome: EntitlementOutcome,
    now: Date,
  ): Promise<boolean> {
    const updated = await trx('entitlements')
      .where({ id: entitlement.id, version: entitlement.version })
      .update({
        done_seq: entitlement.wantedSeq,
        version: trx.raw('version + 1'),
        targets: JSON.stringify(outcome.targets),
        level: outcome.level ?? null,
        holder: outcome.holder ?? null,
        objects: outcome.objects ?? null,
        problem_code: null,
        problem_text: null,
        problem_since: null,
        attempts: 0,
        updated_at: now,
      });
    return updated > 0;
  }

  /**
   * Records that the source does not follow. What is wanted is not touched, so nobody's work is lost.
   *
   * @returns false when it is no longer as it was read
   */
  async fail(
    trx: Knex.Transaction,
    entitlement: EntitlementRecord,
    problem: { code: string; message: string },
    now: Date,
  ): Promise<boolean> {
    const updated = await trx('entitlements')
      .where({ id: entitlement.id, version: entitlement.version })
      .update({
        problem_code: problem.code,
        problem_text: problem.message,
        problem_since: trx.raw('coalesce(problem_since, ?)', [now]),
        attempts: trx.raw('attempts + 1'),
      });
    return updated > 0;
  }
}

function newRow(
  { connector, dataset, subject }: EntitlementKey,
  now: Date,
): EntitlementRow {
  return {
    id: randomUUID(),
    connector,
    dataset_ref: dataset.ref,
    dataset_uid: dataset.uid,
    subject_ref: subject.ref,
    subject_uid: subject.uid,
    wanted_seq: 1,
    done_seq: 0,
    version: 1,
    targets: '[]',
    level: null,
    holder: null,
    objects: null,
    problem_code: null,
    problem_text: null,
    problem_since: null,
    attempts: 0,
    created_at: now,
    updated_at: now,
  };
}
