import fc from 'fast-check';
import type { RuleFacts } from './AccessFacts';
import { implied } from './__testUtils__/randomNames';
import { manyDice, queriesOf } from './__testUtils__/randomQueries';
import { keyOfRule, rule } from './__testUtils__/randomRules';
import { world } from './__testUtils__/randomWorlds';
import { referenceAllows } from './__testUtils__/referenceModel';
import {
  ANA,
  BEN,
  equals,
  NOON,
  ORDERS,
  person,
  policy,
  resource,
  SALES,
  smallFacts,
  smallIndex,
  STAFF,
  VISITS,
} from './__testUtils__/smallFacts';
import type { World } from './__testUtils__/World';
import { DecisionIndex } from './DecisionIndex';
import { previewChange } from './previewChange';

const forStaff = policy({ actors: { groups: [STAFF] } });
const four = smallFacts.resources.length;

describe('a preview of a change', () => {
  it('says who gains what where, and leaves everything as it was', () => {
    const index = smallIndex({});
    const after = { ...forStaff, resources: [equals('tag', 'pii')] };

    const preview = previewChange(index, { after }, NOON);

    expect(preview).toEqual({
      gains: [
        { subject: ANA, privilege: 'read', resources: 1, examples: [ORDERS] },
      ],
      losses: [],
      people: 1,
      resources: 1,
      complete: true,
    });
    expect(index.check(ANA, 'read', ORDERS, NOON)).toBe(false);
    expect([...index.rules.all()]).toEqual([]);
  });

  it.each([
    [
      'takes an older state of the policy for the present one',
      { before: { ...forStaff, privileges: ['edit'] } },
    ],
    [
      'takes a policy that is there for a new one',
      { after: { ...forStaff, privileges: ['edit'] } },
    ],
  ])(
    'leaves the policy that is really there when the caller %s',
    (_, change) => {
      const index = smallIndex({ rules: [forStaff] });

      previewChange(index, change, NOON);

      expect([...index.rules.all()]).toEqual([forStaff]);
      expect(index.check(ANA, 'read', ORDERS, NOON)).toBe(true);
      expect(index.check(ANA, 'edit', ORDERS, NOON)).toBe(false);
    },
  );

  it('does not compare more resources than it may, either', () => {
    const index = smallIndex({});

    const { gains, complete } = previewChange(
      index,
      { after: forStaff },
      NOON,
      2,
    );

    expect(gains).toMatchObject([{ subject: ANA, resources: 2 }]);
    expect(complete).toBe(false);
  });

  it('says who loses what where', () => {
    const index = smallIndex({ rules: [forStaff] });

    const { gains, losses } = previewChange(index, { before: forStaff }, NOON);

    expect(gains).toEqual([]);
    expect(losses).toMatchObject([
      { subject: ANA, privilege: 'read', resources: four },
    ]);
    expect(losses[0].examples).toHaveLength(3);
    expect(index.check(ANA, 'read', VISITS, NOON)).toBe(true);
  });

  it('says both when a policy is for somebody else', () => {
    const index = smallIndex({ rules: [forStaff] });
    const after = { ...forStaff, actors: { users: [BEN] } };

    const preview = previewChange(index, { before: forStaff, after }, NOON);

    expect(preview.gains.map(({ subject }) => subject)).toEqual([BEN]);
    expect(preview.losses.map(({ subject }) => subject)).toEqual([ANA]);
  });

  it('says nothing of whoever keeps it by another way', () => {
    const other = policy({ id: 'other', actors: { users: [ANA] } });
    const index = smallIndex({ rules: [forStaff, other] });

    expect(previewChange(index, { before: forStaff }, NOON)).toMatchObject({
      gains: [],
      losses: [],
      people: 1,
    });
  });

  it('counts no resources for a platform policy', () => {
    const after = policy({ type: 'platform', actors: { allUsers: true } });

    expect(previewChange(smallIndex({}), { after }, NOON)).toEqual({
      gains: [ANA, BEN].map(subject => ({
        subject,
        privilege: 'read',
        resources: 0,
        examples: [],
      })),
      losses: [],
      people: 2,
      resources: 0,
      complete: true,
    });
  });

  it('says that it is not complete when it compared only a part', () => {
    const people = Array.from({ length: 20 }, (_, at) =>
      person(`user:default/u${at}`, SALES),
    );
    const index = smallIndex({ people: [...people, person(SALES)] });
    const after = policy({ actors: { groups: [SALES] } });

    const preview = previewChange(index, { after }, NOON, 5 * four);

    expect(preview).toMatchObject({ people: 20, complete: false });
    expect(preview.gains).toHaveLength(5);
  });

  it('is of nothing when the policy names nobody and nothing', () => {
    const after = policy({ resources: [equals('tag', 'no such tag')] });
    const index = smallIndex({ resources: [resource(ORDERS)] });

    expect(previewChange(index, { after }, NOON)).toEqual({
      gains: [],
      losses: [],
      people: 0,
      resources: 0,
      complete: true,
    });
  });

  it('is what comparing everything before and after says, in random worlds', () => {
    const kinds = fc.constantFrom('changed', 'deactivated', 'deleted', 'new');
    fc.assert(
      fc.property(
        world,
        rule,
        kinds,
        fc.nat(),
        manyDice(20),
        (facts, other, kind, at, dice) => {
          const queries = queriesOf(facts, dice);
          const index = DecisionIndex.of(facts, { implied });
          const ask = () =>
            queries.map(({ subject, privilege, resource: on, now }) =>
              index.check(subject, privilege, on, now),
            );
          const answers = ask();
          const change = changeOf(facts, other, kind, at);
          const now = queries[0].now;

          const { gains, losses } = previewChange(index, change, now);

          const given = named(gains);
          const taken = named(losses);
          expect({ given, taken }).toEqual(compared(facts, change, now));
          expect(ask()).toEqual(answers);
        },
      ),
      { seed: 60_310, numRuns: 300 },
    );
  });
});

