import type { AccessFacts, CriterionFacts } from './AccessFacts';
import {
  ANA,
  BEN,
  equals,
  FINANCE,
  NOON,
  ORDERS,
  policy,
  SALES,
  smallIndex,
  STAFF,
  startsWith,
  stewardship,
  VISITS,
} from './__testUtils__/smallFacts';
import {
  AccessCondition,
  accessCondition,
  fitsCondition,
} from './accessCondition';

type Facts = Partial<AccessFacts>;

const forAna = { users: [ANA] };
const pii = equals('tag', 'pii');
const tier = equals('label', 'tier=gold');

function conditionOf(facts: Facts, subject = ANA, now = NOON) {
  return accessCondition(smallIndex(facts), subject, 'read', now);
}

/** Policies for Ana with a filter each. */
function filtered(...filters: CriterionFacts[][]): Facts {
  return {
    rules: filters.map((resources, at) =>
      policy({ id: `policy-${at}`, actors: forAna, resources }),
    ),
  };
}

describe('the resources on which somebody holds a privilege', () => {
  it.each<[string, Facts, CriterionFacts[][]]>([
    ['S2.3 are none without a rule', {}, []],
    [
      'S2.18 are none by an inactive rule',
      { rules: [policy({ actors: forAna, state: 'inactive' })] },
      [],
    ],
    [
      'are none by a rule for another privilege',
      { rules: [policy({ actors: forAna, privileges: ['write'] })] },
      [],
    ],
    [
      'are none by a rule for others',
      { rules: [policy({ actors: { users: [BEN] } })] },
      [],
    ],
    ['S2.10 are all by a rule without a filter', filtered([]), [[]]],
    ['are all when one rule says so', filtered([pii], [], [tier]), [[]]],
    [
      'S2.2 are all by a platform rule',
      {
        rules: [policy({ type: 'platform', actors: forAna, resources: [pii] })],
      },
      [[]],
    ],
    ['are those of a filter', filtered([pii, tier]), [[pii, tier]]],
    [
      'are those of any of several filters',
      filtered([pii], [tier], [pii, tier]),
      [[pii], [tier], [pii, tier]],
    ],
    [
      'of many rules on one field are one list of values',
      filtered(
        [equals('entity', ORDERS)],
        [equals('entity', VISITS)],
        [equals('entity', ORDERS)],
      ),
      [[equals('entity', ORDERS, VISITS)]],
    ],
    [
      'with one beginning are not those with one value',
      filtered([equals('tag', 'pii')], [startsWith('tag', 'p')]),
      [[equals('tag', 'pii')], [startsWith('tag', 'p')]],
    ],
    [
      'S2.14 are what one owns, alone or with others',
      { rules: [policy({ actors: { resourceOwners: true } })] },
      [[equals('owner', ANA, SALES, STAFF)]],
    ],
    [
      'S2.14 are what one owns as far as the filter fits',
      {
        rules: [policy({ actors: { resourceOwners: true }, resources: [pii] })],
      },
      [[equals('owner', ANA, SALES, STAFF), pii]],
    ],
    [
      'S3.4 are what one is steward of',
      {
        rules: [policy({ actors: { responsibilities: ['steward'] } })],
        responsibilities: [
          stewardship(),
          stewardship({ id: 'by group', subject: STAFF, resource: VISITS }),
          stewardship({ id: 'of Ben', subject: BEN, resource: FINANCE }),
          stewardship({ id: 'other', role: 'custodian', resource: FINANCE }),
        ],
      },
      [[equals('entity', ORDERS, VISITS)]],
    ],
    [
      'S3.4 are what one is steward of as far as the filter fits',
      {
        rules: [
          policy({
            actors: { responsibilities: ['steward'] },
            resources: [pii],
          }),
        ],
        responsibilities: [stewardship()],
      },
      [[equals('entity', ORDERS), pii]],
    ],
    [
      'S3.11 are none by a responsibility that has ended',
      {
        rules: [policy({ actors: { responsibilities: ['steward'] } })],
        responsibilities: [stewardship({ until: NOON })],
      },
      [],
    ],
    [
      'P-34 are none by a responsibility of a namesake',
      {
        rules: [policy({ actors: { responsibilities: ['steward'] } })],
        responsibilities: [stewardship({ subjectUid: 'before' })],
      },
      [],
    ],
    [
      'P-34 are none by a rule that is bound to somebody else',
      {
        rules: [
          policy({ actors: forAna, boundTo: [{ ref: SALES, uid: 'before' }] }),
        ],
      },
      [],
    ],
  ])('%s', (_, facts, anyOf) => {
    expect(conditionOf(facts)).toEqual({ anyOf });
  });

  it('P-27 are none for somebody unknown', () => {
    const facts = { rules: [policy({ actors: { allUsers: true } })] };

    expect(conditionOf(facts, 'user:default/eva')).toEqual({ anyOf: [] });
  });

  it('S3.11 are those of a grant until the instant it ends', () => {
    const grant = policy({ origin: 'grant', actors: forAna, until: NOON + 1 });

    expect(conditionOf({ rules: [grant] }, ANA, NOON)).toEqual({ anyOf: [[]] });
    expect(conditionOf({ rules: [grant] }, ANA, NOON + 1)).toEqual({
      anyOf: [],
    });
  });

  it('are those of a privilege that follows from another', () => {
    const rules = [policy({ privileges: ['write'], actors: forAna })];
    const index = smallIndex({ rules }, { write: ['read'] });

    expect(accessCondition(index, ANA, 'read', NOON)).toEqual({ anyOf: [[]] });
  });
});

describe('a resource fits', () => {
  it.each<[string, AccessCondition['anyOf'], string[]]>([
    ['no condition without alternatives', [], []],
    ['an alternative without criteria', [[]], [ORDERS, VISITS]],
    ['any alternative', [[equals('entity', VISITS)], [pii]], [ORDERS, VISITS]],
    ['all criteria of an alternative', [[pii, tier]], [ORDERS]],
    ['not some of them', [[pii, equals('owner', BEN)]], []],
    [
      'S2.9 a domain around it',
      [[equals('domain', 'domain:default/company')]],
      [ORDERS],
    ],
    ['S2.10 no field that nobody knows', [[equals('colour', 'red')]], []],
    ['S2.10 no operator that nobody knows', [[{ ...pii, operator: 'is' }]], []],
    ['F14 no criterion without values', [[equals('tag')]], []],
  ])('%s', (_, anyOf, expected) => {
    const { resources } = smallIndex({});

    const fitting = [ORDERS, VISITS].filter(ref =>
      fitsCondition({ anyOf }, resources.get(ref)!),
    );

    expect(fitting).toEqual(expected);
  });
});
