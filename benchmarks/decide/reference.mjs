import { principalsNamed } from './closures.mjs';

/**
 * The answer that every engine has to give, found by looking at every rule that has the privilege: somebody may, when one of
 * them is for the person and for the dataset.
 */
export class Reference {
  #closures;
  #rules;

  constructor({ rules, privileges }, closures) {
    this.#closures = closures;
    this.#rules = new Map(
      privileges.map(privilege => [
        privilege,
        rules.filter(rule => rule.privileges.includes(privilege)),
      ]),
    );
  }

  /** @param without - a rule that is to be left out */
  isAllowed({ user, privilege, dataset: ref }, without) {
    const principals = new Set(this.#closures.principalsOf(user));
    const dataset = this.#closures.dataset(ref);
    const domains = this.#closures.domainsOf(dataset);
    return this.#rules
      .get(privilege)
      .some(
        rule =>
          rule !== without &&
          isAbout(rule.filter, dataset, domains) &&
          (principalsNamed(rule).some(one => principals.has(one)) ||
            (rule.owners && principals.has(dataset.owner))),
      );
  }
}

function isAbout({ field, values }, dataset, domains) {
  switch (field) {
    case 'entity':
      return values.includes(dataset.ref);
    case 'type':
      return values.includes(dataset.type);
    default:
      return domains.some(domain => values.includes(domain));
  }
}
