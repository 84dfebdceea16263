import type {
  AccessLevel,
  Approver,
  Emergency,
  EmergencyVerdict,
  Verdict,
} from 'backstage-plugin-dataset-access-common';
import { ChainHead, headOf } from '../audit/eventChain';
import { Clock, later } from '../clock';
import {
  InstantColumn,
  Nullable,
  toInstant,
  toJson,
  toOptionalInstant,
} from '../database/columns';
import { GrantRecord, presentGrant } from '../grants/GrantRecord';

/** Access that somebody took in an emergency, and its review, as they are stored. */
export interface EmergencyRecord {
  /** That of the request which it is recorded as, too. */
  id: string;
  batchId: string;
  user: string;
  dataset: { ref: string; title: string; source?: string };
  level: AccessLevel;
  /** ISO-8601. */
  duration: string;
  /** Absent once it was erased. */
  reason?: string;
  /** Who answered for the dataset when it was taken. */
  approvers: Approver[];
  takenAt: Date;
  /** Head of the audit chain of the review. */
  head: ChainHead;
  remindedAt?: Date;
  /** Absent: still to be done. */
  review?: {
    by: string;
    at: Date;
    verdict: EmergencyVerdict;
    comment?: string;
  };
}

/** The columns of `emergency_uses`. */
export interface EmergencyRow {
  request_id: string;
  user_ref: string;
  dataset_ref: string;
  taken_at: InstantColumn;
  event_seq: number;
  reminded_at: Nullable<InstantColumn>;
  reviewed_at: Nullable<InstantColumn>;
  reviewed_by: Nullable<string>;
  verdict: Nullable<EmergencyVerdict>;
}

/** A row with its request, and with the texts that live in the audit trail. */
export interface JoinedEmergencyRow extends EmergencyRow {
  batch_id: string;
  dataset_title: string;
  dataset_source: Nullable<string>;
  level: AccessLevel;
  duration: string;
  approvers: string;
  reason: Nullable<string>;
  head_hash: Nullable<string>;
  comment: Nullable<string>;
}

export function fromEmergencyRow(row: JoinedEmergencyRow): EmergencyRecord {
  return {
    id: row.request_id,
    batchId: row.batch_id,
    user: row.user_ref,
    dataset: {
      ref: row.dataset_ref,
      title: row.dataset_title,
      source: row.dataset_source ?? undefined,
    },
    level: row.level,
    duration: row.duration,
    reason: row.reason ?? undefined,
    approvers: toJson<Approver[]>(row.approvers),
    takenAt: toInstant(row.taken_at),
    head: headOf(row),
    remindedAt: toOptionalInstant(row.reminded_at),
    review:
      row.reviewed_by && row.verdict && row.reviewed_at !== null
        ? {
            by: row.reviewed_by,
            at: toInstant(row.reviewed_at),
            verdict: row.verdict,
            comment: row.comment ?? undefined,
          }
        : undefined,
  };
}

/** What the API shows beside what is stored. */
export interface EmergencyView {
  grant: GrantRecord | undefined;
  canReview: Verdict;
  /** ISO-8601. */
  overdueAfter: string;
  clock: Clock;
}

export function presentEmergency(
  emergency: EmergencyRecord,
  { grant, canReview, overdueAfter, clock }: EmergencyView,
): Emergency {
  const { review, takenAt } = emergency;
  const now = clock.now();
  return {
    id: emergency.id,
    user: emergency.user,
    dataset: emergency.dataset,
    level: emergency.level,
    duration: emergency.duration,
    reason: emergency.reason,
    takenAt: takenAt.toISOString(),
    state: review ? 'done' : 'open',
    overdue: !review && later(takenAt, overdueAfter) <= now,
    grant: grant && presentGrant(grant, now),
    review: review && { ...review, at: review.at.toISOString() },
    can: { review: canReview },
  };
}
