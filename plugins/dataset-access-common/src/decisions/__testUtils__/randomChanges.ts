import fc from 'fast-check';
import type { DecisionIndex } from '../DecisionIndex';
import { keyOfRule, rule } from './randomRules';
import { person, resource, responsibility, roleBinding } from './randomWorlds';
import type { World } from './World';

/** Something is set, over what there is of that name or as something new, or it goes. */
export type Change = {
  [K in keyof World]: {
    of: K;
    facts: World[K][number];
    isRemoval: boolean;
  };
}[keyof World];

/** There are few names, so that most changes are to something that there is. */
export const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: changeOf('rules', rule) },
  { weight: 2, arbitrary: changeOf('roleBindings', roleBinding) },
  { weight: 2, arbitrary: changeOf('responsibilities', responsibility) },
  { weight: 3, arbitrary: changeOf('people', person) },
  { weight: 3, arbitrary: changeOf('resources', resource) },
);

function changeOf<K extends keyof World>(
  of: K,
  facts: fc.Arbitrary<World[K][number]>,
) {
  return fc.record({
    of: fc.constant(of),
    facts,
    isRemoval: fc.nat(2).map(dice => dice === 0),
  }) as fc.Arbitrary<Change>;
}

/** The world after a change. */
export function changeWorld(world: World, one: Change): World {
  const others = (world[one.of] as ReadonlyArray<Change['facts']>).filter(
    facts => nameOf(facts) !== nameOf(one.facts),
  );
  return {
    ...world,
    [one.of]: one.isRemoval ? others : [...others, one.facts],
  };
}

/** Makes the same change in an index. */
export function changeIndex(index: DecisionIndex, one: Change): void {
  const { of, facts, isRemoval } = one;
  switch (of) {
    case 'rules':
      return isRemoval ? index.deleteRule(facts) : index.setRule(facts);
    case 'roleBindings':
      return isRemoval
        ? index.deleteRoleBinding(facts.id)
        : index.setRoleBinding(facts);
    case 'responsibilities':
      return isRemoval
        ? index.deleteResponsibility(facts.id)
        : index.setResponsibility(facts);
    case 'people':
      return isRemoval ? index.deletePerson(facts.ref) : index.setPerson(facts);
    default:
      return isRemoval
        ? index.deleteResource(facts.ref)
        : index.setResource(facts);
  }
}

/** What tells one from the others of its kind. */
function nameOf(facts: Change['facts']): string {
  if ('ref' in facts) {
    return facts.ref;
  }
  return 'origin' in facts ? keyOfRule(facts) : facts.id;
}
