import fc from 'fast-check';
import { RequestStatus, requestStatuses } from './requestStatus';
import {
  Refusal,
  RequestFacts,
  RequestOperation,
  requestVerdict,
} from './requestVerdict';

const nobody: RequestFacts = {
  status: 'pending',
  isUser: true,
  inCatalog: true,
  isSuperuser: false,
  isConnected: false,
  isRequester: false,
  isBeneficiary: false,
  isBeneficiaryItself: false,
  isApprover: false,
  hasApproved: false,
  selfApprovalAllowed: false,
};

const requester = { isConnected: true, isRequester: true };
const member = { isConnected: true, isBeneficiary: true };
const beneficiary = { ...member, isBeneficiaryItself: true };
const approver = { isConnected: true, isApprover: true };
const superuser = { isSuperuser: true };

const operations: RequestOperation[] = [
  'read',
  'decide',
  'ask',
  'comment',
  'withdraw',
];

const GONE = 'REQUEST_NOT_FOUND';
const SERVICE = 'USER_REQUIRED';
const UNKNOWN = 'ACTOR_NOT_IN_CATALOG';
const OTHERS = 'NOT_AN_APPROVER';
const SELF = 'SELF_APPROVAL';
const GETS_IT = 'BENEFICIARY_APPROVAL';
const TWICE = 'ALREADY_APPROVED_BY_YOU';
const FOREIGN = 'NOT_YOURS';
const yes = undefined;

type Row = [string, Partial<RequestFacts>, Refusal[]];

describe('who may do what with a pending request', () => {
  it.each<Row>([
    // caller, facts, read, decide, ask, comment, withdraw
    ['a stranger', {}, [GONE, GONE, GONE, GONE, GONE]],
    [
      'a stranger without a User entity',
      { inCatalog: false },
      [GONE, GONE, GONE, GONE, GONE],
    ],
    [
      'a service',
      { isUser: false, inCatalog: false },
      [yes, SERVICE, SERVICE, SERVICE, SERVICE],
    ],
    ['the requester', requester, [yes, OTHERS, OTHERS, yes, yes]],
    ['the beneficiary', beneficiary, [yes, OTHERS, OTHERS, yes, yes]],
    [
      'a member of the beneficiary group',
      member,
      [yes, OTHERS, OTHERS, yes, FOREIGN],
    ],
    ['an approver', approver, [yes, yes, yes, yes, FOREIGN]],
    [
      'an approver who has approved while more approvals are missing',
      { ...approver, hasApproved: true },
      [yes, TWICE, TWICE, yes, FOREIGN],
    ],
    [
      'whoever approved an earlier step',
      { isConnected: true, hasApproved: true },
      [yes, TWICE, TWICE, yes, FOREIGN],
    ],
    [
      'a superuser who has approved',
      { ...superuser, hasApproved: true },
      [yes, TWICE, TWICE, yes, FOREIGN],
    ],
    [
      'an approver appointed after the request was filed',
      { isApprover: true },
      [yes, yes, yes, yes, FOREIGN],
    ],
    [
      'an owner who is replaced by an override',
      { isConnected: true },
      [yes, OTHERS, OTHERS, OTHERS, FOREIGN],
    ],
    ['a superuser', superuser, [yes, yes, yes, yes, FOREIGN]],
    [
      'an approver who filed it',
      { ...approver, ...requester },
      [yes, SELF, SELF, yes, yes],
    ],
    [
      'an approver who would get the access',
      { ...approver, ...beneficiary },
      [yes, GETS_IT, GETS_IT, yes, yes],
    ],
    [
      'an approver in the beneficiary group',
      { ...approver, ...member },
      [yes, GETS_IT, GETS_IT, yes, FOREIGN],
    ],
    [
      'a superuser who filed it',
      { ...superuser, ...requester },
      [yes, SELF, SELF, yes, yes],
    ],
    [
      'a superuser in the beneficiary group',
      { ...superuser, ...member },
      [yes, GETS_IT, GETS_IT, yes, FOREIGN],
    ],
    [
      'an approver who filed it, where self-approval is recorded instead of refused',
      { ...approver, ...requester, selfApprovalAllowed: true },
      [yes, yes, yes, yes, yes],
    ],
    [
      'a requester who is no approver, where self-approval is recorded instead of refused',
      { ...requester, selfApprovalAllowed: true },
      [yes, OTHERS, OTHERS, yes, yes],
    ],
    [
      'an approver whose User entity is gone',
      { ...approver, inCatalog: false },
      [yes, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN],
    ],
    [
      'a requester whose User entity is gone',
      { ...requester, inCatalog: false },
      [yes, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN],
    ],
  ])('answers %s', (_, facts, expected) => {
    const answers = operations.map(operation =>
      requestVerdict(operation, { ...nobody, ...facts }),
    );

    expect(answers).toEqual(expected);
  });
});

