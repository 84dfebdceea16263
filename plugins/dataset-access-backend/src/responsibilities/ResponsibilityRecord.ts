import type {
  Responsibility,
  ResponsibilityState,
} from 'backstage-plugin-dataset-access-common';
import { ChainHead, headOf } from '../audit/eventChain';
import {
  InstantColumn,
  Nullable,
  toInstant,
  toIso,
  toOptionalInstant,
} from '../database/columns';

/** That somebody answers for an entity, as it is stored. Bound to the uids of both (P-34). */
export interface ResponsibilityRecord {
  id: string;
  role: string;
  subject: { ref: string; uid: string };
  resource: { ref: string; uid: string };
  startsAt: Date;
  /** The first instant without it; absent: no end. */
  endsAt?: Date;
  terminatedAt?: Date;
  terminatedBy?: string;
  version: number;
  head: ChainHead;
  createdAt: Date;
  createdBy?: string;
}

/** The columns of `responsibilities`. */
export interface ResponsibilityRow {
  id: string;
  role: string;
  subject_ref: string;
  subject_uid: string;
  resource_ref: string;
  resource_uid: string;
  starts_at: InstantColumn;
  ends_at: Nullable<InstantColumn>;
  terminated_at: Nullable<InstantColumn>;
  terminated_by: Nullable<string>;
  deleted_at: Nullable<InstantColumn>;
  version: number;
  event_seq: number;
  created_at: InstantColumn;
  created_by: Nullable<string>;
}

export function toResponsibilityRow(
  record: ResponsibilityRecord,
): ResponsibilityRow {
  return {
    id: record.id,
    role: record.role,
    subject_ref: record.subject.ref,
    subject_uid: record.subject.uid,
    resource_ref: record.resource.ref,
    resource_uid: record.resource.uid,
    starts_at: record.startsAt,
    ends_at: record.endsAt ?? null,
    terminated_at: record.terminatedAt ?? null,
    terminated_by: record.terminatedBy ?? null,
    deleted_at: null,
    version: record.version,
    event_seq: record.head.seq,
    created_at: record.createdAt,
    created_by: record.createdBy ?? null,
  };
}

export function fromResponsibilityRow(
  row: ResponsibilityRow & { head_hash: Nullable<string> },
): ResponsibilityRecord {
  return {
    id: row.id,
    role: row.role,
    subject: { ref: row.subject_ref, uid: row.subject_uid },
    resource: { ref: row.resource_ref, uid: row.resource_uid },
    startsAt: toInstant(row.starts_at),
    endsAt: toOptionalInstant(row.ends_at),
    terminatedAt: toOptionalInstant(row.terminated_at),
    terminatedBy: row.terminated_by ?? undefined,
    version: row.version,
    head: headOf(row),
    createdAt: toInstant(row.created_at),
    createdBy: row.created_by ?? undefined,
  };
}

/**
 * Where a responsibility stands at a moment; the end instant itself is already without it. One that had ended before it was
 * closed, to make room for another one, has ended.
 */
export function responsibilityStateAt(
  { startsAt, endsAt, terminatedAt }: ResponsibilityRecord,
  now: Date,
): ResponsibilityState {
  if (endsAt && endsAt <= (terminatedAt ?? now)) {
    return 'ended';
  }
  if (terminatedAt) {
    return 'terminated';
  }
  return startsAt > now ? 'planned' : 'active';
}

/** A responsibility as the API shows it at a moment. */
export function presentResponsibility(
  record: ResponsibilityRecord,
  now: Date,
): Responsibility {
  const state = responsibilityStateAt(record, now);
  return {
    id: record.id,
    role: record.role,
    subject: record.subject.ref,
    resource: record.resource.ref,
    state,
    startsAt: record.startsAt.toISOString(),
    endsAt: toIso(record.endsAt),
    ...(state === 'terminated' && {
      terminatedAt: toIso(record.terminatedAt),
      terminatedBy: record.terminatedBy,
    }),
    version: record.version,
    createdAt: record.createdAt.toISOString(),
    createdBy: record.createdBy,
  };
}
