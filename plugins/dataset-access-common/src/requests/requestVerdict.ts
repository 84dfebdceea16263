import type { ErrorCode } from '../errors/errorCodes';
import { closedRequestCode, RequestStatus } from './requestStatus';

/**
 * What can be done with one request.
 *
 * @public
 */
export type RequestOperation =
  | 'read'
  | 'decide'
  | 'ask'
  | 'comment'
  | 'withdraw';

/**
 * What has to be known about a caller and a request to say what the caller may do with it. All of it is read live,
 * none of it from a token (threat model, finding 11).
 *
 * @public
 */
export interface RequestFacts {
  status: RequestStatus;
  /** A person; services may read and nothing else (P-08). */
  isUser: boolean;
  /** The caller's User entity exists. */
  inCatalog: boolean;
  /** Member of a configured superuser group: may decide any request, within separation of duties. */
  isSuperuser: boolean;
  /** Has to do with the request as it is stored: what lists show. */
  isConnected: boolean;
  isRequester: boolean;
  /** The beneficiary, or a member of the beneficiary group. */
  isBeneficiary: boolean;
  /** The beneficiary itself, not through a group. */
  isBeneficiaryItself: boolean;
  /** Belongs to the approvers of the step that waits, as resolved now, escalation and those who stand in included. */
  isApprover: boolean;
  /** Has approved it, alone or by somebody in the caller's place, while it takes more approvals. */
  hasApproved: boolean;
  /** `selfApproval: allow-and-record` is configured. */
  selfApprovalAllowed: boolean;
}

/**
 * The code that says why not, or `undefined` for yes.
 *
 * @public
 */
export type Refusal = ErrorCode | undefined;

const mayRead = (f: RequestFacts) =>
  !f.isUser || f.isConnected || f.isApprover || f.isSuperuser;

function separationOfDuties(f: RequestFacts): Refusal {
  if (f.selfApprovalAllowed) {
    return undefined;
  }
  if (f.isRequester) {
    return 'SELF_APPROVAL';
  }
  return f.isBeneficiary ? 'BENEFICIARY_APPROVAL' : undefined;
}

function mayDecide(f: RequestFacts): Refusal {
  if (f.hasApproved && f.status === 'pending') {
    return 'ALREADY_APPROVED_BY_YOU';
  }
  if (!f.isApprover && !f.isSuperuser) {
    return 'NOT_AN_APPROVER';
  }
  return separationOfDuties(f);
}

const operationRules: Record<
  Exclude<RequestOperation, 'read'>,
  (f: RequestFacts) => Refusal
> = {
  decide: mayDecide,
  ask: mayDecide,
  // an owner replaced by an override may follow a request, and has no say in it (S0.18)
  comment: f =>
    f.isRequester ||
    f.isBeneficiary ||
    f.isApprover ||
    f.hasApproved ||
    f.isSuperuser
      ? undefined
      : 'NOT_AN_APPROVER',
  withdraw: f =>
    f.isRequester || f.isBeneficiaryItself ? undefined : 'NOT_YOURS',
};

/**
 * Who may do what with a request: the rules of design §3, in the order in which they are answered. Visibility comes
 * first, so that a request the caller may not see answers exactly as one that does not exist. These rules hold with
 * the permission framework on or off; a permission policy can only narrow them (design §7).
 *
 * The same function answers the API, the bulk form and what the screens offer.
 *
 * @returns the code that says why not, or `undefined` when the operation is allowed
 * @public
 */
export function requestVerdict(
  operation: RequestOperation,
  facts: RequestFacts,
): Refusal {
  if (!mayRead(facts)) {
    return 'REQUEST_NOT_FOUND';
  }
  if (operation === 'read') {
    return undefined;
  }
  if (!facts.isUser) {
    return 'USER_REQUIRED';
  }
  if (!facts.inCatalog) {
    return 'ACTOR_NOT_IN_CATALOG';
  }
  const refusal = operationRules[operation](facts);
  if (refusal) {
    return refusal;
  }
  return facts.status === 'pending'
    ? undefined
    : closedRequestCode[facts.status];
}