describe('a request that is closed', () => {
  const codes: Array<[RequestStatus, Refusal]> = [
    ['approved', 'ALREADY_DECIDED'],
    ['denied', 'ALREADY_DECIDED'],
    ['withdrawn', 'REQUEST_WITHDRAWN'],
    ['expired', 'REQUEST_EXPIRED'],
    ['cancelled', 'REQUEST_CANCELLED'],
  ];

  it.each(codes)(
    'that was %s can be read and tells whoever wants to change it what became of it',
    (status, code) => {
      const may = { ...nobody, status };

      expect([
        requestVerdict('read', { ...may, ...requester }),
        requestVerdict('decide', { ...may, ...approver }),
        requestVerdict('ask', { ...may, ...approver }),
        requestVerdict('comment', { ...may, ...requester }),
        requestVerdict('withdraw', { ...may, ...beneficiary }),
      ]).toEqual([undefined, code, code, code, code]);
    },
  );

  it.each(codes)('that was %s tells strangers nothing', status => {
    const answers = operations.map(operation =>
      requestVerdict(operation, { ...nobody, status }),
    );

    expect(new Set(answers)).toEqual(new Set([GONE]));
  });
});

describe('for every caller and every request', () => {
  const anyFacts = fc.record<RequestFacts>({
    status: fc.constantFrom(...requestStatuses),
    isUser: fc.boolean(),
    inCatalog: fc.boolean(),
    isSuperuser: fc.boolean(),
    isConnected: fc.boolean(),
    isRequester: fc.boolean(),
    isBeneficiary: fc.boolean(),
    isBeneficiaryItself: fc.boolean(),
    isApprover: fc.boolean(),
    hasApproved: fc.boolean(),
    selfApprovalAllowed: fc.boolean(),
  });
  const anyOperation = fc.constantFrom(...operations);
  const runs = { seed: 5_120, numRuns: 10_000 };
  const allowed = (operation: RequestOperation, facts: RequestFacts) =>
    requestVerdict(operation, facts) === undefined;

  it('nobody decides on what he filed or would get, unless that is configured', () => {
    fc.assert(
      fc.property(anyFacts, facts => {
        const own = facts.isRequester || facts.isBeneficiary;
        const decides =
          allowed('decide', facts) && own && !facts.selfApprovalAllowed;

        expect(decides).toBe(false);
      }),
      runs,
    );
  });

  it('whoever may do anything may read', () => {
    fc.assert(
      fc.property(anyFacts, anyOperation, (facts, operation) => {
        const blindly = allowed(operation, facts) && !allowed('read', facts);

        expect(blindly).toBe(false);
      }),
      runs,
    );
  });

  it('only people in the catalog change anything, and only while it is pending', () => {
    fc.assert(
      fc.property(anyFacts, anyOperation, (facts, operation) => {
        const mayTry =
          operation === 'read' ||
          (facts.isUser && facts.inCatalog && facts.status === 'pending');

        expect(allowed(operation, facts) && !mayTry).toBe(false);
      }),
      runs,
    );
  });

  it('who may not see a request gets the same answer whatever he tries and whatever its state', () => {
    const blind = anyFacts.filter(facts => !allowed('read', facts));
    fc.assert(
      fc.property(blind, anyOperation, (facts, operation) => {
        expect(requestVerdict(operation, facts)).toBe(GONE);
      }),
      { ...runs, numRuns: 2_000 },
    );
  });
});
