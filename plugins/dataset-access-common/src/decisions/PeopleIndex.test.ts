import type { PersonFacts, RoleBindingFacts } from './AccessFacts';
import { ANA, BEN, person, SALES, STAFF } from './__testUtils__/smallFacts';
import { EVERYONE, GROUP_MEMBERS, PeopleIndex } from './PeopleIndex';

const BOARD = 'group:default/board';
const GONE = 'group:default/gone';

function indexOf(people: PersonFacts[], bindings: RoleBindingFacts[] = []) {
  const index = new PeopleIndex();
  people.forEach(one => index.set(one));
  bindings.forEach(one => index.bind(one));
  return index;
}

function holds(subject: string, role: string, subjectUid?: string) {
  return { id: `${role} of ${subject}`, role, subject, subjectUid };
}

function principals(index: PeopleIndex, subject: string) {
  return [...index.principalsOf(subject)!.all].sort();
}

describe('what somebody counts as', () => {
  const people = [
    person(ANA, SALES),
    person(BEN),
    person(SALES, STAFF),
    person(STAFF),
    person(BOARD),
  ];

  it.each<[string, string, string[]]>([
    [
      'S2.13 a user: himself, his groups and those around them, everyone',
      ANA,
      [ANA, SALES, STAFF, EVERYONE, GROUP_MEMBERS],
    ],
    ['P-40 a user without groups: himself and everyone', BEN, [BEN, EVERYONE]],
    [
      'P-40 a group: itself and those around it, no user',
      SALES,
      [SALES, STAFF],
    ],
  ])('%s', (_, subject, expected) => {
    expect(principals(indexOf(people), subject)).toEqual(expected.sort());
  });

  it('P-27 is nothing for somebody unknown, whoever names him', () => {
    const index = indexOf([person(ANA, GONE)], [holds(GONE, 'reader')]);

    expect(index.principalsOf(GONE)).toBeUndefined();
    expect(principals(index, ANA)).toEqual([EVERYONE, ANA]);
  });

  it.each<[string, PersonFacts[], string[]]>([
    ['in itself', [person(ANA, SALES), person(SALES, SALES)], [SALES]],
    [
      'in each other',
      [person(ANA, SALES), person(SALES, STAFF), person(STAFF, SALES)],
      [SALES, STAFF],
    ],
    [
      'in a circle of three',
      [
        person(ANA, STAFF),
        person(SALES, STAFF),
        person(STAFF, BOARD),
        person(BOARD, SALES),
      ],
      [BOARD, SALES, STAFF],
    ],
  ])('ends when groups are %s', (_, circle, groups) => {
    const index = indexOf(circle, [holds(groups[0], 'reader')]);

    expect(principals(index, ANA)).toEqual(
      [ANA, EVERYONE, GROUP_MEMBERS, 'role:reader', ...groups].sort(),
    );
    expect(index.chain(ANA, 'role:reader').at(-1)).toBe('role:reader');
    expect(index.chain(ANA, BEN)).toEqual([]);
  });

  it.each<[string, RoleBindingFacts, string[]]>([
    ['S4.11 by himself', holds(ANA, 'reader'), ['role:reader']],
    ['S4.11 by a group', holds(SALES, 'reader'), ['role:reader']],
    ['S4.11 by a group around it', holds(STAFF, 'reader'), ['role:reader']],
    ['S4.10 as everybody', holds(EVERYONE, 'reader'), ['role:reader']],
    ['S4.10 with a group', holds(GROUP_MEMBERS, 'reader'), ['role:reader']],
    ['not by others', holds(BOARD, 'reader'), []],
    [
      'P-34 bound to who is meant',
      holds(SALES, 'reader', `uid of ${SALES}`),
      ['role:reader'],
    ],
    ['P-34 not bound to a namesake', holds(SALES, 'reader', 'before'), []],
  ])('includes roles that are held %s', (_, binding, roles) => {
    const all = principals(indexOf(people, [binding]), ANA);

    expect(all.filter(one => one.startsWith('role:'))).toEqual(roles);
  });

  it('P-34 includes no role bound to a uid where there is none', () => {
    const nameless = { ref: ANA, groups: [] };
    const index = indexOf([nameless], [holds(ANA, 'reader', 'uid')]);

    expect(principals(index, ANA)).toEqual([EVERYONE, ANA]);
  });

  it('S4.6 follows a binding that is set again, and one that is taken', () => {
    const index = indexOf(people, [holds(ANA, 'reader')]);
    const again = { ...holds(ANA, 'editor'), id: holds(ANA, 'reader').id };

    index.bind(again);
    expect(index.rolesOf(ANA)).toEqual([again]);
    expect([...index.bindings()]).toEqual([again]);

    index.unbind(again.id);
    expect(index.rolesOf(ANA)).toEqual([]);
    expect(index.binding(again.id)).toBeUndefined();
  });
});

describe('how somebody comes to count as something', () => {
  const index = indexOf(
    [
      person(ANA, SALES, BOARD),
      person(SALES, STAFF),
      person(BOARD, GONE),
      person(STAFF, SALES),
    ],
    [
      holds(STAFF, 'editor'),
      holds(BOARD, 'editor'),
      holds(STAFF, 'reader'),
      holds(ANA, 'auditor', 'before'),
    ],
  );

  it.each<[string, string, string[]]>([
    ['himself', ANA, [ANA]],
    ['a group around his', STAFF, [ANA, SALES, STAFF]],
    [
      'a role of a group around his (S4.11)',
      'role:reader',
      [ANA, SALES, STAFF, 'role:reader'],
    ],
    [
      'a role that is held nearer too, by the shorter way',
      'role:editor',
      [ANA, BOARD, 'role:editor'],
    ],
    ['everyone', EVERYONE, [ANA, EVERYONE]],
    ['somebody with a group', GROUP_MEMBERS, [ANA, GROUP_MEMBERS]],
    ['a group that does not exist: not at all', GONE, []],
    ['somebody else: not at all', BEN, []],
    ['the holder of a role of a namesake: not at all', 'role:auditor', []],
  ])('as %s', (_, principal, chain) => {
    expect(index.chain(ANA, principal)).toEqual(chain);
  });

  it.each([
    ['first', [BOARD, SALES]],
    ['last', [SALES, BOARD]],
  ])('by the shortest way, when that group stands %s', (_, groups) => {
    const bindings = [holds(STAFF, 'editor'), holds(BOARD, 'editor')];
    const either = indexOf(
      [
        person(ANA, ...groups),
        person(SALES, STAFF),
        person(STAFF),
        person(BOARD),
      ],
      bindings,
    );

    expect(either.chain(ANA, 'role:editor')).toEqual([
      ANA,
      BOARD,
      'role:editor',
    ]);
  });
});
