import fc from 'fast-check';
import type { RuleFacts } from './AccessFacts';
import { manyDice, queriesOf } from './__testUtils__/randomQueries';
import { implied } from './__testUtils__/randomNames';
import { rule } from './__testUtils__/randomRules';
import { world } from './__testUtils__/randomWorlds';
import type { Query, World } from './__testUtils__/World';
import { DecisionIndex } from './DecisionIndex';

jest.setTimeout(60_000);

const SEED = 40_310;
const runs = { seed: SEED, numRuns: 200 };
const some = manyDice(100);

function ask(index: DecisionIndex, queries: readonly Query[]): boolean[] {
  return queries.map(({ subject, privilege, resource, now }) =>
    index.check(subject, privilege, resource, now),
  );
}

function answers(facts: World, queries: readonly Query[]): boolean[] {
  return ask(DecisionIndex.of(facts, { implied }), queries);
}

describe(`rules together (seed ${SEED})`, () => {
  it('give the same in any order and when they are there twice (F12)', () => {
    const shuffled = world.chain(facts =>
      fc.tuple(
        fc.constant(facts),
        fc.shuffledSubarray([...facts.rules], {
          minLength: facts.rules.length,
        }),
        fc.subarray([...facts.rules]),
      ),
    );
    fc.assert(
      fc.property(shuffled, some, ([facts, rules, twice], dice) => {
        const queries = queriesOf(facts, dice);
        const copies = twice.map(one => ({ ...one, id: `copy-${one.id}` }));

        const other = { ...facts, rules: [...copies, ...rules] };

        expect(answers(other, queries)).toEqual(answers(facts, queries));
      }),
      runs,
    );
  });

  it('only add: no rule takes away what another gives (S2.3, S4.7)', () => {
    fc.assert(
      fc.property(world, rule, some, (facts, added, dice) => {
        const queries = queriesOf(facts, dice);
        const index = DecisionIndex.of(facts, { implied });
        const before = ask(index, queries);

        index.setRule({ ...added, id: 'added', state: 'active' });

        const after = ask(index, queries);
        expect(queries.filter((_, at) => before[at] && !after[at])).toEqual([]);
      }),
      runs,
    );
  });

  it.each<[string, (index: DecisionIndex, one: RuleFacts) => void]>([
    [
      'deactivated (S2.18)',
      (index, one) => index.setRule({ ...one, state: 'inactive' }),
    ],
    ['deleted (S2.17)', (index, one) => index.deleteRule(one)],
  ])('give nothing more when one of them is %s', (_, weaken) => {
    fc.assert(
      fc.property(world, fc.nat(), some, (facts, which, dice) => {
        const queries = queriesOf(facts, dice);
        const index = DecisionIndex.of(facts, { implied });
        const before = ask(index, queries);

        weaken(index, facts.rules[which % facts.rules.length]);

        const after = ask(index, queries);
        expect(queries.filter((_q, at) => !before[at] && after[at])).toEqual(
          [],
        );
      }),
      runs,
    );
  });
});
