import fc from 'fast-check';
import type { AccessFacts, RuleFacts } from './AccessFacts';
import { implied } from './__testUtils__/randomNames';
import { manyDice, queriesOf } from './__testUtils__/randomQueries';
import { world } from './__testUtils__/randomWorlds';
import { obstacles, Obstacle } from './__testUtils__/referenceModel';
import {
  ANA,
  anaReads,
  BEN,
  equals,
  NOON,
  ORDERS,
  policy,
  SALES,
  smallIndex,
  VISITS,
} from './__testUtils__/smallFacts';
import { DecisionIndex } from './DecisionIndex';
import { RuleMiss, whyNot } from './whyNot';

const forAna = { users: [ANA] };

describe('why a rule does not give what it names (P-40)', () => {
  it.each<[string, Partial<RuleFacts>, RuleMiss[] | undefined]>([
    ['nothing keeps one that gives it', { actors: forAna }, []],
    ['another privilege: no reason', { privileges: ['write'] }, undefined],
    [
      'inactive, which is still said',
      { actors: forAna, state: 'inactive' },
      ['inactive'],
    ],
    ['not yet', { actors: forAna, from: NOON + 1 }, ['not-yet']],
    ['ended, at the very instant', { actors: forAna, until: NOON }, ['ended']],
    ['for others', { actors: { users: [BEN] } }, ['other-actors']],
    ['for nobody', { actors: {} }, ['other-actors']],
    [
      'for stewards, which she is not',
      { actors: { responsibilities: ['steward'] } },
      ['other-actors'],
    ],
    [
      'on others',
      { actors: forAna, resources: [equals('entity', VISITS)] },
      ['other-resources'],
    ],
    [
      'bound to a group that is another one now',
      { actors: forAna, boundTo: [{ ref: SALES, uid: 'before' }] },
      ['entity-replaced'],
    ],
    [
      'all of it at once',
      {
        state: 'inactive',
        until: NOON,
        resources: [equals('entity', VISITS)],
        boundTo: [{ ref: SALES, uid: 'before' }],
      },
      [
        'inactive',
        'ended',
        'other-actors',
        'other-resources',
        'entity-replaced',
      ],
    ],
  ])('%s', (_, facts, misses) => {
    const rule = policy(facts);
    const index = smallIndex({ rules: [rule] });

    expect(whyNot(index, rule, anaReads)).toEqual(misses);
  });

  it('owners are others without a resource (S2.15)', () => {
    const rule = policy({ actors: { resourceOwners: true } });
    const index = smallIndex({ rules: [rule] });
    const about = (resource?: string) =>
      whyNot(index, rule, { ...anaReads, resource });

    expect(about(ORDERS)).toEqual([]);
    expect(about(VISITS)).toEqual(['other-actors']);
    expect(about(undefined)).toEqual(['other-actors']);
  });

  it('is what looking at the rule alone says, in random worlds', () => {
    const names: Record<RuleMiss, Obstacle> = {
      inactive: 'inactive',
      'not-yet': 'time',
      ended: 'time',
      'other-actors': 'actor',
      'other-resources': 'filter',
      'entity-replaced': 'binding',
    };
    const known = ({ people, resources }: AccessFacts) =>
      new Set([...people, ...resources].map(({ ref }) => ref));

    fc.assert(
      fc.property(world, manyDice(40), (facts, dice) => {
        const refs = known(facts);
        const index = DecisionIndex.of(facts, { implied });
        const queries = queriesOf(facts, dice).filter(
          ({ subject, resource = subject }) =>
            refs.has(subject) && refs.has(resource),
        );
        for (const query of queries) {
          for (const rule of facts.rules) {
            const found = [...obstacles(facts, implied, rule, query)];
            const said = whyNot(index, rule, query)?.map(miss => names[miss]);
            const wanted = found.includes('privilege') ? undefined : found;

            expect({ query, rule, said: said && new Set(said) }).toEqual({
              query,
              rule,
              said: wanted && new Set(wanted),
            });
          }
        }
      }),
      { seed: 50_310, numRuns: 100 },
    );
  });
});
