import { principalsNamed } from '../closures.mjs';

/**
 * CASL as its guide says: an Ability for every user, of the rules that name him, kept; the dataset is an object with what
 * conditions look at.
 */
export async function makeEngine({ world, closures, peers }) {
  const { createMongoAbility } = peers.require('@casl/ability');
  const text = JSON.stringify(
    world.rules.map(rule => ({
      principals: principalsNamed(rule),
      isForOwners: rule.owners,
      action: rule.privileges,
      conditions: conditions(rule.filter),
    })),
  );
  const datasets = new Map();
  const abilities = new Map();
  const givenTo = new Map();
  const forOwners = [];

  return {
    parse: () => JSON.parse(text),
    load(parsed) {
      for (const rule of parsed) {
        const { action, conditions: found } = rule;
        for (const principal of rule.principals) {
          const rules = givenTo.get(principal) ?? [];
          rules.push({ action, subject: 'Dataset', conditions: found });
          givenTo.set(principal, rules);
        }
        if (rule.isForOwners) forOwners.push({ action, conditions: found });
      }
    },
    prepare({ user, privilege, dataset }) {
      if (!abilities.has(user)) abilities.set(user, makeAbility(user));
      return {
        user,
        ability: abilities.get(user),
        privilege,
        dataset: datasetOf(dataset),
      };
    },
    decide: ({ ability, privilege, dataset }) =>
      ability.can(privilege, dataset),
    cool() {},
    decideCold: ({ user, privilege, dataset }) =>
      makeAbility(user).can(privilege, dataset),
  };

  function makeAbility(user) {
    const principals = closures.principalsOf(user);
    const rules = [];
    for (const principal of principals) {
      const given = givenTo.get(principal) ?? [];
      for (let at = 0; at < given.length; at++) rules.push(given[at]);
    }
    for (const { action, conditions: found } of forOwners) {
      rules.push({
        action,
        subject: 'Dataset',
        conditions: { ...found, owner: { $in: principals } },
      });
    }
    return createMongoAbility(rules, { detectSubjectType: () => 'Dataset' });
  }

  function datasetOf(ref) {
    if (!datasets.has(ref)) {
      const { type, owner, ...dataset } = closures.dataset(ref);
      const domains = closures.domainsOf(dataset);
      datasets.set(ref, { entity: ref, type, owner, domain: domains });
    }
    return datasets.get(ref);
  }
}

/** The cheapest condition that says it: one value needs no list. */
function conditions({ field, values }) {
  return { [field]: values.length === 1 ? values[0] : { $in: values } };
}
