import { principalsNamed, scopesNamed } from '../closures.mjs';

const OWNERS = 'owners';

/** RBAC with roles of resources; what is cheapest to compare, and rules most out, stands first. */
const MODEL = `
[request_definition]
r = sub, obj, act, owns
[policy_definition]
p = sub, obj, act
[role_definition]
g = _, _
g2 = _, _
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.act == p.act && g2(r.obj, p.obj) && (g(r.sub, p.sub) || (r.owns && p.sub == "${OWNERS}"))
`;

/**
 * casbin in one enforcer. Its rows are pushed into its model directly, which is faster than its own loader; links from datasets
 * to what rules name them by are only made for the datasets that are asked for.
 */
export async function makeEngine({ world, closures, peers, requests }) {
  const { newEnforcer, newModelFromString } = peers.require('casbin');
  const rows = JSON.stringify(policyRows(world));
  const links = roleLinks(world);
  const asked = new Set(requests.map(({ dataset }) => dataset));
  const resourceLinks = [...asked].flatMap(ref =>
    closures.scopesOf(closures.dataset(ref)).map(scope => [ref, scope]),
  );
  let enforcer;
  return {
    parse: () => JSON.parse(rows),
    async load(parsed) {
      const model = newModelFromString(MODEL);
      const sections = model.model;
      const assertion = sections.get('p').get('p');
      for (const row of parsed) {
        assertion.policy.push(row);
        assertion.policyMap?.set(row.join(','), assertion.policy.length - 1);
      }
      sections.get('g').get('g').policy = links;
      sections.get('g').get('g2').policy = resourceLinks;
      enforcer = await newEnforcer(model);
      await enforcer.buildRoleLinks();
    },
    prepare({ user, privilege, dataset }) {
      const { owner } = closures.dataset(dataset);
      const owns = closures.principalsOf(user).includes(owner);
      return { user, privilege, dataset, owns };
    },
    decide: ({ user, privilege, dataset, owns }) =>
      enforcer.enforceSync(user, dataset, privilege, owns),
  };
}

function policyRows({ rules }) {
  return rules.flatMap(rule =>
    [...principalsNamed(rule), ...(rule.owners ? [OWNERS] : [])].flatMap(who =>
      scopesNamed(rule).flatMap(scope =>
        rule.privileges.map(privilege => [who, scope, privilege]),
      ),
    ),
  );
}

function roleLinks({ users, groups, roles }) {
  return [
    ...users.flatMap(user => user.groups.map(group => [user.ref, group])),
    ...groups.flatMap(group => group.parents.map(one => [group.ref, one])),
    ...roles.flatMap(role =>
      role.holders.map(holder => [holder, `role:${role.id}`]),
    ),
  ];
}
