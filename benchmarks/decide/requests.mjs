import { principalsNamed } from './closures.mjs';
import { Random } from './random.mjs';
import { SIZES } from './world.mjs';

/** Half of the requests aim at what some rule allows, half at nothing in particular. */
export function makeRequests(world, closures) {
  const random = new Random(world.seed + 1);
  const aim = new Aim(world, closures, random);
  const requests = [];
  while (requests.length < SIZES.requests) {
    const request =
      requests.length % 2 === 0
        ? aim.at(random.oneOf(world.rules))
        : {
            user: random.oneOf(world.users).ref,
            privilege: random.oneOf(world.privileges),
            dataset: random.oneOf(world.datasets).ref,
          };
    if (request) requests.push(request);
  }
  // requests come from outside: their texts are not the very strings that the rules are made of
  return JSON.parse(JSON.stringify(requests));
}

/** Makes requests that a rule allows. */
export class Aim {
  #random;
  #datasets;
  #owners;
  #members;
  #inDomain;

  constructor(world, closures, random) {
    this.#random = random;
    this.#datasets = grouped(world.datasets, ({ type }) => [type]);
    this.#owners = new Map(
      world.datasets.map(({ ref, owner }) => [ref, owner]),
    );
    this.#members = grouped(world.users, ({ ref }) =>
      closures.principalsOf(ref),
    );
    this.#inDomain = grouped(world.datasets, dataset =>
      closures.domainsOf(dataset),
    );
  }

  /** `undefined` when nobody or nothing fits the rule. */
  at(rule) {
    const random = this.#random;
    const value = random.oneOf(rule.filter.values);
    const dataset = {
      entity: () => value,
      domain: () => this.#one(this.#inDomain, value),
      type: () => this.#one(this.#datasets, value),
    }[rule.filter.field]();
    const user = this.#one(
      this.#members,
      rule.owners
        ? this.#owners.get(dataset)
        : random.oneOf(principalsNamed(rule)),
    );
    const privilege = random.oneOf(rule.privileges);
    return user && dataset && { user, privilege, dataset };
  }

  #one(lists, key) {
    const list = lists.get(key);
    return list && this.#random.oneOf(list);
  }
}

/** The refs of entities, by each of their keys. */
function grouped(entities, keysOf) {
  const lists = new Map();
  for (const entity of entities) {
    for (const key of keysOf(entity)) {
      const list = lists.get(key);
      if (list) list.push(entity.ref);
      else lists.set(key, [entity.ref]);
    }
  }
  return lists;
}
