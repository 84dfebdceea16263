import { mockServices } from '@backstage/backend-test-utils';
import {
  Entity,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  RELATION_PARENT_OF,
} from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import fc from 'fast-check';
import { CatalogDirectory } from './CatalogDirectory';

const users = [
  'user:default/a',
  'user:default/b',
  'user:default/c',
  'user:other/a',
];
const groups = [
  'group:default/a',
  'group:default/b',
  'group:default/c',
  'group:default/d',
  'group:other/a',
  'group:other/b',
];

/** Edges may name what does not exist, as `spec.members` or `spec.parent` can. */
interface Graph {
  existing: string[];
  /** User, group. */
  members: Array<[string, string]>;
  /** Child, parent. */
  parents: Array<[string, string]>;
}

const graph = fc.record<Graph>({
  existing: fc.subarray([...users, ...groups], { minLength: 5 }),
  members: edges(users, groups, 8),
  parents: edges(groups, groups, 9),
});

function edges(from: string[], to: string[], maxLength: number) {
  return fc.uniqueArray(
    fc.tuple(fc.constantFrom(...from), fc.constantFrom(...to)),
    { maxLength, selector: edge => edge.join() },
  );
}

/** The entities, with each relation at both ends as far as they exist. */
function toEntities({ existing, members, parents }: Graph): Entity[] {
  const relations = [
    ...members.flatMap(([user, group]) => [
      { source: user, type: RELATION_MEMBER_OF, targetRef: group },
      { source: group, type: RELATION_HAS_MEMBER, targetRef: user },
    ]),
    ...parents.flatMap(([child, parent]) => [
      { source: child, type: RELATION_CHILD_OF, targetRef: parent },
      { source: parent, type: RELATION_PARENT_OF, targetRef: child },
    ]),
  ];
  return existing.map(ref => {
    const { kind, namespace, name } = parseEntityRef(ref);
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: kind === 'user' ? 'User' : 'Group',
      metadata: { namespace, name },
      relations: relations
        .filter(({ source }) => source === ref)
        .map(({ type, targetRef }) => ({ type, targetRef })),
    };
  });
}

/** The obvious way: add what follows until nothing new follows. */
function closure(start: string[], step: (ref: string) => string[]) {
  const all = new Set(start);
  for (let size = -1; size !== all.size; ) {
    size = all.size;
    [...all].flatMap(step).forEach(ref => all.add(ref));
  }
  return all;
}

function referenceMembers({ existing, members, parents }: Graph, ref: string) {
  if (!ref.startsWith('group:') || !existing.includes(ref)) {
    return new Set(ref.startsWith('user:') ? [ref] : []);
  }
  const within = closure([ref], group =>
    parents
      .filter(([child, parent]) => parent === group && existing.includes(child))
      .map(([child]) => child),
  );
  return new Set(
    members.filter(([, group]) => within.has(group)).map(([user]) => user),
  );
}

function referenceAncestors({ existing, parents }: Graph, ref: string) {
  return closure([ref], group =>
    parents
      .filter(([child, parent]) => child === group && existing.includes(parent))
      .map(([, parent]) => parent),
  );
}

function directoryOf(one: Graph) {
  return new CatalogDirectory({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities: toEntities(one) }),
  });
}

const runs = { seed: 49_457, numRuns: 150 };

describe('on every graph of users and groups', () => {
  it('the members of a group are those of the group and of all existing groups below it', async () => {
    await fc.assert(
      fc.asyncProperty(graph, async one => {
        const directory = directoryOf(one);
        const found = await Promise.all(
          [...groups, ...users].map(ref => directory.membersOf([ref])),
        );

        expect(found).toEqual(
          [...groups, ...users].map(ref => referenceMembers(one, ref)),
        );
      }),
      runs,
    );
  });

  it('the members of several are the members of each', async () => {
    const some = fc.subarray([...groups, ...users]);
    await fc.assert(
      fc.asyncProperty(graph, some, async (one, refs) => {
        const each = refs.flatMap(ref => [...referenceMembers(one, ref)]);

        expect(await directoryOf(one).membersOf(refs)).toEqual(new Set(each));
      }),
      runs,
    );
  });

  it('a user has a group as principal exactly when the group has him as member', async () => {
    await fc.assert(
      fc.asyncProperty(graph, async one => {
        const directory = directoryOf(one);
        const existingUsers = users.filter(ref => one.existing.includes(ref));
        const existingGroups = groups.filter(ref => one.existing.includes(ref));
        const members = await Promise.all(
          existingGroups.map(group => directory.membersOf([group])),
        );
        const principals = await Promise.all(
          existingUsers.map(user => directory.principalsOf(user)),
        );

        expect(principals).toEqual(
          existingUsers.map(
            user =>
              new Set([
                user,
                ...existingGroups.filter((_, i) => members[i].has(user)),
              ]),
          ),
        );
      }),
      runs,
    );
  });

  it('the principals of a group are the group and the existing groups above it', async () => {
    await fc.assert(
      fc.asyncProperty(graph, async one => {
        const directory = directoryOf(one);
        const found = await Promise.all(
          groups.map(group => directory.principalsOf(group)),
        );

        expect(found).toEqual(
          groups.map(group =>
            one.existing.includes(group)
              ? referenceAncestors(one, group)
              : new Set([group]),
          ),
        );
      }),
      runs,
    );
  });
});

it('a chain of a thousand groups is followed to its end', async () => {
  const chain = Array.from({ length: 1_000 }, (_, i) => `group:default/g${i}`);
  const directory = directoryOf({
    existing: ['user:default/a', ...chain],
    members: [['user:default/a', chain[999]]],
    parents: chain.slice(1).map((child, i) => [child, chain[i]]),
  });

  expect(await directory.membersOf([chain[0]])).toEqual(
    new Set(['user:default/a']),
  );
  expect((await directory.principalsOf('user:default/a')).size).toBe(1_001);
});
