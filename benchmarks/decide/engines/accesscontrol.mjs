import { principalsNamed, scopesNamed } from '../closures.mjs';

/** For those who own the dataset. */
const OWNERS = 'owners';

/**
 * accesscontrol as a table of role x resource x action: its roles are whom rules name, its resources what they name datasets by,
 * its actions the privileges. The caller knows which of the user's roles exist, because the library throws for others.
 */
export async function makeEngine({ world, closures, peers }) {
  const { AccessControl } = await peers.import('accesscontrol', 'lib/index.js');
  const text = JSON.stringify(grants(world));
  let control;
  return {
    parse: () => JSON.parse(text),
    load(parsed) {
      control = new AccessControl(parsed);
    },
    prepare({ user, privilege, dataset: ref }) {
      const principals = closures.principalsOf(user);
      const dataset = closures.dataset(ref);
      const roles = [
        ...principals.map(nameOf),
        ...(principals.includes(dataset.owner) ? [OWNERS] : []),
      ].filter(role => control.hasRole(role));
      return {
        roles,
        action: nameOf(privilege),
        resources: closures.scopesOf(dataset).map(nameOf),
      };
    },
    decide({ roles, action, resources }) {
      if (roles.length === 0) return false;
      for (let at = 0; at < resources.length; at++) {
        if (control.can(roles).do(action, resources[at]).granted) return true;
      }
      return false;
    },
  };
}

function grants({ rules }) {
  const table = {};
  for (const rule of rules) {
    const roles = principalsNamed(rule).map(nameOf);
    if (rule.owners) roles.push(OWNERS);
    for (const role of roles) {
      for (const scope of scopesNamed(rule)) {
        for (const privilege of rule.privileges) {
          const resources = (table[role] ??= {});
          const actions = (resources[nameOf(scope)] ??= {});
          actions[nameOf(privilege)] = [{ possession: 'any' }];
        }
      }
    }
  }
  return table;
}

/** Its names are of letters, digits, `_` and `-`. */
function nameOf(text) {
  return text.replace(/[^A-Za-z0-9-]/g, '_');
}
