import fc from 'fast-check';
import { backstagePermissions } from '../backstagePermissions';
import { people } from './importedWorld';

/** A line of an RBAC policy, before it is written down. */
export type RbacLine = string[];

type Permission = (typeof backstagePermissions)[number];

/**
 * Whether the RBAC plugin allows somebody something: he holds a role that allows it, and none that denies it; a line that
 * names the permission goes before those for its resource type. Lines it does not accept count for nothing, unless they
 * deny.
 */
export function rbacAllows(
  lines: readonly RbacLine[],
  user: string,
  permission: Permission,
): boolean {
  const byName = linesFor(lines, user, permission.name, permission.action);
  const { resourceType, action } = permission;
  const byType = linesFor(lines, user, resourceType, action);
  const relevant = byName.length > 0 ? byName : byType;
  return (
    relevant.length > 0 && ![...byName, ...byType].some(line => denies(line))
  );
}

/** Whether a line denies somebody a permission. */
export function rbacDenies(
  lines: readonly RbacLine[],
  user: string,
  { name, resourceType, action }: Permission,
): boolean {
  return [
    ...linesFor(lines, user, name, action),
    ...linesFor(lines, user, resourceType, action),
  ].some(denies);
}

/** The lines that count for somebody. */
function linesFor(
  lines: readonly RbacLine[],
  user: string,
  object: string | undefined,
  action: string,
): RbacLine[] {
  const principals = [user, ...people.find(({ ref }) => ref === user)!.groups];
  const roles = lines
    .filter(
      ([kind, member, role, ...more]) =>
        kind === 'g' &&
        more.length === 0 &&
        principals.includes(member.toLowerCase()) &&
        isRole(role),
    )
    .map(([, , role]) => role);
  return lines.filter(
    line =>
      line[0] === 'p' &&
      line[2] === object &&
      line[3] === action &&
      (denies(line)
        ? [...roles, ...principals].includes(line[1])
        : line.length === 5 && line[4] === 'allow' && roles.includes(line[1])),
  );
}

function denies([, , , , effect]: RbacLine): boolean {
  return effect === 'deny';
}

function isRole(text: string): boolean {
  return /^role:[^/]+\/.+$/.test(text);
}

const one = (...from: string[]) => fc.constantFrom(...from);
const roles = [
  'role:default/stewards',
  'role:default/a_b',
  'role:default/a-b',
  'role:default/A_B',
  'role:a/b',
  'role:x',
];

/** What is asked for, mostly as it has to be. */
const entry = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ['catalog.entity.read', 'read'],
      ['catalog-entity', 'read'],
      ['catalog-entity', 'delete'],
      ['catalog.entity.delete', 'delete'],
      ['catalog.location.read', 'read'],
      ['scaffolder-template', 'read'],
      ['scaffolder.template.step.read', 'read'],
      ['dataset-access.policy.manage', 'update'],
      ['dataset-access.role.manage', 'update'],
      ['dataset-access.role.read', 'read'],
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      one('catalog.entity.read', 'catalog-entity', 'a.b', 'stewards'),
      one('read', 'update', 'use'),
    ),
  },
);

const rarely = (usual: string, ...others: string[]) =>
  fc.oneof(
    { weight: 9, arbitrary: one(usual) },
    { weight: 1, arbitrary: one(...others) },
  );

const p = fc
  .tuple(
    fc.oneof(
      { weight: 12, arbitrary: one(...roles) },
      { weight: 1, arbitrary: one('user:default/ana') },
    ),
    entry,
    rarely('allow', 'deny', 'deny', 'ALLOW', ''),
    rarely('', 'eu'),
  )
  .map(([role, asked, effect, more]) => [
    ...['p', role, ...asked, effect],
    ...(more ? [more] : []),
  ]);
const g = fc.tuple(
  fc.constant('g'),
  one(
    ...['user:default/ana', 'user:default/Eve', 'group:default/sales'],
    ...['group:default/stewards', 'user:bob', 'role:default/a_b'],
  ),
  one(...roles, 'group:default/sales'),
);

/** The lines of a file, in any order. */
export const rbacLines: fc.Arbitrary<RbacLine[]> = fc
  .tuple(
    fc.array(p, { minLength: 2, maxLength: 10 }),
    fc.array(g, { minLength: 2, maxLength: 10 }),
  )
  .chain(([permissions, members]) => {
    const all: RbacLine[] = [...permissions, ...members];
    return fc.shuffledSubarray(all, { minLength: all.length });
  });
