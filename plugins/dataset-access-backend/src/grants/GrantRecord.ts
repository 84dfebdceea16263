import {
  AccessGrant,
  AccessLevel,
  ApprovalRule,
  GrantEndReason,
  GrantState,
  grantStateAt,
  hasEnded,
  isBeingSetUp,
  SourceProblem,
} from 'backstage-plugin-dataset-access-common';
import { ChainHead, headOf } from '../audit/eventChain';
import { ruleOf } from '../requests/RequestRecord';
import {
  InstantColumn,
  Nullable,
  toInstant,
  toIso,
  toOptionalInstant,
} from '../database/columns';

/** A grant as it is stored. Refs are canonical, durations ISO-8601. */
export interface GrantRecord {
  id: string;
  /** Where it comes from, unless it was adopted from the source. */
  requestId?: string;
  batchId?: string;
  requester?: string;
  dataset: { ref: string; uid: string; title: string; source?: string };
  subject: { ref: string; uid: string };
  level: AccessLevel;
  /** Absent: until revoked. */
  duration?: string;
  state: GrantState;
  version: number;
  head: ChainHead;
  /** Who approved it, unless a rule did. */
  grantedBy?: string;
  /** What approved it in place of a person. */
  rule?: ApprovalRule;
  /** What makes it real in the source; {@link MANUAL} when a person does. */
  connector: string;
  /** Who stated that the access exists in the source. */
  confirmedBy?: string;
  accessNote?: string;
  createdAt: Date;
  updatedAt: Date;
  activatedAt?: Date;
  expiresAt?: Date;
  /** When and why it ended here, which is before the source follows. */
  end?: { at: Date; reason: GrantEndReason; by?: string };
  /** Since when the source is known not to allow it any more. */
  removedAt?: Date;
  missingSince?: Date;
  nextReminderAt?: Date;
  /** When others were told that it waits too long for a person. */
  escalatedAt?: Date;
  /** What keeps the connector from following. */
  problem?: { code: string; message: string; since: Date; attempts: number };
}

/** The connector of those that a person makes real. */
export const MANUAL = 'manual';

/** Begins what stands for a rule where else the ref of a person would stand; no ref begins so. */
const BY_RULE = 'rule:';

/** The columns of `access_grants`. */
export interface GrantRow {
  id: string;
  request_id: Nullable<string>;
  dataset_ref: string;
  dataset_uid: string;
  dataset_title: string;
  dataset_source: Nullable<string>;
  subject_ref: string;
  subject_uid: string;
  level: AccessLevel;
  duration: Nullable<string>;
  state: GrantState;
  version: number;
  event_seq: number;
  /** A ref, or {@link BY_RULE} and the name of the rule. */
  granted_by: string;
  confirmed_by: Nullable<string>;
  access_note: Nullable<string>;
  created_at: InstantColumn;
  updated_at: InstantColumn;
  activated_at: Nullable<InstantColumn>;
  expires_at: Nullable<InstantColumn>;
  connector: string;
  ended_at: Nullable<InstantColumn>;
  ended_by: Nullable<string>;
  end_reason: Nullable<GrantEndReason>;
  removed_at: Nullable<InstantColumn>;
  missing_since: Nullable<InstantColumn>;
  next_reminder_at: Nullable<InstantColumn>;
  escalated_at: Nullable<InstantColumn>;
}

/** A row with the hash at the head of its audit chain, with its request, and with what keeps the connector from following. */
export interface JoinedGrantRow extends GrantRow {
  head_hash: Nullable<string>;
  batch_id: Nullable<string>;
  requester_ref: Nullable<string>;
  rule_kind: Nullable<ApprovalRule['kind']>;
  rule_name: Nullable<string>;
  rule_title: Nullable<string>;
  problem_code: Nullable<string>;
  problem_text: Nullable<string>;
  problem_since: Nullable<InstantColumn>;
  problem_attempts: Nullable<number>;
}

