import { principalsNamed, scopesNamed } from '../closures.mjs';

/**
 * What hash lookups can do and no more: for every user a table from scope to a mask of privileges. It has no time, no change of
 * anything but a whole user, no second criterion, no explaining: it is what the physics of a decision costs here.
 */
export class LimitIndex {
  #bits;
  #scopes = new Map();
  #givenTo = new Map();
  #givenToOwners = new Map();
  #datasets = new Map();
  #principals = new Map();
  #tables = new Map();

  constructor({ privileges, rules, datasets, users }) {
    this.#bits = new Map(privileges.map((name, at) => [name, 1 << at]));
    for (const rule of rules) this.#add(rule);
    for (const { ref, scopes, owner } of datasets) {
      this.#datasets.set(ref, {
        owner,
        scopes: scopes
          .map(scope => this.#scopes.get(scope))
          .filter(scope => scope !== undefined),
      });
    }
    for (const { ref, principals } of users) {
      this.#principals.set(ref, principals);
    }
  }

  /** Three texts in. */
  check(user, privilege, dataset) {
    const table = this.#tables.get(user) ?? this.warm(user);
    return this.checkIn(table, privilege, dataset);
  }

  /** For a caller that keeps the user's table. */
  checkIn(table, privilege, dataset) {
    const bit = this.#bits.get(privilege);
    const { owner, scopes } = this.#datasets.get(dataset);
    const { masks } = table;
    for (let at = 0; at < scopes.length; at++) {
      const mask = masks.get(scopes[at]);
      if (mask !== undefined && (mask & bit) !== 0) return true;
    }
    if (!table.principals.has(owner)) return false;
    for (let at = 0; at < scopes.length; at++) {
      const mask = this.#givenToOwners.get(scopes[at]);
      if (mask !== undefined && (mask & bit) !== 0) return true;
    }
    return false;
  }

  /** Makes the table of a user anew. */
  warm(user) {
    const principals = new Set(this.#principals.get(user));
    const masks = new Map();
    for (const principal of principals) {
      const given = this.#givenTo.get(principal) ?? [];
      for (let at = 0; at < given.length; at++) {
        const { mask, scopes } = given[at];
        for (let one = 0; one < scopes.length; one++) {
          const before = masks.get(scopes[one]);
          masks.set(scopes[one], before === undefined ? mask : before | mask);
        }
      }
    }
    const table = { principals, masks };
    this.#tables.set(user, table);
    return table;
  }

  #add({ privileges, principals, isForOwners, scopes: names }) {
    const mask = privileges.reduce((all, one) => all | this.#bits.get(one), 0);
    const scopes = names.map(name => this.#intern(name));
    for (const principal of principals) {
      const given = this.#givenTo.get(principal);
      if (given) given.push({ mask, scopes });
      else this.#givenTo.set(principal, [{ mask, scopes }]);
    }
    if (isForOwners) {
      for (const scope of scopes) {
        this.#givenToOwners.set(scope, this.#givenToOwners.get(scope) | mask);
      }
    }
  }

  #intern(scope) {
    let number = this.#scopes.get(scope);
    if (number === undefined) {
      number = this.#scopes.size;
      this.#scopes.set(scope, number);
    }
    return number;
  }
}

/** What the bare index is made of: users with whom they count as, datasets with what they are found by. */
export function limitInput(world, closures) {
  return {
    privileges: world.privileges,
    rules: world.rules.map(rule => ({
      privileges: rule.privileges,
      principals: principalsNamed(rule),
      isForOwners: rule.owners,
      scopes: scopesNamed(rule),
    })),
    datasets: world.datasets.map(dataset => ({
      ref: dataset.ref,
      owner: dataset.owner,
      scopes: closures.scopesOf(dataset),
    })),
    users: world.users.map(({ ref }) => ({
      ref,
      principals: closures.principalsOf(ref),
    })),
  };
}
