import type { Refusal } from '../requests/requestVerdict';
import { GrantState, hasEnded } from './grantState';

/**
 * What has to be known about a caller and a grant to say what the caller may do with it. All of it is read live.
 *
 * @public
 */
export interface GrantCallerFacts {
  /** At the moment of the call. */
  state: GrantState;
  /** Whether the source may still allow what has ended here. */
  pendingInSource: boolean;
  /** Whether a person makes it real in the source, and not a connector. */
  isManual: boolean;
  isUser: boolean;
  inCatalog: boolean;
  isSuperuser: boolean;
  /** Filed the request that led to the grant. */
  isRequester: boolean;
  /** The subject, or a member of the subject group. */
  isHolder: boolean;
  /** The subject itself. */
  isSubject: boolean;
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

/** Why somebody may do nothing to a grant but look at it, if he may do that. */
function outsiderRefusal(facts: GrantCallerFacts): Refusal {
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
  return answers ? undefined : 'NOT_AN_APPROVER';
}

/**
 * Who may look at a grant: who answers for it, who asked for it, and who has it.
 *
 * @returns the code that says why not, or `undefined` when it is allowed
 * @public
 */
export function grantReadVerdict(facts: GrantCallerFacts): Refusal {
  return mayRead(facts) ? undefined : 'GRANT_NOT_FOUND';
}

/**
 * Who may state that a grant exists in the source, which makes it count: the approvers, the owner, who decided, and
 * superusers; never those who asked for it or get it, and nobody where a connector finds out by itself.
 *
 * @returns the code that says why not, or `undefined` when it is allowed
 * @public
 */
export function confirmVerdict(facts: GrantCallerFacts): Refusal {
  const refusal = outsiderRefusal(facts);
  if (refusal) {
    return refusal;
  }
  if (!facts.selfApprovalAllowed && facts.isRequester) {
    return 'SELF_APPROVAL';
  }
  if (!facts.selfApprovalAllowed && facts.isHolder) {
    return 'BENEFICIARY_APPROVAL';
  }
  if (facts.state === 'awaiting-provisioning') {
    return undefined;
  }
  return facts.state === 'provisioning' || facts.state === 'failed'
    ? 'PROVISIONED_BY_CONNECTOR'
    : 'GRANT_NOT_AWAITING';
}

/**
 * Who may state that the source no longer allows what has ended: as {@link confirmVerdict}, and also who asked for it. The
 * word of those who had the access does not count.
 *
 * @returns the code that says why not, or `undefined` when it is allowed
 * @public
 */
export function removalVerdict(facts: GrantCallerFacts): Refusal {
  const refusal = outsiderRefusal(facts);
  if (refusal) {
    return refusal;
  }
  if (!facts.selfApprovalAllowed && facts.isHolder) {
    return 'BENEFICIARY_APPROVAL';
  }
  if (!facts.pendingInSource) {
    return 'REMOVAL_NOT_AWAITED';
  }
  return facts.isManual ? undefined : 'PROVISIONED_BY_CONNECTOR';
}

/**
 * Who may take access back: the approvers, the owner, who decided, and superusers, also from themselves: taking never needs
 * a second pair of eyes.
 *
 * @returns the code that says why not, or `undefined` when it is allowed
 * @public
 */
export function revokeVerdict(facts: GrantCallerFacts): Refusal {
  return (
    outsiderRefusal(facts) ??
    (hasEnded(facts.state) ? 'GRANT_ENDED' : undefined)
  );
}

/**
 * Who may give access back: the user it was given to. What a group has, its members cannot give back for the others.
 *
 * @returns the code that says why not, or `undefined` when it is allowed
 * @public
 */
export function returnVerdict(facts: GrantCallerFacts): Refusal {
  if (!mayRead(facts)) {
    return 'GRANT_NOT_FOUND';
  }
  if (!facts.isUser) {
    return 'USER_REQUIRED';
  }
  if (!facts.isSubject) {
    return 'NOT_HOLDER';
  }
  return hasEnded(facts.state) ? 'GRANT_ENDED' : undefined;
}
