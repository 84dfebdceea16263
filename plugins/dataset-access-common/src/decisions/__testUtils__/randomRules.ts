import fc from 'fast-check';
import type { ActorFacts, CriterionFacts, RuleFacts } from '../AccessFacts';
import { ids, some, weighted } from './arbitraries';
import {
  containers,
  domains,
  groups,
  limits,
  privileges,
  roles,
  stewardships,
  things,
  UNKNOWN_USER,
  users,
} from './randomNames';

/** What a criterion on each field compares with: what resources have, beginnings of it, and more. */
const values = new Map<string, string[]>([
  ['type', ['resource', 'resource/dataset', 'api', 'domain', 'component/d']],
  ['entity', [...things, 'resource:', 'resource:default/orders', 'orders']],
  ['domain', [...domains, 'domain:default/f', 'system:default/ledger']],
  ['tag', ['pii', 'gold', 'pii-s', 'strict']],
  ['label', ['tier', 'tier=gold', 'region=eu', 'tier=']],
  ['owner', [...users, ...groups, 'group:', 'user:default/e']],
  // nothing has these, whatever its values look like
  ['colour', ['resource', 'pii']],
  ['__proto__', ['resource']],
]);

const criterion = fc
  .tuple(
    fc.constantFrom(...values.keys()),
    weighted([
      [10, 'equals'],
      [4, 'starts-with'],
      [1, 'contains'],
    ]),
  )
  .chain(([field, operator]) =>
    fc.record<CriterionFacts>({
      field: fc.constant(field),
      operator: fc.constant(operator),
      values: some(values.get(field)!, 3),
    }),
  );

const limit = fc.constantFrom(...limits);

const relations: Array<fc.WeightedArbitrary<ActorFacts>> = [
  {
    weight: 9,
    arbitrary: fc.record({ users: some([...users, UNKNOWN_USER], 1) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ groups: some([...groups, 'group:x/y'], 1) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ roles: fc.tuple(fc.constantFrom(...roles)) }),
  },
  { weight: 2, arbitrary: fc.constant({ allUsers: true }) },
  { weight: 2, arbitrary: fc.constant({ allGroups: true }) },
  { weight: 5, arbitrary: fc.constant({ resourceOwners: true }) },
  {
    weight: 13,
    arbitrary: fc.record({
      responsibilities: fc.tuple(fc.constantFrom(...stewardships)),
    }),
  },
];
const anybody = fc.oneof(...relations);
/** Mostly one kind of actor; two often enough that one rule gives in two ways. */
const actors = fc
  .tuple(anybody, anybody, fc.nat(11))
  .map(([one, other, dice]) => (dice === 0 ? { ...one, ...other } : one));

const boundTo = fc.array(
  fc.record({
    ref: fc.constantFrom(...users, ...groups, ...things, ...containers),
    uid: weighted([
      [1, 'uid-1'],
      [1, 'uid-2'],
    ]),
  }),
  { minLength: 1, maxLength: 2 },
);

/** What may keep a rule from applying, so that there is at most one thing for most rules. */
const conditions = fc.oneof<
  Array<
    fc.WeightedArbitrary<
      Pick<RuleFacts, 'state' | 'from' | 'until' | 'boundTo'>
    >
  >
>(
  { weight: 14, arbitrary: fc.constant({ state: 'active' }) },
  { weight: 4, arbitrary: fc.constant({ state: 'inactive' }) },
  {
    weight: 5,
    arbitrary: fc.record({ state: fc.constant('active'), from: limit }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ state: fc.constant('active'), until: limit }),
  },
  {
    weight: 1,
    arbitrary: fc.constant({ state: 'active', from: 100, until: 200 }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ state: fc.constant('active'), boundTo }),
  },
);

export const rule: fc.Arbitrary<RuleFacts> = fc
  .tuple(
    fc.record({
      id: ids('rule', 8),
      origin: fc.constantFrom('policy', 'grant'),
      name: fc.constant('A rule'),
      type: weighted([
        [6, 'metadata'],
        [1, 'platform'],
      ]),
      privileges: some(privileges, 2),
      actors,
      resources: fc.oneof(
        { weight: 2, arbitrary: fc.constant([]) },
        { weight: 7, arbitrary: fc.tuple(criterion) },
        { weight: 3, arbitrary: fc.tuple(criterion, criterion) },
      ),
    }),
    conditions,
  )
  .map(([one, condition]) => ({ ...one, ...condition }));

export function keyOfRule({ origin, id }: RuleFacts): string {
  return `${origin}:${id}`;
}
