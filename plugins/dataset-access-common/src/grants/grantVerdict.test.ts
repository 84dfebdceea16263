import fc from 'fast-check';
import type { Refusal } from '../requests/requestVerdict';
import type { GrantState } from './grantState';
import { confirmVerdict, GrantCallerFacts } from './grantVerdict';

const stranger: GrantCallerFacts = {
  state: 'awaiting-provisioning',
  isUser: true,
  inCatalog: true,
  isSuperuser: false,
  isRequester: false,
  isHolder: false,
  isApprover: false,
  isDatasetOwner: false,
  isDecider: false,
  selfApprovalAllowed: false,
};

const closedStates: GrantState[] = [
  'provisioning',
  'active',
  'revoking',
  'revoked',
  'expired',
  'failed',
  'suspended',
];

describe('who may state that a grant exists in the source', () => {
  it.each<[string, Partial<GrantCallerFacts>, Refusal]>([
    ['a stranger', {}, 'GRANT_NOT_FOUND'],
    ['a stranger outside the catalog', { inCatalog: false }, 'GRANT_NOT_FOUND'],
    ['a service', { isUser: false, inCatalog: false }, 'USER_REQUIRED'],
    ['an approver', { isApprover: true }, undefined],
    ['the owner of the dataset', { isDatasetOwner: true }, undefined],
    ['who decided', { isDecider: true }, undefined],
    ['a superuser', { isSuperuser: true }, undefined],
    ['the requester', { isRequester: true }, 'NOT_AN_APPROVER'],
    ['who gets the access', { isHolder: true }, 'NOT_AN_APPROVER'],
    [
      'an approver whose User entity is gone',
      { isApprover: true, inCatalog: false },
      'ACTOR_NOT_IN_CATALOG',
    ],
    [
      'an approver who asked for it',
      { isApprover: true, isRequester: true },
      'SELF_APPROVAL',
    ],
    [
      'an owner who gets it',
      { isDatasetOwner: true, isHolder: true },
      'BENEFICIARY_APPROVAL',
    ],
    [
      'a superuser in the group that gets it',
      { isSuperuser: true, isHolder: true },
      'BENEFICIARY_APPROVAL',
    ],
    [
      'an approver who asked for it, where self-approval is recorded instead of refused',
      { isApprover: true, isRequester: true, selfApprovalAllowed: true },
      undefined,
    ],
    [
      'a holder who is no approver, where self-approval is recorded instead of refused',
      { isHolder: true, selfApprovalAllowed: true },
      'NOT_AN_APPROVER',
    ],
  ])('%s', (_, facts, expected) => {
    expect(confirmVerdict({ ...stranger, ...facts })).toBe(expected);
  });

  it.each(closedStates)('nobody can confirm a grant that is %s', state => {
    const facts = { ...stranger, isApprover: true, state };

    expect(confirmVerdict(facts)).toBe('GRANT_NOT_AWAITING');
  });

  it.each(closedStates)('a stranger does not learn that one is %s', state => {
    expect(confirmVerdict({ ...stranger, state })).toBe('GRANT_NOT_FOUND');
  });

  it('is never who asked for it or gets it, unless that is configured', () => {
    const facts = fc.record<GrantCallerFacts>({
      state: fc.constantFrom('awaiting-provisioning', ...closedStates),
      isUser: fc.boolean(),
      inCatalog: fc.boolean(),
      isSuperuser: fc.boolean(),
      isRequester: fc.boolean(),
      isHolder: fc.boolean(),
      isApprover: fc.boolean(),
      isDatasetOwner: fc.boolean(),
      isDecider: fc.boolean(),
      selfApprovalAllowed: fc.constant(false),
    });
    fc.assert(
      fc.property(facts, one => {
        const mayTry =
          !one.isRequester && !one.isHolder && one.isUser && one.inCatalog;

        expect(confirmVerdict(one) === undefined && !mayTry).toBe(false);
      }),
      { seed: 2_111, numRuns: 10_000 },
    );
  });
});
