import fc from 'fast-check';
import { outcomeOf, outcomes } from './__testUtils__/outcomes';
import { manyDice, queriesOf } from './__testUtils__/randomQueries';
import { implied } from './__testUtils__/randomNames';
import { keyOfRule } from './__testUtils__/randomRules';
import { world } from './__testUtils__/randomWorlds';
import {
  gives,
  isKnown,
  referenceAllows,
} from './__testUtils__/referenceModel';
import { closure, Query, World } from './__testUtils__/World';
import { accessCondition, fitsCondition } from './accessCondition';
import { decide, DecisionPath } from './decide';
import { DecisionIndex } from './DecisionIndex';
import { holdersOf } from './holdersOf';

jest.setTimeout(120_000);

const SEED = 20_310;

describe(`a decision in a random world (seed ${SEED})`, () => {
  it('is what looking at every rule says, for whichever reason', () => {
    const counted = new Map(outcomes.map(outcome => [outcome, 0]));
    let total = 0;

    fc.assert(
      fc.property(world, manyDice(420), (facts, dice) => {
        const queries = queriesOf(facts, dice);
        const expected = queries.map(query => outcomeOf(facts, implied, query));
        const index = DecisionIndex.of(facts, { implied });

        const wrong = queries.filter(
          ({ subject, privilege, resource, now }, at) =>
            index.check(subject, privilege, resource, now) !==
            expected[at].startsWith('allowed'),
        );

        expect(wrong).toEqual([]);
        total += queries.length;
        expected.forEach(one => counted.set(one, counted.get(one)! + 1));
      }),
      { seed: SEED, numRuns: 1_120 },
    );

    const shares = [...counted].map(([outcome, count]) => ({
      outcome,
      percent: Math.round((count / total) * 1_000) / 10,
    }));
    // what the run was worth belongs to its result
    // eslint-disable-next-line no-console
    console.info(`${total} decisions, seed ${SEED}`, shares);
    expect(total).toBeGreaterThanOrEqual(200_000);
    expect(shares.filter(({ percent }) => percent < 5)).toEqual([]);
  });

  it('names every rule that gives it, no other one, and why it is refused', () => {
    const runs = { seed: SEED + 1, numRuns: 150 };
    fc.assert(
      fc.property(world, manyDice(200), (facts, dice) => {
        const index = DecisionIndex.of(facts, { implied });
        for (const query of queriesOf(facts, dice)) {
          const { allowed, reason, paths } = decide(index, query);
          const named = new Set(paths.map(({ rule }) => keyOfRule(rule)));

          expect({ query, allowed, reason, rules: [...named].sort() }).toEqual(
            explained(facts, query),
          );
          expect({ query, paths: paths.filter(isMisleading(query)) }).toEqual({
            query,
            paths: [],
          });
        }
      }),
      runs,
    );
  });

  it('is the same for a list of all resources as for each of them', () => {
    fc.assert(
      fc.property(world, manyDice(100), (facts, dice) => {
        const index = DecisionIndex.of(facts, { implied });
        for (const query of queriesOf(facts, dice)) {
          const { subject, privilege, now } = query;
          const condition = accessCondition(index, subject, privilege, now);
          const listed = [...index.resources.all()]
            .filter(resource => fitsCondition(condition, resource))
            .map(resource => resource.facts.ref);
          const each = facts.resources
            .map(({ ref }) => ref)
            .filter(resource =>
              referenceAllows(facts, implied, { ...query, resource }),
            );

          expect({ query, listed }).toEqual({ query, listed: each });
        }
      }),
      { seed: SEED + 2, numRuns: 150 },
    );
  });

  it('is the same when asked who may do it', () => {
    fc.assert(
      fc.property(world, manyDice(60), (facts, dice) => {
        const index = DecisionIndex.of(facts, { implied });
        for (const query of queriesOf(facts, dice)) {
          const { privilege, resource, now } = query;
          const holders = [...holdersOf(index, privilege, resource, now)];
          const each = facts.people
            .map(({ ref }) => ref)
            .filter(
              subject =>
                subject.startsWith('user:') &&
                referenceAllows(facts, implied, { ...query, subject }),
            );

          expect({ query, holders: holders.sort() }).toEqual({
            query,
            holders: each.sort(),
          });
        }
      }),
      { seed: SEED + 3, numRuns: 100 },
    );
  });
});

/** A path that begins elsewhere, has ended, or says that the privilege follows from one that the rule does not name. */
function isMisleading({ subject, privilege, now }: Query) {
  return ({ rule, chain, impliedBy, until = Infinity }: DecisionPath) => {
    const source = impliedBy ?? privilege;
    return (
      chain[0] !== subject ||
      until <= now ||
      until > (rule.until ?? Infinity) ||
      !rule.privileges.includes(source) ||
      !closure([source], implied).includes(privilege)
    );
  };
}

/** What an explanation has to say, by looking at every rule alone. */
function explained(facts: World, query: Query) {
  const isThere = isKnown(facts, query);
  const rules = facts.rules
    .filter(rule => isThere && gives(facts, implied, rule, query))
    .map(keyOfRule)
    .sort();
  const allowed = rules.length > 0;
  const reason = isThere ? 'no-path' : unknown(facts, query.subject);
  return { query, allowed, reason: allowed ? undefined : reason, rules };
}

function unknown({ people }: World, subject: string) {
  return people.some(({ ref }) => ref === subject)
    ? 'unknown-resource'
    : 'unknown-subject';
}
