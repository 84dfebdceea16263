import type { SourceTarget } from 'backstage-plugin-dataset-access-node';
import type { AccessLevel } from 'backstage-plugin-dataset-access-common';
import {
  InstantColumn,
  Nullable,
  toInstant,
  toJson,
  toOptionalInstant,
} from '../database/columns';

/** What names an entitlement: one subject on one dataset through one connector. */
export interface EntitlementKey {
  connector: string;
  dataset: { ref: string; uid: string };
  subject: { ref: string; uid: string };
}

/** Tells entitlements apart, in one text. */
export function entitlementName({
  connector,
  dataset,
  subject,
}: EntitlementKey): string {
  return [connector, dataset.uid, subject.uid].join('\n');
}

/** What a connector is to make true, and what it last made true. */
export interface EntitlementRecord extends EntitlementKey {
  id: string;
  /** Grows whenever something else may be wanted. */
  wantedSeq: number;
  /** The `wantedSeq` that the source follows. */
  doneSeq: number;
  version: number;
  /** Where in the source something may have been given, written before it is (threat model H2). */
  targets: SourceTarget[];
  /** What the source allows because of it. */
  level?: AccessLevel;
  /** Names in the source, for people. */
  holder?: string;
  objects?: string;
  problem?: { code: string; message: string; since: Date; attempts: number };
  updatedAt: Date;
}

/** The columns of `entitlements`. */
export interface EntitlementRow {
  id: string;
  connector: string;
  dataset_ref: string;
  dataset_uid: string;
  subject_ref: string;
  subject_uid: string;
  wanted_seq: number;
  done_seq: number;
  version: number;
  targets: string;
  level: Nullable<AccessLevel>;
  holder: Nullable<string>;
  objects: Nullable<string>;
  problem_code: Nullable<string>;
  problem_text: Nullable<string>;
  problem_since: Nullable<InstantColumn>;
  attempts: number;
  created_at: InstantColumn;
  updated_at: InstantColumn;
}

export function fromEntitlementRow(row: EntitlementRow): EntitlementRecord {
  const since = toOptionalInstant(row.problem_since);
  return {
    id: row.id,
    connector: row.connector,
    dataset: { ref: row.dataset_ref, uid: row.dataset_uid },
    subject: { ref: row.subject_ref, uid: row.subject_uid },
    wantedSeq: row.wanted_seq,
    doneSeq: row.done_seq,
    version: row.version,
    targets: toJson<SourceTarget[]>(row.targets),
    level: row.level ?? undefined,
    holder: row.holder ?? undefined,
    objects: row.objects ?? undefined,
    problem:
      row.problem_code && since
        ? {
            code: row.problem_code,
            message: row.problem_text ?? '',
            since,
            attempts: row.attempts,
          }
        : undefined,
    updatedAt: toInstant(row.updated_at),
  };
}

/** Whether the source follows what was wanted last. */
export function isSettled(entitlement: EntitlementRecord): boolean {
  return entitlement.doneSeq >= entitlement.wantedSeq;
}
