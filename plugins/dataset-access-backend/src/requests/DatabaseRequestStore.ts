import type {
  ApprovalRule,
  RequestStatus,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import {
  remindersColumns,
  RequestRecord,
  RequestRow,
  ruleColumns,
  toRequestRow,
} from './RequestRecord';

/** How a principal is connected to a request in the lists. */
export type PartyRole = 'requester' | 'beneficiary' | 'approver';

/** A request that is expected to be exactly as it was read. */
export interface ExpectedRequest {
  id: string;
  version: number;
  head: { seq: number };
}

/** What a change of a pending request writes. Every change adds one event to its chain. */
export interface RequestChange {
  status?: RequestStatus;
  waitingOn?: RequestRecord['waitingOn'];
  /** The change matters to who decides: its version grows, and older views of it are refused. */
  newVersion?: boolean;
  approvers?: RequestRecord['approvers'];
  decidedBy?: string;
  /** Whose place the decider took. */
  onBehalfOf?: string;
  approval?: RequestRecord['approval'];
  /** When it escalates, or that it never does; the step that waits is then not escalated. */
  escalateAt?: Date | null;
  /** The escalation approvers may decide from now on. */
  escalates?: boolean;
  /** Decided in place of a person. */
  rule?: ApprovalRule;
  selfApproval?: boolean;
  cancelReason?: RequestRecord['cancelReason'];
  reminders?: RequestRecord['reminders'];
}

/** Writes requests and who is connected to them. */
export class DatabaseRequestStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Adds requests, except those of which an open one exists for the same dataset, beneficiary and level.
   *
   * @returns the ids that were added
   */
  async insert(
    trx: Knex.Transaction,
    requests: readonly RequestRecord[],
  ): Promise<Set<string>> {
    const rows: Array<{ id: string }> = await trx<RequestRow>('access_requests')
      .insert(requests.map(toRequestRow))
      .onConflict(
        trx.raw(
          "(dataset_ref, beneficiary_ref, level) where status = 'pending'",
        ) as unknown as string,
      )
      .ignore()
      .returning('id');
    const added = new Set(rows.map(({ id }) => id));
    const parties = requests
      .filter(({ id }) => added.has(id))
      .flatMap(partiesOf);
    if (parties.length > 0) {
      await trx('request_parties').insert(parties);
    }
    return added;
  }

  /**
   * Changes pending requests that still are as they were read, in one statement; the condition is in its WHERE, so that
   * of two writers one finds nothing left to change.
   *
   * @returns the ids that were changed
   */
  async change(
    trx: Knex.Transaction,
    expected: readonly ExpectedRequest[],
    change: RequestChange,
    now: Date,
  ): Promise<Set<string>> {
    const decides = change.decidedBy !== undefined || change.rule !== undefined;
    const rows: Array<{ id: string }> = await trx('access_requests')
      .where('status', 'pending')
      .where(any => {
        for (const { id, version, head } of expected) {
          any.orWhere({ id, version, event_seq: head.seq });
        }
      })
      .update({
        event_seq: trx.raw('event_seq + 1'),
        updated_at: now,
        ...(change.newVersion && { version: trx.raw('version + 1') }),
        ...(change.status && { status: change.status }),
        ...(change.waitingOn && { waiting_on: change.waitingOn }),
        ...(change.approvers && {
          approvers: JSON.stringify(change.approvers),
        }),
        ...(decides && {
          decided_by: change.decidedBy ?? null,
          ...ruleColumns(change.rule),
          decided_at: now,
          decided_seq: trx.raw('event_seq + 1'),
          self_approval: change.selfApproval ?? false,
          decided_on_behalf_of: change.onBehalfOf ?? null,
        }),
        ...(change.approval && { approval: JSON.stringify(change.approval) }),
        ...(change.escalateAt !== undefined && {
          escalate_at: change.escalateAt,
          escalated_at: null,
        }),
        ...(change.escalates && { escalate_at: null, escalated_at: now }),
        ...(change.cancelReason && { cancel_reason: change.cancelReason }),
        ...(change.reminders && remindersColumns(change.reminders)),
      })
      .returning('id');
    const changed = rows.map(({ id }) => id);
    if (change.status && change.status !== 'pending') {
      await trx('request_parties')
        .whereIn('request_id', changed)
        .update({ is_open: false });
    }
    return new Set(changed);
  }

  /** Points the lists of approvers at other people; those who had a step before keep it among what is closed for them. */
  async replaceApprovers(
    trx: Knex.Transaction,
    request: RequestRecord,
    approvers: RequestRecord['approvers'],
  ): Promise<void> {
    await trx('request_parties')
      .where({ request_id: request.id, role: 'approver', is_open: true })
      .delete();
    await this.#addApprovers(trx, [request], approvers);
  }

  /** Points the lists of approvers at those of the next step, which is the same for all of some requests. */
  async nextApprovers(
    trx: Knex.Transaction,
    requests: readonly RequestRecord[],
    approvers: RequestRecord['approvers'],
  ): Promise<void> {
    await trx('request_parties')
      .whereIn(
        'request_id',
        requests.map(({ id }) => id),
      )
      .where('role', 'approver')
      .update({ is_open: false });
    await this.#addApprovers(trx, requests, approvers);
  }

  async #addApprovers(
    trx: Knex.Transaction,
    requests: readonly RequestRecord[],
    approvers: RequestRecord['approvers'],
  ): Promise<void> {
    const parties = requests
      .flatMap(request => partiesOf({ ...request, approvers }))
      .filter(({ role }) => role === 'approver');
    if (parties.length > 0) {
      await trx('request_parties')
        .insert(parties)
        .onConflict(['request_id', 'role', 'principal_ref'])
        .merge(['is_open']);
    }
  }

  /** Notes since when the dataset or beneficiary of a pending request is missing; `undefined` when it is back. */
  async setMissingSince(
    ids: readonly string[],
    since: Date | undefined,
  ): Promise<void> {
    await this.#knex('access_requests')
      .whereIn('id', ids)
      .where('status', 'pending')
      .update({ missing_since: since ?? null });
  }
}

function partiesOf(request: RequestRecord) {
  const common = {
    request_id: request.id,
    is_open: request.status === 'pending',
    created_at: request.createdAt,
  };
  const party = (role: PartyRole, principal: string) => ({
    ...common,
    role,
    principal_ref: principal,
  });
  return [
    party('requester', request.requester),
    party('beneficiary', request.beneficiary.ref),
    ...request.approvers.map(({ ref }) => party('approver', ref)),
  ];
}
