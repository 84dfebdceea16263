import {
  ANA,
  BEN,
  NOON,
  ORDERS,
  STAFF,
  VISITS,
  equals,
  policy,
  smallIndex,
  stewardship,
} from './__testUtils__/smallFacts';
import {
  answers,
  expected,
  forAna,
  forOwners,
  forStewards,
  mayRead,
  Facts,
  Steps,
} from './__testUtils__/warmIndex';
import type { DecisionIndex } from './DecisionIndex';

const yes = true;
const no = false;

const forStaff = policy({ actors: { groups: [STAFF] } });
/** Makes the privilege known, so that all tables are looked up and kept. */
const elsewhere = policy({
  id: 'elsewhere',
  actors: { users: [ANA] },
  resources: [equals('entity', VISITS)],
});

describe('the next decision obeys a change of a rule', () => {
  it.each<[string, Facts, boolean, Steps]>([
    ['S2.16 a new one', {}, no, [[index => index.setRule(forAna), yes]]],
    [
      'S2.17 deleted',
      { rules: [forAna] },
      yes,
      [[index => index.deleteRule(forAna), no]],
    ],
    [
      'S2.18 deactivated and active again',
      { rules: [forAna] },
      yes,
      [
        [index => index.setRule({ ...forAna, state: 'inactive' }), no],
        [index => index.setRule(forAna), yes],
      ],
    ],
    [
      'S2.16 for somebody else, and for her again by her group',
      { rules: [forAna] },
      yes,
      [
        [index => index.setRule({ ...forAna, actors: { users: [BEN] } }), no],
        [index => index.setRule(forStaff), yes],
      ],
    ],
    [
      'S2.16 with other privileges',
      { rules: [forAna] },
      yes,
      [
        [index => index.setRule({ ...forAna, privileges: ['write'] }), no],
        [index => index.setRule({ ...forAna, privileges: [] }), no],
        [
          index => index.setRule({ ...forAna, privileges: ['write', 'read'] }),
          yes,
        ],
      ],
    ],
    [
      'S2.16 on a tag that no rule named before',
      { rules: [{ ...forAna, resources: [equals('tag', 'gdpr')] }] },
      no,
      [
        [
          index =>
            index.setRule({ ...forAna, resources: [equals('tag', 'pii')] }),
          yes,
        ],
      ],
    ],
    [
      'S2.16 on a resource that no rule named before',
      { rules: [{ ...forAna, resources: [equals('entity', VISITS)] }] },
      no,
      [
        [
          index =>
            index.setRule({ ...forAna, resources: [equals('entity', ORDERS)] }),
          yes,
        ],
      ],
    ],
    [
      'S2.16 for owners, and for them no longer',
      { rules: [elsewhere] },
      no,
      [
        [index => index.setRule(forOwners), yes],
        [index => index.setRule({ ...forOwners, state: 'inactive' }), no],
        [index => index.setRule(forOwners), yes],
        [index => index.deleteRule(forOwners), no],
      ],
    ],
    [
      'S2.16 for stewards, and for them no longer',
      { rules: [elsewhere], responsibilities: [stewardship()] },
      no,
      [
        [index => index.setRule(forStewards), yes],
        [index => index.deleteRule(forStewards), no],
      ],
    ],
    [
      'a grant of the same id is another rule',
      { rules: [forAna, { ...forAna, origin: 'grant' }] },
      yes,
      [
        [index => index.deleteRule({ origin: 'policy', id: 'policy' }), yes],
        [index => index.deleteRule({ origin: 'policy', id: 'policy' }), yes],
        [index => index.deleteRule({ origin: 'grant', id: 'policy' }), no],
      ],
    ],
  ])('%s', (_, facts, before, steps) => {
    expect(answers(facts, steps)).toEqual(expected(before, steps));
  });
});

describe('a privilege', () => {
  const steward = [stewardship()];

  it.each<[string, Facts]>([
    ['a user', { rules: [forAna] }],
    ['owners', { rules: [forOwners] }],
    ['stewards', { rules: [forStewards], responsibilities: steward }],
  ])('is held the first time it is asked for, by %s', (_, facts) => {
    expect(mayRead(smallIndex(facts))).toBe(yes);
  });

  it.each<[string, Facts, (index: DecisionIndex) => void]>([
    ['a user', {}, index => index.setRule(forAna)],
    ['owners', {}, index => index.setRule(forOwners)],
    [
      'stewards',
      { responsibilities: steward },
      index => index.setRule(forStewards),
    ],
  ])(
    'is held by %s when it was asked for before any rule named it',
    (_, facts, give) => {
      expect(answers(facts, [[give, yes]])).toEqual([no, yes]);
    },
  );

  it('is held by nobody when no rule names it', () => {
    const index = smallIndex({ rules: [forAna, forOwners] });

    expect(index.check(ANA, 'dance', ORDERS, NOON)).toBe(no);
    expect(index.check(ANA, '__proto__', undefined, NOON)).toBe(no);
  });

  it('is told from hundreds of others', () => {
    const names = Array.from({ length: 200 }, (_, at) => `privilege-${at}`);
    const odd = names.filter((_, at) => at % 2 === 1);
    const index = smallIndex({
      rules: [
        policy({ id: 'all', privileges: names, actors: { users: [BEN] } }),
        policy({ id: 'odd', privileges: odd, actors: { users: [ANA] } }),
        policy({
          id: 'late',
          privileges: names.slice(100),
          actors: { users: [ANA] },
          resources: [equals('tag', 'pii'), equals('type', 'resource')],
        }),
      ],
    });
    const held = (subject: string, on: string) =>
      names.filter(name => index.check(subject, name, on, NOON));

    expect(held(BEN, VISITS)).toEqual(names);
    expect(held(ANA, VISITS)).toEqual(odd);
    expect(held(ANA, ORDERS)).toEqual(
      names.filter((_, at) => at >= 100 || at % 2 === 1),
    );
  });
});
