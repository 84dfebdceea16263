import type { PersonFacts, ResourceFacts } from '../decisions/AccessFacts';
import type { DecisionIndex } from '../decisions/DecisionIndex';
import {
  Access,
  accessOf,
  AIRLINE,
  airline,
  ANA,
  another,
  BEN,
  container,
  CREW,
  EVA,
  expectedOf,
  grant,
  LEDGER,
  person,
  PILOTS,
  Steps,
  walk,
} from './__testUtils__/airline';
import { deleteDomainGrant } from './__testUtils__/domainGrants';
import { domainGrantRules } from './domainGrantRules';

const none: Access = {};
const all: Access = {
  airline: 'read-only',
  flights: 'read-only',
  tickets: 'read-only',
  freight: 'read-only',
  ledger: 'read-only',
};
const snapshot = new Map([[LEDGER, `uid of ${LEDGER}`]]);
const toGroup = (subject: string) => airline(grant({ subject, snapshot }));

describe('access to a domain that a group has', () => {
  it('S1.13 is what its members have, and those of groups within it', () => {
    const ofCrew = toGroup(CREW);
    const ofPilots = toGroup(PILOTS);

    expect([ANA, BEN, EVA].map(one => accessOf(ofCrew, one))).toEqual([
      all,
      all,
      none,
    ]);
    expect([ANA, BEN, EVA].map(one => accessOf(ofPilots, one))).toEqual([
      all,
      none,
      none,
    ]);
  });

  it.each<[string, Steps]>([
    [
      'joins and leaves',
      [
        ['leaves', index => index.setPerson(person(ANA)), none],
        ['joins another group of it', is(person(ANA, CREW)), all],
        ['leaves', is(person(ANA)), none],
        ['joins', is(person(ANA, PILOTS)), all],
      ],
    ],
    [
      'is in a group that joins and leaves',
      [
        ['leaves', is(person(PILOTS)), none],
        ['joins', is(person(PILOTS, CREW)), all],
        ['is gone', index => index.deletePerson(PILOTS), none],
        [
          'is another one: who is in it now is of the crew',
          is(another(person(PILOTS, CREW))),
          all,
        ],
      ],
    ],
    [
      'is in groups that are within each other',
      [
        ['in a circle', is(person(CREW, PILOTS)), all],
        ['in itself alone', is(person(PILOTS, PILOTS)), none],
      ],
    ],
  ])('S1.13 is what somebody has or has not who %s', (_, steps) => {
    expect(walk(toGroup(CREW), steps)).toEqual(expectedOf(steps));
  });

  it('S1.13 is what a group within it has', () => {
    expect(accessOf(toGroup(CREW), PILOTS)).toEqual(all);
    expect(accessOf(toGroup(PILOTS), CREW)).toEqual(none);
  });
});

describe('a namesake inherits nothing, and who comes back has it again', () => {
  it.each<[string, string, Steps]>([
    [
      'P-34 a user',
      ANA,
      [
        ['another one', is(another(person(ANA, PILOTS))), none],
        ['herself again', is(person(ANA, PILOTS)), all],
        ['gone', index => index.deletePerson(ANA), none],
        ['made anew', is(another(person(ANA, PILOTS))), none],
        ['herself again', is(person(ANA)), all],
      ],
    ],
    [
      'P-34 a group',
      CREW,
      [
        ['another one', is(another(person(CREW))), none],
        ['itself again', is(person(CREW)), all],
        ['gone', index => index.deletePerson(CREW), none],
        ['made anew', is(another(person(CREW))), none],
        ['itself again', is(person(CREW)), all],
      ],
    ],
    [
      'P-32 a domain',
      ANA,
      [
        ['another one', isNow(another(container(AIRLINE))), none],
        ['itself again', isNow(container(AIRLINE)), all],
        ['gone', index => index.deleteResource(AIRLINE), none],
        ['made anew', isNow(another(container(AIRLINE))), none],
        ['itself again', isNow(container(AIRLINE)), all],
      ],
    ],
    [
      'a domain by another name, with its uid (P-32)',
      ANA,
      [
        ['gone', index => index.deleteResource(AIRLINE), none],
        [
          'renamed',
          isNow({
            ...container('domain:default/airways'),
            uid: `uid of ${AIRLINE}`,
          }),
          none,
        ],
      ],
    ],
  ])('%s', (_, subject, steps) => {
    expect(walk(toGroup(subject), steps)).toEqual(expectedOf(steps));
  });

  it('P-34 but a new grant to the namesake holds, and for nobody else', () => {
    const index = toGroup(CREW);
    const { uid } = another(person(CREW));
    const renewed = grant({ snapshot });
    const steps: Steps = [
      ['another one', is(another(person(CREW))), none],
      [
        'given to it',
        one =>
          domainGrantRules({
            ...renewed,
            id: 'new',
            subject: { ref: CREW, uid: uid! },
          }).forEach(rule => one.setRule(rule)),
        all,
      ],
      [
        'the old one back: it has what was given to it, not what was given to the other',
        one => {
          deleteDomainGrant(one, 'grant');
          one.setPerson(person(CREW));
        },
        none,
      ],
    ];

    expect(walk(index, steps)).toEqual(expectedOf(steps));
  });
});

function is(facts: PersonFacts) {
  return (index: DecisionIndex) => index.setPerson(facts);
}

function isNow(facts: ResourceFacts) {
  return (index: DecisionIndex) => index.setResource(facts);
}
