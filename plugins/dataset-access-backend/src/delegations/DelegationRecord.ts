import type { Delegation } from 'backstage-plugin-dataset-access-common';
import { ChainHead, headOf } from '../audit/eventChain';
import {
  InstantColumn,
  Nullable,
  toInstant,
  toIso,
  toOptionalInstant,
} from '../database/columns';

/** That somebody decides in the place of somebody who is away, as it is stored. Bound to the uids of both (P-34). */
export interface DelegationRecord {
  id: string;
  approver: { ref: string; uid: string };
  delegate: { ref: string; uid: string };
  startsAt: Date;
  /** The first instant without it. */
  endsAt: Date;
  endedAt?: Date;
  endedBy?: string;
  /** Absent once it was erased. */
  note?: string;
  head: ChainHead;
  createdBy: string;
  createdAt: Date;
}

/** The columns of `delegations`. */
export interface DelegationRow {
  id: string;
  approver_ref: string;
  approver_uid: string;
  delegate_ref: string;
  delegate_uid: string;
  starts_at: InstantColumn;
  ends_at: InstantColumn;
  ended_at: Nullable<InstantColumn>;
  ended_by: Nullable<string>;
  event_seq: number;
  created_by: string;
  created_at: InstantColumn;
}

/** A row together with what lives in the audit trail. */
export interface DelegationRowWithTexts extends DelegationRow {
  head_hash: Nullable<string>;
  note: Nullable<string>;
}

export function toDelegationRow(record: DelegationRecord): DelegationRow {
  return {
    id: record.id,
    approver_ref: record.approver.ref,
    approver_uid: record.approver.uid,
    delegate_ref: record.delegate.ref,
    delegate_uid: record.delegate.uid,
    starts_at: record.startsAt,
    ends_at: record.endsAt,
    ended_at: record.endedAt ?? null,
    ended_by: record.endedBy ?? null,
    event_seq: record.head.seq,
    created_by: record.createdBy,
    created_at: record.createdAt,
  };
}

export function fromDelegationRow(
  row: DelegationRowWithTexts,
): DelegationRecord {
  return {
    id: row.id,
    approver: { ref: row.approver_ref, uid: row.approver_uid },
    delegate: { ref: row.delegate_ref, uid: row.delegate_uid },
    startsAt: toInstant(row.starts_at),
    endsAt: toInstant(row.ends_at),
    endedAt: toOptionalInstant(row.ended_at),
    endedBy: row.ended_by ?? undefined,
    note: row.note ?? undefined,
    head: headOf(row),
    createdBy: row.created_by,
    createdAt: toInstant(row.created_at),
  };
}

/** Over by itself, or ended before its time. */
export function isOver(
  { endsAt, endedAt }: DelegationRecord,
  now: Date,
): boolean {
  return endedAt !== undefined || endsAt <= now;
}

/** As the API shows it. */
export function presentDelegation(
  record: DelegationRecord,
  mayEnd: boolean,
): Delegation {
  return {
    id: record.id,
    approver: record.approver.ref,
    delegate: record.delegate.ref,
    startsAt: record.startsAt.toISOString(),
    endsAt: record.endsAt.toISOString(),
    endedAt: toIso(record.endedAt),
    endedBy: record.endedBy,
    note: record.note,
    createdBy: record.createdBy,
    createdAt: record.createdAt.toISOString(),
    can: { end: mayEnd },
  };
}
