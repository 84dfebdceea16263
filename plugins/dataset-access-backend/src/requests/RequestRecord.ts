import type {
  AccessLevel,
  ApprovalRule,
  Approver,
  CancelReason,
  RequestStatus,
} from 'backstage-plugin-dataset-access-common';
import type { ApprovalState, ApprovalTerms } from '../approvals/Approval';
import { ChainHead, headOf } from '../audit/eventChain';
import {
  InstantColumn,
  Nullable,
  toBoolean,
  toInstant,
  toJson,
  toOptionalInstant,
} from '../database/columns';

/** A request as it is stored. Refs are canonical, durations ISO-8601. */
export interface RequestRecord {
  id: string;
  batchId: string;
  dataset: { ref: string; uid: string; title: string; source?: string };
  beneficiary: { ref: string; uid: string };
  requester: string;
  level: AccessLevel;
  /** Absent: until revoked. */
  duration?: string;
  /** For a domain, whether access to its datasets is asked for, too; absent for a dataset. */
  datasetLevelAccess?: boolean;
  /** Absent once it was erased. */
  reason?: string;
  status: RequestStatus;
  waitingOn: 'approver' | 'requester';
  /** Grows with every change that somebody who decides must have seen. */
  version: number;
  /** Head of the request's audit chain. */
  head: ChainHead;
  /** As last resolved. */
  approvers: Approver[];
  pendingUntil: Date;
  createdAt: Date;
  updatedAt: Date;
  /** By a person, or by a rule. */
  decision?: {
    by?: string;
    onBehalfOf?: string;
    rule?: ApprovalRule;
    at: Date;
    comment?: string;
    selfApproval: boolean;
  };
  /** Absent where one approval of the approvers is enough. */
  approval?: ApprovalState;
  /** When the escalation approvers may decide on the step that waits as well. */
  escalateAt?: Date;
  /** Since when they may. */
  escalatedAt?: Date;
  cancelReason?: CancelReason;
  missingSince?: Date;
  /** When approvers will be reminded; set at filing, so that a change of configuration leaves running requests alone. */
  reminders: Date[];
}

/** The columns of `access_requests`. */
export interface RequestRow {
  id: string;
  batch_id: string;
  dataset_ref: string;
  dataset_uid: string;
  dataset_title: string;
  dataset_source: Nullable<string>;
  beneficiary_ref: string;
  beneficiary_uid: string;
  requester_ref: string;
  level: AccessLevel;
  duration: Nullable<string>;
  dataset_level_access: Nullable<boolean | number>;
  status: RequestStatus;
  waiting_on: 'approver' | 'requester';
  version: number;
  event_seq: number;
  approvers: string;
  search_text: string;
  pending_until: InstantColumn;
  created_at: InstantColumn;
  updated_at: InstantColumn;
  decided_at: Nullable<InstantColumn>;
  decided_by: Nullable<string>;
  decided_seq: Nullable<number>;
  self_approval: boolean | number;
  decided_on_behalf_of: Nullable<string>;
  approval: Nullable<string>;
  escalate_at: Nullable<InstantColumn>;
  escalated_at: Nullable<InstantColumn>;
  cancel_reason: Nullable<CancelReason>;
  missing_since: Nullable<InstantColumn>;
  reminders: string;
  next_reminder_at: Nullable<InstantColumn>;
  rule_kind: Nullable<ApprovalRule['kind']>;
  rule_name: Nullable<string>;
  rule_title: Nullable<string>;
}

/** A row together with the texts that live in the audit trail. */
export interface RequestRowWithTexts extends RequestRow {
  head_hash: Nullable<string>;
  reason: Nullable<string>;
  decision_comment: Nullable<string>;
}

/** Columns that two requests of different people never share: what `q` searches in. */
export function searchText(request: {
  dataset: { ref: string; title: string; source?: string };
  beneficiary: { ref: string };
  requester: string;
}): string {
  const { dataset, beneficiary, requester } = request;
  return [
    dataset.ref,
    dataset.title,
    dataset.source ?? '',
    requester,
    beneficiary.ref,
  ]
    .join('\n')
    .toLocaleLowerCase('en-US');
}

/** The columns that hold the reminders to come. */
export function remindersColumns(reminders: readonly Date[]) {
  return {
    reminders: JSON.stringify(reminders),
    next_reminder_at: reminders.at(0) ?? null,
  };
}

