import {
  AccessLevel,
  DomainGrant,
  DomainGrantFacts,
} from 'backstage-plugin-dataset-access-common';
import { ChainHead, headOf } from '../audit/eventChain';
import {
  InstantColumn,
  Nullable,
  toBoolean,
  toInstant,
  toIso,
  toOptionalInstant,
} from '../database/columns';

/** What was recorded about snapshot-only datasets when dataset-level access was given. */
export interface SnapshotSummary {
  id: string;
  /** How many. */
  datasets: number;
  takenAt: Date;
}

/** A domain grant as it is stored. Refs are canonical. */
export interface DomainGrantRecord {
  id: string;
  domain: { ref: string; uid: string; title: string };
  subject: { ref: string; uid: string };
  level: AccessLevel;
  datasetLevelAccess: boolean;
  datasetLevelAccessBy?: string;
  datasetLevelAccessAt?: Date;
  snapshot?: SnapshotSummary;
  source: DomainGrant['source'];
  requestId?: string;
  version: number;
  head: ChainHead;
  grantedBy: string;
  createdAt: Date;
  updatedAt: Date;
  expiresAt?: Date;
  endedAt?: Date;
  /** Absent when it expired. */
  endedBy?: string;
}

/** The columns of `domain_grants`. */
export interface DomainGrantRow {
  id: string;
  domain_ref: string;
  domain_uid: string;
  domain_title: string;
  subject_ref: string;
  subject_uid: string;
  level: AccessLevel;
  dataset_level_access: boolean | number;
  dataset_level_access_by: Nullable<string>;
  dataset_level_access_at: Nullable<InstantColumn>;
  snapshot_id: Nullable<string>;
  source: DomainGrant['source'];
  request_id: Nullable<string>;
  version: number;
  event_seq: number;
  granted_by: string;
  created_at: InstantColumn;
  updated_at: InstantColumn;
  expires_at: Nullable<InstantColumn>;
  ended_at: Nullable<InstantColumn>;
  ended_by: Nullable<string>;
}

/** A row with the head of its audit chain and what its snapshot holds. */
export interface DomainGrantRowWithMore extends DomainGrantRow {
  head_hash: Nullable<string>;
  snapshot_datasets: Nullable<number>;
  snapshot_taken_at: Nullable<InstantColumn>;
}

export function toDomainGrantRow(grant: DomainGrantRecord): DomainGrantRow {
  return {
    id: grant.id,
    domain_ref: grant.domain.ref,
    domain_uid: grant.domain.uid,
    domain_title: grant.domain.title,
    subject_ref: grant.subject.ref,
    subject_uid: grant.subject.uid,
    level: grant.level,
    dataset_level_access: grant.datasetLevelAccess,
    dataset_level_access_by: grant.datasetLevelAccessBy ?? null,
    dataset_level_access_at: grant.datasetLevelAccessAt ?? null,
    snapshot_id: grant.snapshot?.id ?? null,
    source: grant.source,
    request_id: grant.requestId ?? null,
    version: grant.version,
    event_seq: grant.head.seq,
    granted_by: grant.grantedBy,
    created_at: grant.createdAt,
    updated_at: grant.updatedAt,
    expires_at: grant.expiresAt ?? null,
    ended_at: grant.endedAt ?? null,
    ended_by: grant.endedBy ?? null,
  };
}

export function fromDomainGrantRow(
  row: DomainGrantRowWithMore,
): DomainGrantRecord {
  return {
    id: row.id,
    domain: {
      ref: row.domain_ref,
      uid: row.domain_uid,
      title: row.domain_title,
    },
    subject: { ref: row.subject_ref, uid: row.subject_uid },
    level: row.level,
    datasetLevelAccess: toBoolean(row.dataset_level_access),
    datasetLevelAccessBy: row.dataset_level_access_by ?? undefined,
    datasetLevelAccessAt: toOptionalInstant(row.dataset_level_access_at),
    snapshot:
      row.snapshot_id && row.snapshot_taken_at
        ? {
            id: row.snapshot_id,
            datasets: row.snapshot_datasets ?? 0,
            takenAt: toInstant(row.snapshot_taken_at),
          }
        : undefined,
    source: row.source,
    requestId: row.request_id ?? undefined,
    version: row.version,
    head: headOf(row),
    grantedBy: row.granted_by,
    createdAt: toInstant(row.created_at),
    updatedAt: toInstant(row.updated_at),
    expiresAt: toOptionalInstant(row.expires_at),
    endedAt: toOptionalInstant(row.ended_at),
    endedBy: row.ended_by ?? undefined,
  };
}

