import {
  AccessGrant,
  AccessLevel,
  GrantState,
  grantStateAt,
} from 'backstage-plugin-dataset-access-common';
import { ChainHead, headOf } from '../audit/eventChain';
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
  requestId?: string;
  dataset: { ref: string; uid: string; title: string; source?: string };
  subject: { ref: string; uid: string };
  level: AccessLevel;
  /** Absent: until revoked. */
  duration?: string;
  state: GrantState;
  version: number;
  head: ChainHead;
  /** Who approved it. */
  grantedBy: string;
  /** Who stated that the access exists in the source. */
  confirmedBy?: string;
  accessNote?: string;
  createdAt: Date;
  updatedAt: Date;
  activatedAt?: Date;
  expiresAt?: Date;
}

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
  granted_by: string;
  confirmed_by: Nullable<string>;
  access_note: Nullable<string>;
  created_at: InstantColumn;
  updated_at: InstantColumn;
  activated_at: Nullable<InstantColumn>;
  expires_at: Nullable<InstantColumn>;
}

/** A row with the hash at the head of its audit chain. */
export interface GrantRowWithHead extends GrantRow {
  head_hash: Nullable<string>;
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
    granted_by: grant.grantedBy,
    confirmed_by: grant.confirmedBy ?? null,
    access_note: grant.accessNote ?? null,
    created_at: grant.createdAt,
    updated_at: grant.updatedAt,
    activated_at: grant.activatedAt ?? null,
    expires_at: grant.expiresAt ?? null,
  };
}

export function fromGrantRow(row: GrantRowWithHead): GrantRecord {
  return {
    id: row.id,
    requestId: row.request_id ?? undefined,
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
    grantedBy: row.granted_by,
    confirmedBy: row.confirmed_by ?? undefined,
    accessNote: row.access_note ?? undefined,
    createdAt: toInstant(row.created_at),
    updatedAt: toInstant(row.updated_at),
    activatedAt: toOptionalInstant(row.activated_at),
    expiresAt: toOptionalInstant(row.expires_at),
  };
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
    confirmedBy: grant.confirmedBy,
    accessNote: grant.accessNote,
  };
}
