import type { Refusal } from '../requests/requestVerdict';
import type { GrantState } from './grantState';

/**
 * What has to be known about a caller and a grant to say what the caller may do with it. All of it is read live.
 *
 * @public
 */
export interface GrantCallerFacts {
  state: GrantState;
  isUser: boolean;
  inCatalog: boolean;
  isSuperuser: boolean;
  /** Filed the request that led to the grant. */
  isRequester: boolean;
  /** The subject, or a member of the subject group. */
  isHolder: boolean;
  /** Belongs to the dataset's approvers as resolved now. */
  isApprover: boolean;
  isDatasetOwner: boolean;
  /** Took the decision that created the grant. */
  isDecider: boolean;
  selfApprovalAllowed: boolean;
}

const mayRead = (f: GrantCallerFacts) =>
  !f.isUser ||
  f.isSuperuser ||
  f.isRequester ||
  f.isHolder ||
  f.isApprover ||
  f.isDatasetOwner ||
  f.isDecider;

/**
 * Who may state that a grant exists in the source, which makes it count: the approvers, the owner, who decided, and
 * superusers; never those who asked for it or get it.
 *
 * @returns the code that says why not, or `undefined` when it is allowed
 * @public
 */
export function confirmVerdict(facts: GrantCallerFacts): Refusal {
  if (!mayRead(facts)) {
    return 'GRANT_NOT_FOUND';
  }
  if (!facts.isUser) {
    return 'USER_REQUIRED';
  }
  if (!facts.inCatalog) {
    return 'ACTOR_NOT_IN_CATALOG';
  }
  const answers =
    facts.isApprover ||
    facts.isDatasetOwner ||
    facts.isDecider ||
    facts.isSuperuser;
  if (!answers) {
    return 'NOT_AN_APPROVER';
  }
  if (!facts.selfApprovalAllowed && facts.isRequester) {
    return 'SELF_APPROVAL';
  }
  if (!facts.selfApprovalAllowed && facts.isHolder) {
    return 'BENEFICIARY_APPROVAL';
  }
  return facts.state === 'awaiting-provisioning'
    ? undefined
    : 'GRANT_NOT_AWAITING';
}
