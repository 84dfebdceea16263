import { Random, zipf } from './random.mjs';

/** How large a portal is; `datasets`, `rules` and `seed` come from the row that is measured. */
export const SIZES = {
  users: 10_000,
  groups: 1_000,
  roles: 12,
  domains: 500,
  privileges: 24,
  requests: 4_000,
  /** So many of the requests come again and again where a warm decision is measured. */
  warmRequests: 400,
};

const TYPES = [
  [14, 'resource/dataset'],
  [3, 'resource/table'],
  [2, 'resource/view'],
  [1, 'api/dataset'],
];

/** At most so many rules are for a whole type or for owners; else 100,000 rules would allow everything. */
const MOST_BROAD = 20;
const MOST_FOR_OWNERS = 50;

/** What a domain grant of a level gives: on the datasets of the domain, or on little more than their pages. */
const LEVELS = {
  owner: { datasets: 10, page: 2 },
  'read-only': { datasets: 3, page: 1 },
};

/**
 * A portal made up from a seed: people in groups nested three deep, datasets in domains of two levels, and rules of the two
 * shapes that systems of this kind have: policies as DataHub writes them, and grants of a domain at a level.
 *
 * A rule is `{ id, kind, privileges, users, groups, roles, owners, filter: { field, values }, ends }`; everyone and everything
 * is named by its entity ref.
 */
export function makeWorld({ seed, datasets: size, rules: ruleCount }) {
  const random = new Random(seed);
  const privileges = range(SIZES.privileges, n => `metadata.privilege-${n}`);
  const groups = makeGroups(random);
  const users = makeUsers(random, groups);
  const roles = makeRoles(random, users, groups);
  const domains = makeDomains(random);
  const datasets = makeDatasets(random, size, { users, groups, domains });
  const world = { seed, privileges, users, groups, roles, domains, datasets };
  return { ...world, rules: makeRules(random, ruleCount, world) };
}

function range(count, make) {
  return Array.from({ length: count }, (_, n) => make(n));
}

/** One in twenty stands at the top, five in twenty in the middle, the others at the bottom. */
function makeGroups(random) {
  const tops = SIZES.groups / 20;
  const middles = tops * 6;
  return range(SIZES.groups, n => ({
    ref: `group:default/group-${n}`,
    parents:
      n < tops
        ? []
        : [
            `group:default/group-${
              n < middles
                ? random.below(tops)
                : random.between(tops, middles - 1)
            }`,
          ],
  }));
}

function makeUsers(random, groups) {
  return range(SIZES.users, n => ({
    ref: `user:default/user-${n}`,
    groups: random.some(groups, random.between(1, 4)).map(({ ref }) => ref),
  }));
}

function makeRoles(random, users, groups) {
  const direct = Math.round(SIZES.users / SIZES.roles / 2);
  return range(SIZES.roles, n => ({
    id: `role-${n}`,
    holders: [
      ...random.some(groups, 8).map(({ ref }) => ref),
      ...random.some(users, direct).map(({ ref }) => ref),
    ],
  }));
}

function makeDomains(random) {
  const tops = SIZES.domains / 5;
  return range(SIZES.domains, n => ({
    ref: `domain:default/domain-${n}`,
    parent:
      n < tops ? undefined : `domain:default/domain-${random.below(tops)}`,
  }));
}

function makeDatasets(random, size, { users, groups, domains }) {
  const drawDomain = zipf(domains.length);
  // which domains are large must not depend on their level
  const bySize = random.some(domains, domains.length);
  return range(size, n => {
    const type = random.weighted(TYPES);
    return {
      ref: `${type.split('/')[0]}:default/data-${n}`,
      type,
      domain: bySize[drawDomain(random)].ref,
      owner: random.oneOf(random.chance(0.8) ? groups : users).ref,
    };
  });
}

function makeRules(random, count, world) {
  let broad = Math.min(MOST_BROAD, Math.floor(count / 50));
  let forOwners = Math.min(MOST_FOR_OWNERS, Math.ceil(count / 50));
  return range(count, n => {
    if (n % 5 === 4) return domainGrant(random, n, world);
    const isForOwners = forOwners > 0;
    const isBroad = !isForOwners && broad > 0;
    if (isForOwners) forOwners -= 1;
    if (isBroad) broad -= 1;
    return {
      id: `rule-${n}`,
      kind: 'policy',
      privileges: random.some(world.privileges, random.between(1, 4)),
      ...NOBODY,
      ...(isForOwners ? { owners: true } : actors(random, world)),
      filter: filter(random, world, isForOwners || isBroad),
    };
  });
}

const NOBODY = { users: [], groups: [], roles: [], owners: false };

function actors(random, { users, groups, roles }) {
  const refs = (list, most) =>
    random.some(list, random.between(1, most)).map(({ ref }) => ref);
  return random.weighted([
    [50, () => ({ users: refs(users, 3) })],
    [40, () => ({ groups: refs(groups, 2) })],
    [10, () => ({ roles: [random.oneOf(roles).id] })],
  ])();
}

function filter(random, { datasets, domains }, isWide) {
  const refs = (list, most) =>
    random.some(list, random.between(1, most)).map(({ ref }) => ref);
  if (isWide) return { field: 'type', values: [random.weighted(TYPES)] };
  return random.chance(0.5)
    ? { field: 'entity', values: refs(datasets, 5) }
    : { field: 'domain', values: refs(domains, 3) };
}

function domainGrant(random, n, { users, groups, domains, privileges }) {
  const level = random.chance(0.4) ? 'owner' : 'read-only';
  const reach = random.chance(0.5) ? 'datasets' : 'page';
  return {
    id: `rule-${n}`,
    kind: 'grant',
    privileges: privileges.slice(0, LEVELS[level][reach]),
    ...NOBODY,
    ...(random.chance(0.6)
      ? { users: [random.oneOf(users).ref] }
      : { groups: [random.oneOf(groups).ref] }),
    filter: { field: 'domain', values: [random.oneOf(domains).ref] },
    ends: random.chance(0.5),
  };
}
