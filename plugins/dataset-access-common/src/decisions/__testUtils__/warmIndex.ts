import type { AccessFacts } from '../AccessFacts';
import type { DecisionIndex } from '../DecisionIndex';
import { ANA, NOON, ORDERS, policy, smallIndex } from './smallFacts';

export type Facts = Partial<AccessFacts>;

/** What happens to an index, and whether Ana may read the orders afterwards. */
export type Steps = Array<
  [change: (index: DecisionIndex) => void, after: boolean]
>;

export const forAna = policy({ actors: { users: [ANA] } });
export const forReaders = policy({ actors: { roles: ['reader'] } });
export const forOwners = policy({ actors: { resourceOwners: true } });
export const forStewards = policy({
  actors: { responsibilities: ['steward'] },
});

export function mayRead(index: DecisionIndex): boolean {
  return index.check(ANA, 'read', ORDERS, NOON);
}

/** The answer before anything changes, and after each change: what it is found from was made before the change. */
export function answers(facts: Facts, steps: Steps): boolean[] {
  const index = smallIndex(facts);
  return [
    mayRead(index),
    ...steps.map(([change]) => {
      change(index);
      return mayRead(index);
    }),
  ];
}

export function expected(before: boolean, steps: Steps): boolean[] {
  return [before, ...steps.map(([, after]) => after)];
}
