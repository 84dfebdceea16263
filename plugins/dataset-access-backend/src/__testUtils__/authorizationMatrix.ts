import type { ErrorCode } from 'backstage-plugin-dataset-access-common';

/*
 * Who may do what with a request, written down from design §3 and the capabilities S0.2 to S0.20, not from the code.
 *
 * The request: Ana files for the group marketing (member: Mona) on `orders`, whose approvers are the stewards (Bob, and
 * Frank through a child group) and whose owner, the sales group (Dan), was replaced by the override.
 */

export const actors = {
  requester: 'user:default/ana',
  'beneficiary member': 'user:default/mona',
  approver: 'user:default/bob',
  'approver through a child group': 'user:default/frank',
  'approver who is also a beneficiary': 'user:default/bella',
  'owner replaced by the override': 'user:default/dan',
  superuser: 'user:default/root',
  'superuser who is also a beneficiary': 'user:default/super-mona',
  stranger: 'user:default/eve',
  'approver of another dataset': 'user:default/olga',
  'user not in the catalog': 'user:default/ghost',
  service: 'service',
} as const;

export type ActorKind = keyof typeof actors;

export const operations = [
  'read',
  'approve',
  'deny',
  'decide in bulk',
  'ask',
  'comment',
  'withdraw',
  'confirm the grant',
] as const;

export type Operation = (typeof operations)[number];

export const states = [
  'pending',
  'approved',
  'granted',
  'denied',
  'withdrawn',
  'expired',
  'cancelled',
] as const;

export type State = (typeof states)[number];

type Answer = 'ok' | ErrorCode;

const sameForDeciding = (answers: Record<ActorKind, Answer>) => ({
  approve: answers,
  deny: answers,
  'decide in bulk': answers,
  ask: answers,
});

/** For a pending request; `confirm the grant` for an approved one. */
export const matrix: Record<Operation, Record<ActorKind, Answer>> = {
  read: {
    requester: 'ok',
    'beneficiary member': 'ok',
    approver: 'ok',
    'approver through a child group': 'ok',
    'approver who is also a beneficiary': 'ok',
    'owner replaced by the override': 'ok',
    superuser: 'ok',
    'superuser who is also a beneficiary': 'ok',
    stranger: 'REQUEST_NOT_FOUND',
    'approver of another dataset': 'REQUEST_NOT_FOUND',
    'user not in the catalog': 'REQUEST_NOT_FOUND',
    service: 'ok',
  },
  ...sameForDeciding({
    requester: 'NOT_AN_APPROVER',
    'beneficiary member': 'NOT_AN_APPROVER',
    approver: 'ok',
    'approver through a child group': 'ok',
    'approver who is also a beneficiary': 'BENEFICIARY_APPROVAL',
    'owner replaced by the override': 'NOT_AN_APPROVER',
    superuser: 'ok',
    'superuser who is also a beneficiary': 'BENEFICIARY_APPROVAL',
    stranger: 'REQUEST_NOT_FOUND',
    'approver of another dataset': 'REQUEST_NOT_FOUND',
    'user not in the catalog': 'REQUEST_NOT_FOUND',
    service: 'USER_REQUIRED',
  }),
  comment: {
    requester: 'ok',
    'beneficiary member': 'ok',
    approver: 'ok',
    'approver through a child group': 'ok',
    'approver who is also a beneficiary': 'ok',
    'owner replaced by the override': 'NOT_AN_APPROVER',
    superuser: 'ok',
    'superuser who is also a beneficiary': 'ok',
    stranger: 'REQUEST_NOT_FOUND',
    'approver of another dataset': 'REQUEST_NOT_FOUND',
    'user not in the catalog': 'REQUEST_NOT_FOUND',
    service: 'USER_REQUIRED',
  },
  withdraw: {
    requester: 'ok',
    'beneficiary member': 'NOT_YOURS',
    approver: 'NOT_YOURS',
    'approver through a child group': 'NOT_YOURS',
    'approver who is also a beneficiary': 'NOT_YOURS',
    'owner replaced by the override': 'NOT_YOURS',
    superuser: 'NOT_YOURS',
    'superuser who is also a beneficiary': 'NOT_YOURS',
    stranger: 'REQUEST_NOT_FOUND',
    'approver of another dataset': 'REQUEST_NOT_FOUND',
    'user not in the catalog': 'REQUEST_NOT_FOUND',
    service: 'USER_REQUIRED',
  },
  'confirm the grant': {
    requester: 'NOT_AN_APPROVER',
    'beneficiary member': 'NOT_AN_APPROVER',
    approver: 'ok',
    'approver through a child group': 'ok',
    'approver who is also a beneficiary': 'BENEFICIARY_APPROVAL',
    'owner replaced by the override': 'ok',
    superuser: 'ok',
    'superuser who is also a beneficiary': 'BENEFICIARY_APPROVAL',
    stranger: 'GRANT_NOT_FOUND',
    'approver of another dataset': 'GRANT_NOT_FOUND',
    'user not in the catalog': 'GRANT_NOT_FOUND',
    service: 'USER_REQUIRED',
  },
};

/** What somebody who could act on a pending request is told when it is no longer pending. */
const closed: Record<State, ErrorCode | undefined> = {
  pending: undefined,
  approved: 'ALREADY_DECIDED',
  granted: 'ALREADY_DECIDED',
  denied: 'ALREADY_DECIDED',
  withdrawn: 'REQUEST_WITHDRAWN',
  expired: 'REQUEST_EXPIRED',
  cancelled: 'REQUEST_CANCELLED',
};

/** The expected answer to one cell; `undefined` where there is nothing to call (no grant to confirm). */
export function expected(
  operation: Operation,
  actor: ActorKind,
  state: State,
): Answer | undefined {
  const answer = matrix[operation][actor];
  if (operation === 'read') {
    return answer;
  }
  if (operation === 'confirm the grant') {
    switch (state) {
      case 'approved':
        return answer;
      case 'granted':
        return answer === 'ok' ? 'GRANT_NOT_AWAITING' : answer;
      default:
        return undefined;
    }
  }
  if (state === 'withdrawn' && operation === 'withdraw') {
    return answer; // doing it again is no error
  }
  return answer === 'ok' ? closed[state] ?? 'ok' : answer;
}
