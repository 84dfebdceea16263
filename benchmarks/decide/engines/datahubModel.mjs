/**
 * A port of how DataHub decides, written from its description: the policies of a privilege are walked until one fits, and each
 * is held against the resource and then against the actor. What its server resolves by calls, the fields of the resource and
 * the groups and roles of the actor, is resolved before the clock starts.
 */
export async function makeEngine({ world, closures }) {
  const text = JSON.stringify(
    world.rules.map(({ privileges, users, groups, roles, owners, filter }) => ({
      privileges,
      actors: { users, groups, roles, resourceOwners: owners },
      criteria: [filter],
    })),
  );
  const policiesOf = new Map();
  return {
    parse: () => JSON.parse(text),
    load(parsed) {
      for (const policy of parsed) {
        const { users, groups, roles } = policy.actors;
        Object.assign(policy.actors, {
          users: new Set(users),
          groups: new Set(groups),
          roles: new Set(roles),
        });
        for (const privilege of policy.privileges) {
          const policies = policiesOf.get(privilege) ?? [];
          policies.push(policy);
          policiesOf.set(privilege, policies);
        }
      }
    },
    prepare({ user, privilege, dataset: ref }) {
      const principals = closures.principalsOf(user);
      const dataset = closures.dataset(ref);
      return {
        privilege,
        actor: {
          user,
          groups: principals.filter(one => one.startsWith('group:')),
          roles: principals
            .filter(one => one.startsWith('role:'))
            .map(one => one.slice('role:'.length)),
        },
        resource: {
          owners: [dataset.owner],
          fields: {
            entity: [ref],
            type: [dataset.type],
            domain: closures.domainsOf(dataset),
          },
        },
      };
    },
    decide({ privilege, actor, resource }) {
      const policies = policiesOf.get(privilege);
      if (policies === undefined) return false;
      for (let at = 0; at < policies.length; at++) {
        const { criteria, actors } = policies[at];
        if (fits(criteria, resource) && isFor(actors, actor, resource)) {
          return true;
        }
      }
      return false;
    },
  };
}

function fits(criteria, { fields }) {
  for (let at = 0; at < criteria.length; at++) {
    const { field, values } = criteria[at];
    if (!shareOne(fields[field], values)) return false;
  }
  return true;
}

function shareOne(present, wanted) {
  for (let at = 0; at < present.length; at++) {
    if (wanted.includes(present[at])) return true;
  }
  return false;
}

function isFor({ users, groups, roles, resourceOwners }, actor, { owners }) {
  return (
    users.has(actor.user) ||
    hasOne(groups, actor.groups) ||
    hasOne(roles, actor.roles) ||
    (resourceOwners &&
      (owners.includes(actor.user) ||
        actor.groups.some(group => owners.includes(group))))
  );
}

function hasOne(set, list) {
  for (let at = 0; at < list.length; at++) {
    if (set.has(list[at])) return true;
  }
  return false;
}
