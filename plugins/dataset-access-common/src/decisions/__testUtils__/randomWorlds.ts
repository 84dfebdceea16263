import fc from 'fast-check';
import type {
  PersonFacts,
  ResourceFacts,
  ResponsibilityFacts,
  RoleBindingFacts,
} from '../AccessFacts';
import { EVERYONE, GROUP_MEMBERS } from '../PeopleIndex';
import { between, ids, some, weighted } from './arbitraries';
import {
  containers,
  groups,
  limits,
  roles,
  stewardships,
  things,
  users,
} from './randomNames';
import { keyOfRule, rule } from './randomRules';
import type { World } from './World';

const uid = weighted<string | undefined>([
  [6, 'uid-1'],
  [1, 'uid-2'],
  [1, undefined],
]);
const maybeUid = weighted<string | undefined>([
  [5, undefined],
  [4, 'uid-1'],
  [1, 'uid-2'],
]);
const limit = fc.constantFrom(...limits);

export const person = fc
  .constantFrom(...users, ...groups)
  .chain(ref => personOf(ref));

function personOf(ref: string): fc.Arbitrary<PersonFacts> {
  return fc.record({
    ref: fc.constant(ref),
    uid,
    groups: some([...groups, 'group:default/nowhere'], 2),
  });
}

export const resource = fc
  .constantFrom(...things, ...containers)
  .chain(ref => resourceOf(ref));

function resourceOf(ref: string): fc.Arbitrary<ResourceFacts> {
  return fc.record({
    ref: fc.constant(ref),
    uid,
    type: fc.constantFrom('dataset', 'data-product', undefined),
    owners: some([...users, ...groups, 'group:default/nowhere'], 2),
    domains: some([...containers, 'domain:default/nowhere'], 2),
    tags: some(['pii', 'pii-strict', 'gold'], 2),
    labels: fc.constantFrom<Record<string, string>>(
      {},
      { Tier: 'Gold' },
      { tier: 'silver', region: 'eu' },
    ),
  });
}

export const roleBinding = fc.record<RoleBindingFacts>({
  id: ids('binding', 8),
  role: fc.constantFrom(...roles),
  subject: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...users, ...groups) },
    { weight: 1, arbitrary: fc.constantFrom(EVERYONE, GROUP_MEMBERS) },
  ),
  subjectUid: maybeUid,
});

export const responsibility = fc.record<ResponsibilityFacts>({
  id: ids('responsibility', 12),
  role: fc.constantFrom(...stewardships),
  subject: fc.constantFrom(...users, ...groups),
  subjectUid: maybeUid,
  resource: fc.constantFrom(...things, ...containers),
  resourceUid: maybeUid,
  from: fc.option(limit, { nil: undefined, freq: 2 }),
  until: fc.option(limit, { nil: undefined, freq: 2 }),
});

/** All of a small world at once. Most people and things exist. */
export const world: fc.Arbitrary<World> = fc.record({
  rules: fc.uniqueArray(rule, { ...between(10, 15), selector: keyOfRule }),
  roleBindings: unique(roleBinding, 3, 6),
  responsibilities: unique(responsibility, 5, 10),
  people: existing([...users, ...groups], personOf),
  resources: existing([...things, ...containers], resourceOf),
});

function existing<T>(
  refs: readonly string[],
  make: (ref: string) => fc.Arbitrary<T>,
): fc.Arbitrary<T[]> {
  return fc
    .tuple(...refs.map(ref => fc.tuple(make(ref), fc.nat(19))))
    .map(all => all.filter(([, dice]) => dice > 0).map(([one]) => one));
}

function unique<T extends { id: string }>(
  arbitrary: fc.Arbitrary<T>,
  least: number,
  most: number,
): fc.Arbitrary<T[]> {
  return fc.uniqueArray(arbitrary, {
    ...between(least, most),
    selector: ({ id }) => id,
  });
}
