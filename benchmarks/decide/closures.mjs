/**
 * What follows from a world by walking up: whom a user counts as, and which domains a dataset is in. Peers get it ready-made;
 * our engine finds it itself.
 */
export class Closures {
  #groups;
  #domains;
  #users;
  #datasets;
  #roles = new Map();
  #principals = new Map();

  constructor({ groups, domains, users, datasets, roles }) {
    this.#groups = byRef(groups);
    this.#domains = byRef(domains);
    this.#users = byRef(users);
    this.#datasets = byRef(datasets);
    for (const { id, holders } of roles) {
      for (const holder of holders) {
        this.#roles.set(holder, [...(this.#roles.get(holder) ?? []), id]);
      }
    }
  }

  dataset(ref) {
    return this.#datasets.get(ref);
  }

  /** The user, its groups with all groups around them, and `role:<id>` for what any of them holds. */
  principalsOf(user) {
    let found = this.#principals.get(user);
    if (!found) {
      const refs = new Set([user]);
      for (const group of this.#users.get(user).groups) {
        this.#climb(group, refs);
      }
      const roles = [...refs].flatMap(ref => this.#roles.get(ref) ?? []);
      found = [...refs, ...new Set(roles.map(rolePrincipal))];
      this.#principals.set(user, found);
    }
    return found;
  }

  /** The domain of a dataset, and the one around it. */
  domainsOf({ domain }) {
    const { parent } = this.#domains.get(domain);
    return parent ? [domain, parent] : [domain];
  }

  /** What rules can name a dataset by. */
  scopesOf(dataset) {
    return [
      scopeKey('entity', dataset.ref),
      ...this.domainsOf(dataset).map(ref => scopeKey('domain', ref)),
      scopeKey('type', dataset.type),
    ];
  }

  #climb(group, refs) {
    if (refs.has(group)) return;
    refs.add(group);
    this.#groups.get(group).parents.forEach(ref => this.#climb(ref, refs));
  }
}

export const rolePrincipal = id => `role:${id}`;

export const scopeKey = (field, value) => `${field}=${value}`;

/** Whom a rule names, without those that depend on the dataset. */
export function principalsNamed({ users, groups, roles }) {
  return [...users, ...groups, ...roles.map(rolePrincipal)];
}

/** The scopes a rule is for. */
export function scopesNamed({ filter }) {
  return filter.values.map(value => scopeKey(filter.field, value));
}

function byRef(entities) {
  return new Map(entities.map(entity => [entity.ref, entity]));
}
