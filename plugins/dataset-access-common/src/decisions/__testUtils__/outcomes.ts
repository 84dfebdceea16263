import {
  Implied,
  isKnown,
  obstacles,
  Obstacle,
  waysTo,
} from './referenceModel';
import { closure, Query, World } from './World';

/** Ways to come to a decision. Every decision is of exactly one class, and each class is worth many examples. */
export const outcomes = [
  'allowed by user',
  'allowed by group',
  'allowed by role',
  'allowed by everyone or all groups',
  'allowed by owner',
  'allowed by responsibility',
  'allowed in several ways',
  'denied: unknown subject',
  'denied: unknown resource',
  'denied: only inactive',
  'denied: only out of time',
  'denied: only bound to something gone',
  'denied: only the filter does not fit',
  'denied: no rule',
] as const;

export type Outcome = (typeof outcomes)[number];

/** The class of what the reference model answers. "Only" says that a rule would give it but for that. */
export function outcomeOf(
  world: World,
  implied: Implied,
  query: Query,
): Outcome {
  if (!world.people.some(({ ref }) => ref === query.subject)) {
    return 'denied: unknown subject';
  }
  if (!isKnown(world, query)) {
    return 'denied: unknown resource';
  }
  const judged = world.rules
    .filter(({ privileges }) =>
      closure(privileges, implied).includes(query.privilege),
    )
    .map(rule => {
      const [first, second] = obstacles(world, implied, rule, query);
      return { rule, first, second };
    });
  const giving = judged.filter(({ first }) => first === undefined);
  if (giving.length > 0) {
    const ways = new Set(
      giving
        .flatMap(({ rule }) => waysTo(world, rule, query))
        .map(way =>
          way === 'everyone' || way === 'group members'
            ? 'everyone or all groups'
            : way,
        ),
    );
    const [way] = ways;
    return ways.size > 1 ? 'allowed in several ways' : `allowed by ${way}`;
  }
  const fails = (only: Obstacle) =>
    judged.some(({ first, second }) => first === only && second === undefined);
  if (fails('inactive')) {
    return 'denied: only inactive';
  }
  if (fails('binding')) {
    return 'denied: only bound to something gone';
  }
  if (fails('time')) {
    return 'denied: only out of time';
  }
  return fails('filter')
    ? 'denied: only the filter does not fit'
    : 'denied: no rule';
}