export function toGrantRow(grant: GrantRecord): GrantRow {
  return {
    id: grant.id,
    request_id: grant.requestId ?? null,
    dataset_ref: grant.dataset.ref,
    dataset_uid: grant.dataset.uid,
    dataset_title: grant.dataset.title,
    dataset_source: grant.dataset.source ?? null,
    subject_ref: grant.subject.ref,
    subject_uid: grant.subject.uid,
    level: grant.level,
    duration: grant.duration ?? null,
    state: grant.state,
    version: grant.version,
    event_seq: grant.head.seq,
    granted_by: grant.grantedBy ?? `${BY_RULE}${grant.rule?.name}`,
    confirmed_by: grant.confirmedBy ?? null,
    access_note: grant.accessNote ?? null,
    created_at: grant.createdAt,
    updated_at: grant.updatedAt,
    activated_at: grant.activatedAt ?? null,
    expires_at: grant.expiresAt ?? null,
    connector: grant.connector,
    ended_at: grant.end?.at ?? null,
    ended_by: grant.end?.by ?? null,
    end_reason: grant.end?.reason ?? null,
    removed_at: grant.removedAt ?? null,
    missing_since: grant.missingSince ?? null,
    next_reminder_at: grant.nextReminderAt ?? null,
    escalated_at: grant.escalatedAt ?? null,
  };
}

export function fromGrantRow(row: JoinedGrantRow): GrantRecord {
  return {
    id: row.id,
    requestId: row.request_id ?? undefined,
    batchId: row.batch_id ?? undefined,
    requester: row.requester_ref ?? undefined,
    connector: row.connector,
    dataset: {
      ref: row.dataset_ref,
      uid: row.dataset_uid,
      title: row.dataset_title,
      source: row.dataset_source ?? undefined,
    },
    subject: { ref: row.subject_ref, uid: row.subject_uid },
    level: row.level,
    duration: row.duration ?? undefined,
    state: row.state,
    version: row.version,
    head: headOf(row),
    ...(row.granted_by.startsWith(BY_RULE)
      ? { rule: ruleOf(row) }
      : { grantedBy: row.granted_by }),
    confirmedBy: row.confirmed_by ?? undefined,
    accessNote: row.access_note ?? undefined,
    createdAt: toInstant(row.created_at),
    updatedAt: toInstant(row.updated_at),
    activatedAt: toOptionalInstant(row.activated_at),
    expiresAt: toOptionalInstant(row.expires_at),
    end:
      row.ended_at !== null && row.end_reason
        ? {
            at: toInstant(row.ended_at),
            reason: row.end_reason,
            by: row.ended_by ?? undefined,
          }
        : undefined,
    removedAt: toOptionalInstant(row.removed_at),
    missingSince: toOptionalInstant(row.missing_since),
    nextReminderAt: toOptionalInstant(row.next_reminder_at),
    escalatedAt: toOptionalInstant(row.escalated_at),
    problem:
      row.problem_code && row.problem_since !== null
        ? {
            code: row.problem_code,
            message: row.problem_text ?? '',
            since: toInstant(row.problem_since),
            attempts: row.problem_attempts ?? 0,
          }
        : undefined,
  };
}

/** Whether the source may still allow what has ended here, at a moment. */
export function isPendingInSource(grant: GrantRecord, now: Date): boolean {
  return hasEnded(grantStateAt(grant, now)) && !grant.removedAt;
}

/** A grant as the API shows it at a moment. */
export function presentGrant(grant: GrantRecord, now: Date): AccessGrant {
  const { ref, title, source } = grant.dataset;
  return {
    id: grant.id,
    requestId: grant.requestId,
    dataset: { ref, title, source },
    subject: grant.subject.ref,
    level: grant.level,
    duration: grant.duration,
    state: grantStateAt(grant, now),
    version: grant.version,
    createdAt: grant.createdAt.toISOString(),
    activatedAt: toIso(grant.activatedAt),
    expiresAt: toIso(grant.expiresAt),
    grantedBy: grant.grantedBy,
    rule: grant.rule,
    confirmedBy: grant.confirmedBy,
    accessNote: grant.accessNote,
    connector: grant.connector,
    ...presentEnd(grant, now),
    problem: presentProblem(grant, now),
  };
}

/** An end that the sweeper has not recorded yet is one nevertheless. */
function presentEnd(grant: GrantRecord, now: Date) {
  const { end, expiresAt, removedAt } = grant;
  const isOver = hasEnded(grantStateAt(grant, now));
  return {
    pendingInSource: isPendingInSource(grant, now),
    endedAt: toIso(end?.at ?? (isOver ? expiresAt : undefined)),
    endedBy: end?.by,
    endReason: end?.reason ?? (isOver ? 'expired' : undefined),
    removedAt: toIso(removedAt),
  } as const;
}

/** A connector's problem matters to a grant that waits for it. */
function presentProblem(
  grant: GrantRecord,
  now: Date,
): SourceProblem | undefined {
  const waits = isBeingSetUp(grant) || isPendingInSource(grant, now);
  return waits && grant.problem
    ? { ...grant.problem, since: grant.problem.since.toISOString() }
    : undefined;
}
