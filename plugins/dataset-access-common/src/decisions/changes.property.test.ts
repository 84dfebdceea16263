import fc from 'fast-check';
import { accessCondition, fitsCondition } from './accessCondition';
import { decide } from './decide';
import { DecisionIndex } from './DecisionIndex';
import {
  change,
  changeIndex,
  changeWorld,
} from './__testUtils__/randomChanges';
import { manyDice, queriesOf } from './__testUtils__/randomQueries';
import { implied } from './__testUtils__/randomNames';
import { keyOfRule } from './__testUtils__/randomRules';
import { world } from './__testUtils__/randomWorlds';
import { referenceAllows } from './__testUtils__/referenceModel';
import type { Query, World } from './__testUtils__/World';

jest.setTimeout(120_000);

const SEED = 30_310;

/** A change, and what is asked before and after it. */
const step = fc.record({ change, dice: manyDice(24) });

describe(`an index that is changed while it is in use (seed ${SEED})`, () => {
  it('answers after every change as one that is made afresh, and as looking at every rule does', () => {
    const steps = fc.array(step, { minLength: 1, maxLength: 20, size: 'max' });
    fc.assert(
      fc.property(world, steps, (facts, all) => {
        const index = DecisionIndex.of(facts, { implied });
        let current = facts;
        for (const one of all) {
          const next = changeWorld(current, one.change);
          // what is asked before makes the tables that the change has to throw away
          const queries = [
            ...queriesOf(current, one.dice),
            ...queriesOf(next, one.dice),
          ];
          compare(index, current, queries);

          changeIndex(index, one.change);
          current = next;

          compare(index, current, queries);
          const fresh = DecisionIndex.of(current, { implied });
          expect(paths(index, queries)).toEqual(paths(fresh, queries));
          expect(listed(index, queries)).toEqual(listed(fresh, queries));
        }
      }),
      { seed: SEED, numRuns: 250 },
    );
  });
});

function compare(index: DecisionIndex, facts: World, queries: Query[]) {
  const wrong = queries.filter(
    query =>
      index.check(query.subject, query.privilege, query.resource, query.now) !==
      referenceAllows(facts, implied, query),
  );
  expect(wrong).toEqual([]);
}

/** Every path, in an order of its own: which comes first means nothing. */
function paths(index: DecisionIndex, queries: readonly Query[]) {
  return queries.map(query =>
    decide(index, query)
      .paths.map(({ rule, ...others }) =>
        JSON.stringify([keyOfRule(rule), others]),
      )
      .sort(),
  );
}

/** What a list shows to some of those who asked. */
function listed(index: DecisionIndex, queries: readonly Query[]) {
  return queries.slice(0, 3).map(({ subject, privilege, now }) => {
    const condition = accessCondition(index, subject, privilege, now);
    return [...index.resources.all()]
      .filter(resource => fitsCondition(condition, resource))
      .map(({ facts }) => facts.ref)
      .sort();
  });
}