/** Whether nothing has ended it yet. Whether domain and subject still are who they were is another question. */
export function isOpen(
  { endedAt, expiresAt }: DomainGrantRecord,
  now: Date,
): boolean {
  return !endedAt && !(expiresAt && expiresAt <= now);
}

/** Why nothing follows from a grant for the time being; `undefined` when its domain and its subject are who they were. */
export function suspension(
  { domain, subject }: DomainGrantRecord,
  uidOf: (ref: string) => string | undefined,
): DomainGrant['suspendedBecause'] {
  const domainUid = uidOf(domain.ref);
  const subjectUid = uidOf(subject.ref);
  if (domainUid !== domain.uid) {
    return domainUid === undefined ? 'domain-gone' : 'domain-replaced';
  }
  if (subjectUid !== subject.uid) {
    return subjectUid === undefined ? 'subject-gone' : 'subject-replaced';
  }
  return undefined;
}

/**
 * A domain grant as the API shows it at a moment.
 *
 * @param uidOf - the uid that an entity has now; absent: domain and subject count as who they were
 */
export function presentDomainGrant(
  grant: DomainGrantRecord,
  now: Date,
  uidOf?: (ref: string) => string | undefined,
): DomainGrant {
  const { snapshot, domain } = grant;
  const suspendedBecause =
    uidOf && isOpen(grant, now) ? suspension(grant, uidOf) : undefined;
  return {
    id: grant.id,
    domain: { ref: domain.ref, title: domain.title },
    subject: grant.subject.ref,
    level: grant.level,
    datasetLevelAccess: grant.datasetLevelAccess,
    datasetLevelAccessBy: grant.datasetLevelAccessBy,
    datasetLevelAccessSince: toIso(grant.datasetLevelAccessAt),
    snapshot: snapshot && {
      datasets: snapshot.datasets,
      takenAt: snapshot.takenAt.toISOString(),
    },
    state: stateOf(grant, now, suspendedBecause !== undefined),
    suspendedBecause,
    version: grant.version,
    source: grant.source,
    requestId: grant.requestId,
    grantedBy: grant.grantedBy,
    createdAt: grant.createdAt.toISOString(),
    updatedAt: grant.updatedAt.toISOString(),
    expiresAt: toIso(grant.expiresAt),
    endedAt: toIso(grant.endedAt),
    endedBy: grant.endedBy,
  };
}

function stateOf(
  grant: DomainGrantRecord,
  now: Date,
  isSuspended: boolean,
): DomainGrant['state'] {
  if (isOpen(grant, now)) {
    return isSuspended ? 'suspended' : 'active';
  }
  return grant.endedBy ? 'revoked' : 'expired';
}

/** A domain grant as decisions see it. */
export function domainGrantFacts(
  grant: DomainGrantRecord,
  snapshot: ReadonlyMap<string, string> | undefined,
): DomainGrantFacts {
  return {
    id: grant.id,
    domain: grant.domain,
    subject: grant.subject,
    level: grant.level,
    datasetLevelAccess: grant.datasetLevelAccess,
    snapshot,
    expiresAt: grant.expiresAt?.getTime(),
    grantedBy: grant.grantedBy,
    grantedAt: grant.createdAt.getTime(),
    datasetLevelAccessBy: grant.datasetLevelAccessBy,
    datasetLevelAccessAt: grant.datasetLevelAccessAt?.getTime(),
  };
}
