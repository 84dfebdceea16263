import { accessCondition, fitsCondition } from './accessCondition';
import { DecisionIndex } from './DecisionIndex';
import { holdersOf } from './holdersOf';
import {
  ANA,
  FINANCE,
  NOON,
  ORDERS,
  SALES,
  equals,
  person,
  smallFacts,
  smallIndex,
  stewardship,
  VISITS,
} from './__testUtils__/smallFacts';
import {
  answers,
  expected,
  forAna,
  forReaders,
  forOwners,
  forStewards,
  Facts,
  Steps,
} from './__testUtils__/warmIndex';

const yes = true;
const no = false;

const binding = { id: 'binding', role: 'reader', subject: ANA };
const bound = { ...binding, subject: SALES, subjectUid: `uid of ${SALES}` };
const [, , sales] = smallFacts.people;
const [orders, , finance] = smallFacts.resources;
const another = <T>(entity: T) => ({ ...entity, uid: 'of another one' });

describe('a namesake does not inherit', () => {
  it.each<[string, Facts, Steps]>([
    [
      'P-34 what a rule gives to a group',
      {
        rules: [
          { ...forAna, boundTo: [{ ref: SALES, uid: `uid of ${SALES}` }] },
        ],
      },
      [
        [index => index.setPerson(another(sales)), no],
        [index => index.setPerson(sales), yes],
        [index => index.deletePerson(SALES), no],
        [index => index.setPerson(another(sales)), no],
      ],
    ],
    [
      'P-32 what a rule gives on a domain',
      {
        rules: [
          { ...forAna, boundTo: [{ ref: FINANCE, uid: `uid of ${FINANCE}` }] },
        ],
      },
      [
        [index => index.setResource(another(finance)), no],
        [index => index.setResource(finance), yes],
        [index => index.deleteResource(FINANCE), no],
        [index => index.setResource(another(finance)), no],
      ],
    ],
    [
      'P-34 what a rule gives on some entities only',
      {
        rules: [
          {
            ...forAna,
            resources: [equals('domain', FINANCE)],
            entityUids: new Map([[ORDERS, `uid of ${ORDERS}`]]),
          },
        ],
      },
      [
        [index => index.setResource(another(orders)), no],
        [index => index.setResource({ ...orders, uid: undefined }), no],
        [index => index.setResource(orders), yes],
        [index => index.setResource({ ...orders, domains: [] }), no],
        [index => index.deleteResource(ORDERS), no],
        [index => index.setResource(orders), yes],
      ],
    ],
    [
      'P-34 what a rule gives owners',
      {
        rules: [
          { ...forOwners, boundTo: [{ ref: SALES, uid: `uid of ${SALES}` }] },
        ],
      },
      [
        [index => index.setPerson(another(sales)), no],
        [index => index.setPerson(sales), yes],
      ],
    ],
    [
      'P-34 a role',
      { rules: [forReaders], roleBindings: [bound] },
      [
        [index => index.setPerson(another(sales)), no],
        [index => index.setPerson(sales), yes],
        [index => index.deletePerson(SALES), no],
      ],
    ],
    [
      'P-34 a responsibility',
      {
        rules: [forStewards],
        responsibilities: [
          stewardship({ subject: SALES, subjectUid: `uid of ${SALES}` }),
        ],
      },
      [
        [index => index.setPerson(another(sales)), no],
        [index => index.setPerson(sales), yes],
      ],
    ],
    [
      'P-32 a responsibility on it',
      {
        rules: [forStewards],
        responsibilities: [stewardship({ resourceUid: `uid of ${ORDERS}` })],
      },
      [
        [index => index.setResource(another(orders)), no],
        [index => index.setResource(orders), yes],
      ],
    ],
  ])('%s', (_, facts, steps) => {
    expect(answers(facts, steps)).toEqual(expected(yes, steps));
  });

  it('P-34 but what is given by name holds for the namesake', () => {
    const facts = { rules: [forReaders], roleBindings: [binding] };
    const steps: Steps = [
      [index => index.setPerson(another(person(ANA))), yes],
    ];

    expect(answers(facts, steps)).toEqual([yes, yes]);
  });
});

describe('a rule on some entities only', () => {
  const named = new Map([
    [ORDERS, `uid of ${ORDERS}`],
    [VISITS, 'of one that was there before'],
  ]);
  const [privilege] = forAna.privileges;

  /** Of all that there are: those of the rule by list, by holders and by check. */
  function given(index: DecisionIndex) {
    const condition = accessCondition(index, ANA, privilege, NOON);
    const refs = [...index.resources.all()].map(({ facts }) => facts.ref);
    return [
      refs.filter(ref => fitsCondition(condition, index.resources.get(ref)!)),
      refs.filter(ref =>
        [...holdersOf(index, privilege, ref, NOON)].includes(ANA),
      ),
      refs.filter(ref => index.check(ANA, privilege, ref, NOON)),
    ];
  }

  it('means them as long as they are the same, also in lists that were asked for before', () => {
    const index = smallIndex({ rules: [{ ...forAna, entityUids: named }] });
    const before = given(index);

    index.setResource(another(orders));
    const replaced = given(index);
    index.setResource({
      ...orders,
      ref: VISITS,
      uid: 'of one that was there before',
    });
    const back = given(index);
    index.deleteResource(VISITS);

    expect([before, replaced, back, given(index)]).toEqual(
      [[ORDERS], [], [VISITS], []].map(refs => [refs, refs, refs]),
    );
  });

  it('means nothing that has no uid, and nothing without a resource', () => {
    const index = smallIndex({
      rules: [{ ...forAna, entityUids: named }],
      resources: [{ ...finance, uid: undefined }],
    });

    expect(given(index)).toEqual([[], [], []]);
    expect(index.check(ANA, privilege, undefined, NOON)).toBe(false);
    expect([...holdersOf(index, privilege, undefined, NOON)]).toEqual([]);
  });
});

describe('a role is no person', () => {
  it('also when it is called like an owner: neither checks nor lists take it for one', () => {
    const owner = 'role:default/admin';
    const index = DecisionIndex.of({
      people: smallFacts.people,
      resources: [{ ...orders, owners: [owner] }],
      rules: [forOwners],
      roleBindings: [{ ...binding, role: 'default/admin' }],
    });
    const [privilege] = forOwners.privileges;

    const allowed = index.check(ANA, privilege, ORDERS, NOON);
    const listed = accessCondition(index, ANA, privilege, NOON);

    expect(allowed).toBe(false);
    expect(fitsCondition(listed, index.resources.get(ORDERS)!)).toBe(false);
    expect([...holdersOf(index, privilege, ORDERS, NOON)]).toEqual([]);
  });
});

describe('a rule that is bound to a group', () => {
  it('is inert once the group is gone, also while an entity of its name is left', () => {
    const index = DecisionIndex.of({
      people: smallFacts.people,
      resources: [orders, { ...orders, ref: SALES, uid: `uid of ${SALES}` }],
      rules: [{ ...forAna, boundTo: [{ ref: SALES, uid: `uid of ${SALES}` }] }],
    });
    const [privilege] = forAna.privileges;
    const before = index.check(ANA, privilege, ORDERS, NOON);

    index.deletePerson(SALES);

    expect([before, index.check(ANA, privilege, ORDERS, NOON)]).toEqual([
      true,
      false,
    ]);
  });
});