type Change = Parameters<typeof previewChange>[1];

function changeOf(
  { rules }: World,
  other: RuleFacts,
  kind: string,
  at: number,
) {
  const before = rules[at % rules.length];
  const { id, origin } = before;
  const changes: Record<string, Change> = {
    changed: { before, after: { ...other, id, origin } },
    deactivated: { before, after: { ...before, state: 'inactive' } },
    deleted: { before },
    new: { after: { ...other, id: 'new' } },
  };
  return changes[kind];
}

function named(differences: ReturnType<typeof previewChange>['gains']) {
  return differences
    .map(one => `${one.subject} ${one.privilege} ${one.resources}`)
    .sort();
}

/** Every user, every privilege that the policy names, every resource, before and after. */
function compared(facts: World, { before, after }: Change, now: number) {
  const rules = [before, after].filter(one => one !== undefined);
  const replaced = new Set(rules.map(keyOfRule));
  const later: World = {
    ...facts,
    rules: [
      ...facts.rules.filter(one => !replaced.has(keyOfRule(one))),
      ...(after ? [after] : []),
    ],
  };
  const isPlatform = rules.every(({ type }) => type === 'platform');
  const refs = isPlatform ? [undefined] : facts.resources.map(({ ref }) => ref);
  const users = facts.people.filter(({ ref }) => ref.startsWith('user:'));
  const privileges = new Set(rules.flatMap(one => [...one.privileges]));
  const differences = (less: World, more: World) =>
    users
      .flatMap(({ ref: subject }) =>
        [...privileges].map(privilege => ({
          name: `${subject} ${privilege}`,
          on: refs.filter(ref => {
            const query = { subject, privilege, resource: ref, now };
            return (
              !referenceAllows(less, implied, query) &&
              referenceAllows(more, implied, query)
            );
          }),
        })),
      )
      .filter(({ on }) => on.length > 0)
      .map(({ name, on }) => `${name} ${isPlatform ? 0 : on.length}`)
      .sort();
  return {
    given: differences(facts, later),
    taken: differences(later, facts),
  };
}
