import type { RuleFacts } from './AccessFacts';
import {
  ANA,
  BEN,
  FINANCE,
  NOON,
  ORDERS,
  SALES,
  VISITS,
  equals,
  isAllowed,
  policy,
  stewardship,
} from './__testUtils__/smallFacts';
import type { DecisionQuery } from './decide';

const yes = true;
const no = false;

describe('what applies', () => {
  const forAna = { users: [ANA] };

  it.each<[string, RuleFacts[], Partial<DecisionQuery>, boolean]>([
    ['S2.3 nothing given is denied', [], {}, no],
    ['S2.3 what is given is allowed', [policy({ actors: forAna })], {}, yes],
    [
      'S2.3 another privilege is denied',
      [policy({ actors: forAna })],
      { privilege: 'write' },
      no,
    ],
    [
      'S2.3 rules add up whatever else does not apply',
      [
        policy({ id: 'a', actors: { users: [BEN] } }),
        policy({ id: 'b', actors: forAna, resources: [equals('tag', 'x')] }),
        policy({ id: 'c', actors: forAna }),
        policy({ id: 'd', actors: forAna, state: 'inactive' }),
      ],
      {},
      yes,
    ],
    [
      'S2.18 an inactive rule gives nothing',
      [policy({ actors: forAna, state: 'inactive' })],
      {},
      no,
    ],
    [
      'S2.2 a platform rule needs no resource',
      [policy({ type: 'platform', actors: forAna })],
      { resource: undefined },
      yes,
    ],
    [
      'S2.2 a platform rule does not mind a resource',
      [policy({ type: 'platform', actors: forAna })],
      { resource: VISITS },
      yes,
    ],
    [
      'S2.2 a platform rule looks at no filter',
      [
        policy({
          type: 'platform',
          actors: forAna,
          resources: [equals('tag', 'other')],
        }),
      ],
      { resource: undefined },
      yes,
    ],
    [
      'P-27 an unknown user is denied',
      [policy({ actors: { users: ['user:default/eva'], allUsers: true } })],
      { subject: 'user:default/eva' },
      no,
    ],
    [
      'P-27 an unknown resource is denied, even where all are meant',
      [policy({ actors: forAna })],
      { resource: 'resource:default/gone' },
      no,
    ],
    [
      'P-27 an unknown resource is denied to platform rules too',
      [policy({ type: 'platform', actors: forAna })],
      { resource: 'resource:default/gone' },
      no,
    ],
    [
      'P-27 an empty ref is no resource',
      [policy({ actors: forAna })],
      { resource: '' },
      no,
    ],
  ])('%s', (_, rules, query, expected) => {
    expect(isAllowed({ rules }, query)).toBe(expected);
  });

  it('S2.3 two rules for the same resources both give what they name', () => {
    const resources = [equals('tag', 'pii')];
    const rules = ['read', 'write'].map(privilege =>
      policy({
        id: privilege,
        privileges: [privilege],
        actors: forAna,
        resources,
      }),
    );

    expect(isAllowed({ rules }, { privilege: 'read' })).toBe(yes);
    expect(isAllowed({ rules }, { privilege: 'write' })).toBe(yes);
    expect(isAllowed({ rules }, { privilege: 'own' })).toBe(no);
  });

  it.each<[string, number, boolean]>([
    ['not a millisecond before it begins', NOON - 1, no],
    ['from the instant it begins', NOON, yes],
    ['to the last millisecond', NOON + 999, yes],
    ['not at the instant it ends', NOON + 1_000, no],
    ['not after it', NOON + 1_001, no],
  ])('S3.11 is in force for its time: %s', (_, now, expected) => {
    const time = { from: NOON, until: NOON + 1_000 };
    const rules = [policy({ origin: 'grant', actors: forAna, ...time })];
    const stewards = [policy({ actors: { responsibilities: ['steward'] } })];

    expect(isAllowed({ rules }, { now })).toBe(expected);
    expect(
      isAllowed(
        { rules: stewards, responsibilities: [stewardship(time)] },
        { now },
      ),
    ).toBe(expected);
  });
});

describe('what a rule is bound to', () => {
  it.each<[string, RuleFacts['boundTo'], boolean]>([
    ['nothing', [], yes],
    ['who is still there', [{ ref: SALES, uid: `uid of ${SALES}` }], yes],
    ['P-34 a group that is another one now', [{ ref: SALES, uid: 'x' }], no],
    ['P-34 a group that is gone', [{ ref: 'group:x/y', uid: 'x' }], no],
    [
      'P-32 a domain that is there',
      [{ ref: FINANCE, uid: `uid of ${FINANCE}` }],
      yes,
    ],
    ['P-32 a domain that is another one now', [{ ref: FINANCE, uid: 'x' }], no],
    [
      'P-34 two of whom one is gone',
      [
        { ref: SALES, uid: `uid of ${SALES}` },
        { ref: ORDERS, uid: 'x' },
      ],
      no,
    ],
  ])('%s', (_, boundTo, expected) => {
    const rules = [policy({ actors: { groups: [SALES] }, boundTo })];

    expect(isAllowed({ rules })).toBe(expected);
  });

  it('P-34 is inert when the entity has no uid at all', () => {
    const people = [{ ref: ANA, groups: [] }];
    const boundTo = [{ ref: ANA, uid: `uid of ${ANA}` }];
    const rules = [policy({ actors: { users: [ANA] }, boundTo })];

    expect(isAllowed({ people, rules })).toBe(no);
  });
});
