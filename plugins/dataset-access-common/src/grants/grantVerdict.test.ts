import fc from 'fast-check';
import type { Refusal } from '../requests/requestVerdict';
import type { GrantState } from './grantState';
import {
  confirmVerdict,
  GrantCallerFacts,
  grantReadVerdict,
  removalVerdict,
  returnVerdict,
  revokeVerdict,
} from './grantVerdict';

const stranger: GrantCallerFacts = {
  state: 'awaiting-provisioning',
  pendingInSource: false,
  isManual: true,
  isUser: true,
  inCatalog: true,
  isSuperuser: false,
  isRequester: false,
  isHolder: false,
  isSubject: false,
  isApprover: false,
  isDatasetOwner: false,
  isDecider: false,
  selfApprovalAllowed: false,
};

const bothWays = [true, false];

/** All facts about a caller and a grant that can be told apart. */
const anyFacts: fc.Arbitrary<GrantCallerFacts> = fc.record({
  state: fc.constantFrom<GrantState>(
    'awaiting-provisioning',
    'provisioning',
    'active',
    'revoking',
    'revoked',
    'expired',
    'failed',
    'suspended',
  ),
  pendingInSource: fc.boolean(),
  isManual: fc.boolean(),
  isUser: fc.boolean(),
  inCatalog: fc.boolean(),
  isSuperuser: fc.boolean(),
  isRequester: fc.boolean(),
  isHolder: fc.boolean(),
  isSubject: fc.boolean(),
  isApprover: fc.boolean(),
  isDatasetOwner: fc.boolean(),
  isDecider: fc.boolean(),
  selfApprovalAllowed: fc.boolean(),
});

describe('who may look at a grant', () => {
  it.each<[string, Partial<GrantCallerFacts>, Refusal]>([
    ['a stranger', {}, 'GRANT_NOT_FOUND'],
    ['a stranger outside the catalog', { inCatalog: false }, 'GRANT_NOT_FOUND'],
    ['a service', { isUser: false, inCatalog: false }, undefined],
    ['the requester', { isRequester: true }, undefined],
    ['who has the access', { isHolder: true, isSubject: true }, undefined],
    ['a member of the group that has it', { isHolder: true }, undefined],
    ['an approver', { isApprover: true }, undefined],
    ['the owner of the dataset', { isDatasetOwner: true }, undefined],
    ['who decided', { isDecider: true }, undefined],
    ['a superuser', { isSuperuser: true }, undefined],
    [
      'a requester whose User entity is gone',
      { isRequester: true, inCatalog: false },
      undefined,
    ],
  ])('%s', (_, facts, expected) => {
    expect(grantReadVerdict({ ...stranger, ...facts })).toBe(expected);
  });
});

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

  it.each<[GrantState, Refusal]>([
    ['awaiting-provisioning', undefined],
    ['provisioning', 'PROVISIONED_BY_CONNECTOR'],
    ['failed', 'PROVISIONED_BY_CONNECTOR'],
    ['active', 'GRANT_NOT_AWAITING'],
    ['revoking', 'GRANT_NOT_AWAITING'],
    ['revoked', 'GRANT_NOT_AWAITING'],
    ['expired', 'GRANT_NOT_AWAITING'],
    ['suspended', 'GRANT_NOT_AWAITING'],
  ])('an approver, when it is %s', (state, expected) => {
    const facts = { ...stranger, state };

    expect(confirmVerdict({ ...facts, isApprover: true })).toBe(expected);
    // to others all of them are the same
    expect(confirmVerdict(facts)).toBe('GRANT_NOT_FOUND');
  });

  it('is never who asked for it or gets it, unless that is configured', () => {
    fc.assert(
      fc.property(anyFacts, facts => {
        const one = { ...facts, selfApprovalAllowed: false };
        const mayTry =
          !one.isRequester && !one.isHolder && one.isUser && one.inCatalog;

        expect(confirmVerdict(one) === undefined && !mayTry).toBe(false);
      }),
      { seed: 2_111, numRuns: 10_000 },
    );
  });
});

describe('who may state that the source no longer allows what has ended', () => {
  const ended: GrantCallerFacts = {
    ...stranger,
    state: 'revoking',
    pendingInSource: true,
  };

  it.each<[string, Partial<GrantCallerFacts>, Refusal]>([
    ['a stranger', {}, 'GRANT_NOT_FOUND'],
    ['a service', { isUser: false, inCatalog: false }, 'USER_REQUIRED'],
    ['an approver', { isApprover: true }, undefined],
    ['the owner of the dataset', { isDatasetOwner: true }, undefined],
    ['who decided', { isDecider: true }, undefined],
    ['a superuser', { isSuperuser: true }, undefined],
    ['the requester', { isRequester: true }, 'NOT_AN_APPROVER'],
    ['who had the access', { isHolder: true }, 'NOT_AN_APPROVER'],
    [
      'an approver whose User entity is gone',
      { isApprover: true, inCatalog: false },
      'ACTOR_NOT_IN_CATALOG',
    ],
    [
      'an approver who had asked for it',
      { isApprover: true, isRequester: true },
      undefined,
    ],
    [
      'an owner who had it',
      { isDatasetOwner: true, isHolder: true },
      'BENEFICIARY_APPROVAL',
    ],
    [
      'a superuser in the group that had it',
      { isSuperuser: true, isHolder: true },
      'BENEFICIARY_APPROVAL',
    ],
    [
      'an owner who had it, where that is recorded instead of refused',
      { isDatasetOwner: true, isHolder: true, selfApprovalAllowed: true },
      undefined,
    ],
    [
      'an approver, when the source allows nothing any more',
      { isApprover: true, state: 'revoked', pendingInSource: false },
      'REMOVAL_NOT_AWAITED',
    ],
    [
      'an approver, while the access is there',
      { isApprover: true, state: 'active', pendingInSource: false },
      'REMOVAL_NOT_AWAITED',
    ],
    [
      'an approver, after its end',
      { isApprover: true, state: 'expired' },
      undefined,
    ],
    [
      'an approver, where a connector takes it back',
      { isApprover: true, isManual: false },
      'PROVISIONED_BY_CONNECTOR',
    ],
  ])('%s', (_, facts, expected) => {
    expect(removalVerdict({ ...ended, ...facts })).toBe(expected);
  });

  it('is never who had the access, unless that is configured', () => {
    fc.assert(
      fc.property(anyFacts, facts => {
        const one = { ...facts, isHolder: true, selfApprovalAllowed: false };

        expect(removalVerdict(one)).not.toBeUndefined();
      }),
      { seed: 2_112, numRuns: 10_000 },
    );
  });
});

