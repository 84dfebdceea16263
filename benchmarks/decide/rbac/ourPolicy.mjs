/** Ours in the same portal: one policy for each role, asked through the class that takes the portal's place for a policy. */
export async function makeOurPolicy({ product, policyProduct, world }) {
  const { DecisionIndex } = await import(product);
  const { DatasetAccessPolicy } = await import(policyProduct);
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
  const policy = DatasetAccessPolicy.wrap(
    { handle: async () => ({ result: 'ALLOW' }) },
    { decisions: { current: () => index }, enforced: namesIn(world) },
  );
  return {
    async allows(user, permission) {
      const { result } = await policy.handle(
        { permission },
        { credentials: { principal: { type: 'user', userEntityRef: user } } },
      );
      return result === 'ALLOW';
    },
    addLine: ([ref, permission]) => {
      const { permissions } = roles.find(role => role.ref === ref);
      index.setRule(ruleOf({ ref, permissions: [...permissions, permission] }));
    },
    removeLine: ([ref]) => {
      index.setRule(ruleOf(roles.find(role => role.ref === ref)));
    },
  };
}

/** Ours leaves permissions alone that nobody told it to enforce. */
function namesIn({ permissions, newPermission }) {
  return [...permissions, newPermission];
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
