/**
 * Ours in the same portal: one policy for each role.
 *
 * What is asked is the engine: the class that takes the portal's policy slot belongs here as soon as it exists.
 */
export async function makeOurPolicy({ product, world, now }) {
  const { DecisionIndex } = await import(product);
  const { users, groups, roles, held } = world;
  const index = DecisionIndex.of({
    people: [
      ...groups.map(({ ref, parents }) => ({ ref, groups: parents })),
      ...users.map(({ ref, groups: of }) => ({ ref, groups: of })),
    ],
    roleBindings: held.map(({ subject, role }, n) => ({
      id: String(n),
      role,
      subject,
    })),
    rules: roles.map(role => ruleOf(role)),
  });
  return {
    allows: (user, permission) => index.check(user, permission, undefined, now),
    addLine: ([ref, permission]) => {
      const { permissions } = roles.find(role => role.ref === ref);
      index.setRule(ruleOf({ ref, permissions: [...permissions, permission] }));
    },
    removeLine: ([ref]) => {
      index.setRule(ruleOf(roles.find(role => role.ref === ref)));
    },
  };
}

function ruleOf({ ref, permissions }) {
  return {
    id: ref,
    origin: 'policy',
    name: ref,
    type: 'platform',
    state: 'active',
    privileges: permissions,
    actors: { roles: [ref] },
    resources: [],
  };
}