/** The columns that hold what approved a request in place of a person. */
export function ruleColumns(rule: ApprovalRule | undefined) {
  return {
    rule_kind: rule?.kind ?? null,
    rule_name: rule?.name ?? null,
    rule_title: rule?.title ?? null,
  };
}

/** The counterpart of {@link ruleColumns}. */
export function ruleOf({
  rule_kind: kind,
  rule_name: name,
  rule_title: title,
}: {
  [Column in keyof ReturnType<typeof ruleColumns>]: RequestRow[Column];
}): ApprovalRule | undefined {
  return kind && name ? { kind, name, title: title ?? name } : undefined;
}

export function toRequestRow(request: RequestRecord): RequestRow {
  return {
    id: request.id,
    batch_id: request.batchId,
    dataset_ref: request.dataset.ref,
    dataset_uid: request.dataset.uid,
    dataset_title: request.dataset.title,
    dataset_source: request.dataset.source ?? null,
    beneficiary_ref: request.beneficiary.ref,
    beneficiary_uid: request.beneficiary.uid,
    requester_ref: request.requester,
    level: request.level,
    duration: request.duration ?? null,
    dataset_level_access: request.datasetLevelAccess ?? null,
    status: request.status,
    waiting_on: request.waitingOn,
    version: request.version,
    event_seq: request.head.seq,
    approvers: JSON.stringify(request.approvers),
    search_text: searchText(request),
    pending_until: request.pendingUntil,
    created_at: request.createdAt,
    updated_at: request.updatedAt,
    decided_at: request.decision?.at ?? null,
    decided_by: request.decision?.by ?? null,
    // decided as it is filed: the second thing in its history
    decided_seq: request.decision ? request.head.seq : null,
    self_approval: request.decision?.selfApproval ?? false,
    ...ruleColumns(request.decision?.rule),
    decided_on_behalf_of: null,
    approval: request.approval ? JSON.stringify(request.approval) : null,
    escalate_at: request.escalateAt ?? null,
    escalated_at: request.escalatedAt ?? null,
    cancel_reason: null,
    missing_since: null,
    ...remindersColumns(request.reminders),
  };
}

export function fromRequestRow(row: RequestRowWithTexts): RequestRecord {
  return {
    id: row.id,
    batchId: row.batch_id,
    dataset: {
      ref: row.dataset_ref,
      uid: row.dataset_uid,
      title: row.dataset_title,
      source: row.dataset_source ?? undefined,
    },
    beneficiary: { ref: row.beneficiary_ref, uid: row.beneficiary_uid },
    requester: row.requester_ref,
    level: row.level,
    duration: row.duration ?? undefined,
    datasetLevelAccess:
      row.dataset_level_access === null
        ? undefined
        : toBoolean(row.dataset_level_access),
    reason: row.reason ?? undefined,
    status: row.status,
    waitingOn: row.waiting_on,
    version: row.version,
    head: headOf(row),
    approvers: toJson<Approver[]>(row.approvers),
    pendingUntil: toInstant(row.pending_until),
    createdAt: toInstant(row.created_at),
    updatedAt: toInstant(row.updated_at),
    decision:
      row.decided_at === null
        ? undefined
        : {
            by: row.decided_by ?? undefined,
            onBehalfOf: row.decided_on_behalf_of ?? undefined,
            rule: ruleOf(row),
            at: toInstant(row.decided_at),
            comment: row.decision_comment ?? undefined,
            selfApproval: toBoolean(row.self_approval),
          },
    approval:
      row.approval === null ? undefined : toJson<ApprovalState>(row.approval),
    escalateAt: toOptionalInstant(row.escalate_at),
    escalatedAt: toOptionalInstant(row.escalated_at),
    cancelReason: row.cancel_reason ?? undefined,
    missingSince: toOptionalInstant(row.missing_since),
    reminders: toJson<string[]>(row.reminders).map(toInstant),
  };
}

/** What may be approved at most: the wish, as far as those who approved before have not narrowed it. */
export function approvableTerms(request: RequestRecord): ApprovalTerms {
  const { level, duration, datasetLevelAccess } = request;
  return request.approval?.terms ?? { level, duration, datasetLevelAccess };
}
