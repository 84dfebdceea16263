import fc from 'fast-check';
import type { AccessFacts } from './AccessFacts';
import { world } from './__testUtils__/randomWorlds';
import { referenceAllows } from './__testUtils__/referenceModel';
import {
  ANA,
  BEN,
  equals,
  NOON,
  ORDERS,
  policy,
  resource,
  smallIndex,
  VISITS,
} from './__testUtils__/smallFacts';
import type { World } from './__testUtils__/World';
import { fitsCondition } from './accessCondition';
import { DecisionIndex } from './DecisionIndex';
import {
  isVisibleTo,
  READ_ENTITIES,
  SEE_HIDDEN,
  visibilityCondition,
} from './visibility';

const implied = { [SEE_HIDDEN]: [READ_ENTITIES] };
const resources = [resource(ORDERS, { isHidden: true }), resource(VISITS)];
const everyoneReads = policy({
  privileges: [READ_ENTITIES],
  actors: { allUsers: true },
});
const benSees = policy({
  id: 'hidden',
  privileges: [SEE_HIDDEN],
  actors: { users: [BEN] },
  resources: [equals('entity', ORDERS)],
});

function seenBy(subject: string, facts: Partial<AccessFacts>): string[] {
  const index = smallIndex({ resources, ...facts }, implied);
  return [ORDERS, VISITS].filter(ref => isVisibleTo(index, subject, ref, NOON));
}

describe('an entity is visible', () => {
  it.each<[string, string, Partial<AccessFacts>, string[]]>([
    ['to nobody without a rule', ANA, {}, []],
    [
      'to whoever may see entities, unless it is hidden',
      ANA,
      { rules: [everyoneReads] },
      [VISITS],
    ],
    [
      'to whoever may see hidden ones, there',
      BEN,
      { rules: [everyoneReads, benSees] },
      [ORDERS, VISITS],
    ],
    [
      'where one may see hidden ones and it is not hidden',
      BEN,
      { rules: [benSees], resources: [resource(ORDERS)] },
      [ORDERS],
    ],
    [
      'P-27 to nobody when it is unknown',
      BEN,
      { rules: [benSees], resources: [] },
      [],
    ],
    [
      'P-27 to nobody who is unknown',
      'user:default/eva',
      { rules: [everyoneReads] },
      [],
    ],
  ])('%s', (_, subject, facts, expected) => {
    expect(seenBy(subject, facts)).toEqual(expected);
  });

  it('in a list when it is for one of those who ask, in random worlds', () => {
    const names: Record<string, string> = {
      read: READ_ENTITIES,
      own: SEE_HIDDEN,
    };
    const hidden = fc.array(fc.constantFrom(true, false, undefined), {
      minLength: 8,
      maxLength: 8,
    });
    const follows = (privilege: string) =>
      privilege === SEE_HIDDEN ? [READ_ENTITIES] : [];

    fc.assert(
      fc.property(world, hidden, fc.constantFrom(100, 200), (any, is, now) => {
        const facts: World = {
          ...any,
          rules: any.rules.map(rule => ({
            ...rule,
            privileges: rule.privileges.map(name => names[name] ?? name),
          })),
          resources: any.resources.map((one, at) => ({
            ...one,
            isHidden: is[at],
          })),
        };
        const index = DecisionIndex.of(facts, { implied: follows });
        const subjects = facts.people.map(({ ref }) => ref).slice(0, 2);
        const condition = visibilityCondition(index, subjects, now);

        const listed = facts.resources.filter(({ ref }) =>
          fitsCondition(condition, index.resources.get(ref)!),
        );
        const visible = facts.resources.filter(({ ref }) =>
          subjects.some(subject => isVisibleTo(index, subject, ref, now)),
        );
        const wanted = facts.resources.filter(({ ref, isHidden }) =>
          subjects.some(subject =>
            referenceAllows(facts, follows, {
              subject,
              privilege: isHidden ? SEE_HIDDEN : READ_ENTITIES,
              resource: ref,
              now,
            }),
          ),
        );

        expect({ listed, visible }).toEqual({
          listed: wanted,
          visible: wanted,
        });
      }),
      { seed: 70_310, numRuns: 300 },
    );
  });
});
