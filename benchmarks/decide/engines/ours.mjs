import { principalsNamed } from '../closures.mjs';

const DAY = 86_400_000;

/** The world as the product gets it: facts, in the form in which they are stored and sent. */
export function facts(world, now) {
  return {
    people: [
      ...world.groups.map(({ ref, parents }) => ({
        ref,
        uid: uidOf(ref),
        groups: parents,
      })),
      ...world.users.map(({ ref, groups }) => ({
        ref,
        uid: uidOf(ref),
        groups,
      })),
    ],
    resources: [
      ...world.domains.map(({ ref, parent }) => ({
        ...resource(ref),
        domains: parent ? [parent] : [],
      })),
      ...world.datasets.map(({ ref, type, domain, owner }) => ({
        ...resource(ref),
        type: type.split('/')[1],
        owners: [owner],
        domains: [domain],
      })),
    ],
    roleBindings: world.roles.flatMap(({ id, holders }) =>
      holders.map(subject => ({
        id: `${id} ${subject}`,
        role: id,
        subject,
        subjectUid: uidOf(subject),
      })),
    ),
    rules: world.rules.map(rule => ruleFacts(rule, now)),
  };
}

export function ruleFacts(rule, now) {
  const { id, kind, privileges, users, groups, roles, owners, filter } = rule;
  return {
    id,
    origin: kind,
    name: `Rule ${id}`,
    type: 'metadata',
    state: 'active',
    privileges,
    actors: {
      ...(users.length > 0 && { users }),
      ...(groups.length > 0 && { groups }),
      ...(roles.length > 0 && { roles }),
      ...(owners && { resourceOwners: true }),
    },
    resources: [{ ...filter, operator: 'equals' }],
    // a grant is for the very person and the very domain, and half of them end some day
    ...(kind === 'grant' && {
      boundTo: [...users, ...groups, ...filter.values].map(ref => ({
        ref,
        uid: uidOf(ref),
      })),
      ...(rule.ends && { until: now + 100 * DAY }),
    }),
  };
}

const uidOf = ref => `uid of ${ref}`;

const resource = ref => ({
  ref,
  uid: uidOf(ref),
  owners: [],
  domains: [],
  tags: [],
  labels: {},
});

/** Our engine, asked with three texts. */
export async function makeEngine({ world, closures, now, product }) {
  const { DecisionIndex } = await import(product);
  const text = JSON.stringify(facts(world, now));
  const givenTo = new Map();
  let index;
  let turn = 0;
  return {
    parse: () => JSON.parse(text),
    load(parsed) {
      index = DecisionIndex.of(parsed);
    },
    makesReady: true,
    index: () => index,
    prepare: request => request,
    decide: ({ user, privilege, dataset }, at) =>
      index.check(user, privilege, dataset, at),
    /** Changes something about a user, and a rule that has to do with him: nothing made for him can be used again. */
    cool({ user }) {
      index.setPerson(index.people.get(user));
      const rules = rulesOf(user);
      if (rules.length > 0) {
        index.setRule(rules[turn % rules.length]);
        turn += 1;
      }
    },
    decideCold: ({ user, privilege, dataset }, at) =>
      index.check(user, privilege, dataset, at),
  };

  /** Rules about more than a few named datasets, which are the ones that a user's table is made of. */
  function rulesOf(user) {
    if (givenTo.size === 0) {
      for (const rule of world.rules) {
        if (rule.filter.field === 'entity') continue;
        for (const principal of principalsNamed(rule)) {
          const rules = givenTo.get(principal) ?? [];
          rules.push(ruleFacts(rule, now));
          givenTo.set(principal, rules);
        }
      }
    }
    return closures
      .principalsOf(user)
      .flatMap(principal => givenTo.get(principal) ?? []);
  }
}
