import { Random } from '../random.mjs';
import { makeWorld } from '../world.mjs';

const ROWS_PER_ROLE = 20;
const PERMISSIONS = 200;
/** Groups that hold a role, beside the roles that askers hold themselves. */
const GROUPS_WITH_ROLE = 20;
const ASKERS = 200;
const REQUESTS = 400;

/**
 * What a portal under RBAC has: roles with permissions, held by users and groups. The people are those of the other rows.
 *
 * @param rows - policy lines, one for each permission of a role
 * @param rolesPerAsker - held by the user itself; groups add some
 */
export function makeRbacWorld({ seed, rows, rolesPerAsker }) {
  const { users, groups } = makeWorld({ seed, datasets: 1_000, rules: 1 });
  const random = new Random(seed + 3);
  const permissions = Array.from(
    { length: PERMISSIONS },
    (_, n) => `catalog.thing-${n}.read`,
  );
  const roles = Array.from({ length: rows / ROWS_PER_ROLE }, (_, n) => ({
    ref: `role:default/role-${n}`,
    permissions: random.some(permissions, ROWS_PER_ROLE),
  }));
  const askers = random.some(users, ASKERS);
  const held = [
    ...askers.flatMap(({ ref: subject }) =>
      random
        .some(roles, rolesPerAsker)
        .map(({ ref: role }) => ({ subject, role })),
    ),
    ...random
      .some(groups, GROUPS_WITH_ROLE)
      .map(({ ref: subject }) => ({ subject, role: random.oneOf(roles).ref })),
  ];
  const world = {
    users,
    groups,
    roles,
    held,
    permissions,
    newPermission: 'catalog.something-new.read',
  };
  const answers = new RbacReference(world);
  const requests = Array.from({ length: REQUESTS }, (_, n) => {
    const user = random.oneOf(askers).ref;
    const permission = random.oneOf(
      n % 2 === 0 ? answers.permissionsOf(user) : permissions,
    );
    return { user, permission, right: answers.isAllowed(user, permission) };
  });
  return { ...world, requests };
}

/** By looking at everything that is held: somebody may what one of the roles has, held by him or by a group around him. */
class RbacReference {
  #world;

  constructor(world) {
    this.#world = world;
  }

  isAllowed(user, permission) {
    return this.permissionsOf(user).includes(permission);
  }

  permissionsOf(user) {
    const { users, groups, roles, held } = this.#world;
    const circle = [user];
    for (const ref of circle) {
      const member = [...users, ...groups].find(one => one.ref === ref);
      circle.push(...(member.groups ?? member.parents));
    }
    const mine = held.filter(({ subject }) => circle.includes(subject));
    return mine.flatMap(
      ({ role }) => roles.find(({ ref }) => ref === role).permissions,
    );
  }
}

/** As the framework hands it to a policy. */
export function asPermission(name) {
  return {
    type: 'resource',
    name,
    attributes: { action: 'read' },
    resourceType: 'thing',
  };
}