describe('who may take access back', () => {
  const active: GrantCallerFacts = { ...stranger, state: 'active' };

  it.each<[string, Partial<GrantCallerFacts>, Refusal]>([
    ['a stranger', {}, 'GRANT_NOT_FOUND'],
    ['a service', { isUser: false, inCatalog: false }, 'USER_REQUIRED'],
    ['an approver', { isApprover: true }, undefined],
    ['the owner of the dataset', { isDatasetOwner: true }, undefined],
    ['who decided', { isDecider: true }, undefined],
    ['a superuser', { isSuperuser: true }, undefined],
    ['the requester', { isRequester: true }, 'NOT_AN_APPROVER'],
    [
      'who has the access',
      { isHolder: true, isSubject: true },
      'NOT_AN_APPROVER',
    ],
    [
      'a member of the group that has it',
      { isHolder: true },
      'NOT_AN_APPROVER',
    ],
    [
      'an approver whose User entity is gone',
      { isApprover: true, inCatalog: false },
      'ACTOR_NOT_IN_CATALOG',
    ],
    [
      'an approver who asked for it',
      { isApprover: true, isRequester: true },
      undefined,
    ],
    [
      'an owner who has it himself',
      { isDatasetOwner: true, isHolder: true, isSubject: true },
      undefined,
    ],
  ])('%s', (_, facts, expected) => {
    expect(revokeVerdict({ ...active, ...facts })).toBe(expected);
  });

  it.each<[GrantState, Refusal]>([
    ['awaiting-provisioning', undefined],
    ['provisioning', undefined],
    ['failed', undefined],
    ['active', undefined],
    ['suspended', undefined],
    ['revoking', 'GRANT_ENDED'],
    ['revoked', 'GRANT_ENDED'],
    ['expired', 'GRANT_ENDED'],
  ])('an owner, when it is %s', (state, expected) => {
    const facts = { ...stranger, state };

    expect(revokeVerdict({ ...facts, isDatasetOwner: true })).toBe(expected);
    expect(revokeVerdict(facts)).toBe('GRANT_NOT_FOUND');
  });

  it.each(bothWays)('whoever makes it real (by hand: %s)', isManual => {
    const facts = { ...active, isManual, isDatasetOwner: true };

    expect(revokeVerdict(facts)).toBeUndefined();
  });
});

describe('who may give access back', () => {
  const own: GrantCallerFacts = { ...stranger, state: 'active' };

  it.each<[string, Partial<GrantCallerFacts>, Refusal]>([
    ['a stranger', {}, 'GRANT_NOT_FOUND'],
    ['a service', { isUser: false, inCatalog: false }, 'USER_REQUIRED'],
    ['who has it', { isHolder: true, isSubject: true }, undefined],
    [
      'who has it, and whose User entity is gone',
      { isHolder: true, isSubject: true, inCatalog: false },
      undefined,
    ],
    ['a member of the group that has it', { isHolder: true }, 'NOT_HOLDER'],
    ['the requester', { isRequester: true }, 'NOT_HOLDER'],
    ['an approver', { isApprover: true }, 'NOT_HOLDER'],
    ['the owner of the dataset', { isDatasetOwner: true }, 'NOT_HOLDER'],
    ['who decided', { isDecider: true }, 'NOT_HOLDER'],
    ['a superuser', { isSuperuser: true }, 'NOT_HOLDER'],
  ])('%s', (_, facts, expected) => {
    expect(returnVerdict({ ...own, ...facts })).toBe(expected);
  });

  it.each<[GrantState, Refusal]>([
    ['awaiting-provisioning', undefined],
    ['provisioning', undefined],
    ['failed', undefined],
    ['active', undefined],
    ['suspended', undefined],
    ['revoking', 'GRANT_ENDED'],
    ['revoked', 'GRANT_ENDED'],
    ['expired', 'GRANT_ENDED'],
  ])('its holder, when it is %s', (state, expected) => {
    const holder = { ...stranger, state, isHolder: true, isSubject: true };

    expect(returnVerdict(holder)).toBe(expected);
  });
});

it('tells those who may not look at a grant nothing else about it', () => {
  fc.assert(
    fc.property(anyFacts, anything => {
      const facts = {
        ...anything,
        isUser: true,
        isSuperuser: false,
        isRequester: false,
        isHolder: false,
        isApprover: false,
        isDatasetOwner: false,
        isDecider: false,
      };

      const verdicts = [
        grantReadVerdict,
        confirmVerdict,
        removalVerdict,
        revokeVerdict,
        returnVerdict,
      ].map(verdict => verdict(facts));

      expect(new Set(verdicts)).toEqual(new Set(['GRANT_NOT_FOUND']));
    }),
    { seed: 2_113, numRuns: 5_000 },
  );
});
