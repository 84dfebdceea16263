import type { DecisionIndex } from '../decisions/DecisionIndex';
import type { ObjectRoute, Operation } from './Operation';

/**
 * What is asked: may this subject do an operation, there, at that moment.
 *
 * @public
 */
export interface OperationQuery {
  /** Canonical ref of a User or Group. */
  subject: string;
  /** Canonical ref of what the operation is done on. Absent: nothing in particular. */
  resource?: string;
  /** In ms since the epoch. */
  now: number;
}

/**
 * Why the answer is no.
 *
 * @public
 */
export type OperationDenialReason =
  | 'unknown-subject'
  | 'unknown-resource'
  | 'missing-privileges'
  | 'missing-route';

/**
 * @public
 */
export interface OperationDecision {
  allowed: boolean;
  /** Absent when allowed. The first of the reasons; what else is missing is said as well. */
  reason?: OperationDenialReason;
  /** Names of the privileges that are needed and not held. */
  missing: string[];
  /** The ways to the object of which one has to be open, when none is. */
  missingRoutes: ObjectRoute[];
}

/**
 * Whether somebody may do an operation at a moment: holds a privilege that overrides everything else, or the gate, all
 * privileges that it takes and, for an operation on an object, one of the ways to this object (S3.2–S3.8). Denies whoever
 * and whatever the index does not know.
 *
 * @public
 */
export function checkOperation(
  index: DecisionIndex,
  operation: Operation,
  query: OperationQuery,
): OperationDecision {
  const { subject, resource, now } = query;
  // what is held at all is held on every resource that exists, so one question is enough
  const holds = (privilege: string) =>
    index.check(subject, privilege, resource, now);
  if (operation.override.some(holds)) {
    return { allowed: true, missing: [], missingRoutes: [] };
  }
  const needed = new Set([...operation.gate, ...operation.allOf]);
  const missing = [...needed].filter(privilege => !holds(privilege));
  const { objectRoutes } = operation;
  const isReached =
    objectRoutes.length === 0 ||
    objectRoutes.some(route => isOpen(index, route, query));
  const missingRoutes = isReached ? [] : [...objectRoutes];
  const reason = denialReason(index, query, missing, missingRoutes);
  return { allowed: reason === undefined, reason, missing, missingRoutes };
}

/** Whether a way leads the subject to the resource. Without a resource none leads anywhere. */
function isOpen(
  index: DecisionIndex,
  route: ObjectRoute,
  { subject, resource, now }: OperationQuery,
): boolean {
  const principals = index.view(subject)?.principals;
  const target =
    resource === undefined ? undefined : index.resources.get(resource);
  if (!principals || !target) {
    return false;
  }
  switch (route) {
    case 'team':
      return target.facts.owners.some(
        owner => owner.startsWith('group:') && principals.has(owner),
      );
    case 'stewardship':
      return index
        .responsibilitiesOn(target, now)
        .some(({ subject: holder }) => principals.has(holder));
    default:
      // a way that a later version stored must not be open here
      return false;
  }
}

function denialReason(
  index: DecisionIndex,
  { subject, resource }: OperationQuery,
  missing: readonly string[],
  missingRoutes: readonly ObjectRoute[],
): OperationDenialReason | undefined {
  if (!index.people.get(subject)) {
    return 'unknown-subject';
  }
  if (resource !== undefined && !index.resources.get(resource)) {
    return 'unknown-resource';
  }
  if (missing.length > 0) {
    return 'missing-privileges';
  }
  return missingRoutes.length > 0 ? 'missing-route' : undefined;
}
