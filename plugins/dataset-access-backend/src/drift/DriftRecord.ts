import type { SourceTarget } from 'backstage-plugin-dataset-access-node';
import type {
  AccessLevel,
  Drift,
  DriftAction,
  DriftKind,
} from 'backstage-plugin-dataset-access-common';
import {
  InstantColumn,
  Nullable,
  toInstant,
  toJson,
} from '../database/columns';

/** A place where a source allows something else than it should. */
export interface DriftRecord {
  id: string;
  connector: string;
  kind: DriftKind;
  dataset: { ref: string; uid: string; title: string; source?: string };
  holder: string;
  /** What should be there, when the portal knows of it. */
  entitlementId?: string;
  /** Whom the holder stands for, when that is known. */
  subject?: { ref: string; uid: string };
  level?: AccessLevel;
  privileges: string[];
  steps: string[];
  /** Where it would be taken back. */
  target: SourceTarget;
  foundAt: Date;
}

/** The columns of `drifts`. */
export interface DriftRow {
  id: string;
  connector: string;
  kind: DriftKind;
  dataset_ref: string;
  dataset_uid: string;
  dataset_title: string;
  dataset_source: Nullable<string>;
  holder: string;
  entitlement_id: Nullable<string>;
  subject_ref: Nullable<string>;
  subject_uid: Nullable<string>;
  level: Nullable<AccessLevel>;
  privileges: string;
  steps: string;
  target: string;
  found_at: InstantColumn;
}

export function toDriftRow(drift: DriftRecord): DriftRow {
  return {
    id: drift.id,
    connector: drift.connector,
    kind: drift.kind,
    dataset_ref: drift.dataset.ref,
    dataset_uid: drift.dataset.uid,
    dataset_title: drift.dataset.title,
    dataset_source: drift.dataset.source ?? null,
    holder: drift.holder,
    entitlement_id: drift.entitlementId ?? null,
    subject_ref: drift.subject?.ref ?? null,
    subject_uid: drift.subject?.uid ?? null,
    level: drift.level ?? null,
    privileges: JSON.stringify(drift.privileges),
    steps: JSON.stringify(drift.steps),
    target: JSON.stringify(drift.target),
    found_at: drift.foundAt,
  };
}

export function fromDriftRow(row: DriftRow): DriftRecord {
  return {
    id: row.id,
    connector: row.connector,
    kind: row.kind,
    dataset: {
      ref: row.dataset_ref,
      uid: row.dataset_uid,
      title: row.dataset_title,
      source: row.dataset_source ?? undefined,
    },
    holder: row.holder,
    entitlementId: row.entitlement_id ?? undefined,
    subject:
      row.subject_ref && row.subject_uid
        ? { ref: row.subject_ref, uid: row.subject_uid }
        : undefined,
    level: row.level ?? undefined,
    privileges: toJson<string[]>(row.privileges),
    steps: toJson<string[]>(row.steps),
    target: toJson<SourceTarget>(row.target),
    foundAt: toInstant(row.found_at),
  };
}

/** Given by our own account in the source, to somebody of whom nothing is known here. */
export function isOrphan({ kind, entitlementId }: DriftRecord): boolean {
  return kind === 'excess' && entitlementId === undefined;
}

/** What can be done about a difference. What others gave in the source is never taken back by us (design §4). */
export function actionsFor({
  kind,
  entitlementId,
  subject,
  level,
}: DriftRecord): DriftAction[] {
  const adopt: DriftAction[] =
    subject && level && !entitlementId ? ['adopt'] : [];
  switch (kind) {
    case 'missing':
      return ['reapply'];
    case 'excess':
      return ['revoke', ...adopt];
    default:
      return adopt;
  }
}

/** A difference as the API shows it. */
export function presentDrift(drift: DriftRecord): Drift {
  const { ref, title, source } = drift.dataset;
  return {
    id: drift.id,
    kind: drift.kind,
    dataset: { ref, title, source },
    connector: drift.connector,
    holder: drift.holder,
    subject: drift.subject?.ref,
    level: drift.level,
    privileges: drift.privileges,
    steps: drift.steps,
    actions: actionsFor(drift),
    foundAt: drift.foundAt.toISOString(),
  };
}
