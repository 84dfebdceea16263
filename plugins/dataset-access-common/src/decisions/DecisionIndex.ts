import type {
  AccessFacts,
  PersonFacts,
  ResourceFacts,
  ResponsibilityFacts,
  RoleBindingFacts,
  RuleFacts,
} from './AccessFacts';
import { IndexedResource } from './IndexedResource';
import { PeopleIndex } from './PeopleIndex';
import { PrivilegeBit, PrivilegeTable } from './PrivilegeTable';
import { ResourceIndex } from './ResourceIndex';
import { RuleIndex } from './RuleIndex';
import { SubjectView } from './SubjectView';

/**
 * How a decision index is set up.
 *
 * @public
 */
export interface DecisionIndexOptions {
  /** What else somebody may do who holds a privilege. Absent: nothing. */
  implied?: (privilege: string) => readonly string[];
}

/**
 * Everything that decides who may do what, arranged so that a decision costs a handful of lookups however many rules,
 * people and resources there are (design §6). It is kept current change by change: a table of what somebody may do is made
 * when first asked for and thrown away when something it was made from changes.
 *
 * It knows nothing of time: every question carries the moment it is asked for.
 *
 * @public
 */
export class DecisionIndex {
  readonly #people = new PeopleIndex();
  readonly #resources = new ResourceIndex();
  readonly #rules: RuleIndex;
  readonly #privileges: PrivilegeTable;
  readonly #views = new Map<string, SubjectView>();
  /** Which views were made from a principal. */
  readonly #viewsOn = new Map<string, Set<SubjectView>>();

  constructor({ implied = () => [] }: DecisionIndexOptions = {}) {
    this.#privileges = new PrivilegeTable(implied);
    this.#rules = new RuleIndex({
      privileges: this.#privileges,
      resources: this.#resources,
      people: this.#people,
    });
  }

  /** Makes an index of all facts at once. */
  static of(
    facts: Partial<AccessFacts>,
    options?: DecisionIndexOptions,
  ): DecisionIndex {
    const index = new DecisionIndex(options);
    for (const person of facts.people ?? []) {
      index.#people.set(person);
    }
    for (const resource of facts.resources ?? []) {
      index.#resources.set(resource);
    }
    for (const binding of facts.roleBindings ?? []) {
      index.#people.bind(binding);
    }
    for (const responsibility of facts.responsibilities ?? []) {
      index.#resources.give(responsibility);
    }
    for (const rule of facts.rules ?? []) {
      index.#rules.set(rule);
    }
    return index;
  }

  /**
   * Whether somebody holds a privilege on a resource, or at all when none is given, at a moment. Denies whoever and
   * whatever it does not know.
   *
   * @param subject - canonical ref of a User or Group
   * @param resource - canonical ref
   * @param now - in ms since the epoch
   */
  check(
    subject: string,
    privilege: string,
    resource: string | undefined,
    now: number,
  ): boolean {
    const view = this.#views.get(subject) ?? this.#makeView(subject);
    if (view === undefined) {
      return false;
    }
    const bit = this.#privileges.find(privilege) ?? this.#findLate(privilege);
    if (bit === undefined) {
      return false;
    }
    if (resource === undefined) {
      return view.table.gives(bit, undefined, now);
    }
    const target = this.#resources.get(resource);
    if (target === undefined) {
      return false;
    }
    return (
      view.table.gives(bit, target, now) ||
      (this.#rules.owners.gives(bit, target, now) &&
        view.countsAsAny(target.facts.owners)) ||
      (target.responsibilities !== undefined &&
        this.#stewardMay(view, target, bit, now))
    );
  }

  /** What there is to find rules, people and resources by; for explaining and listing. */
  get rules(): RuleIndex {
    return this.#rules;
  }

  get people(): PeopleIndex {
    return this.#people;
  }

  get resources(): ResourceIndex {
    return this.#resources;
  }

  get privileges(): PrivilegeTable {
    return this.#privileges;
  }

  /** The responsibilities on a resource that count at a moment. */
  responsibilitiesOn(
    resource: IndexedResource,
    now: number,
  ): ResponsibilityFacts[] {
    return this.#resources.responsibilitiesOn(
      resource,
      now,
      ref => this.#people.get(ref)?.uid,
    );
  }

  /** The responsibilities that some principals hold at a moment, on resources that exist. */
  *responsibilitiesOf(
    principals: ReadonlySet<string>,
    now: number,
  ): Iterable<ResponsibilityFacts> {
    for (const resource of this.#resources.withResponsibilities()) {
      for (const one of this.responsibilitiesOn(resource, now)) {
        if (principals.has(one.subject)) {
          yield one;
        }
      }
    }
  }

  setRule(rule: RuleFacts): void {
    this.#forget(this.#rules.set(rule));
  }

  deleteRule(rule: Pick<RuleFacts, 'origin' | 'id'>): void {
    this.#forget(this.#rules.delete(rule));
  }

  setRoleBinding(binding: RoleBindingFacts): void {
    const before = this.#people.binding(binding.id);
    this.#people.bind(binding);
    this.#forget([binding.subject, ...(before ? [before.subject] : [])]);
  }

  deleteRoleBinding(id: string): void {
    const before = this.#people.binding(id);
    this.#people.unbind(id);
    this.#forget(before ? [before.subject] : []);
  }

  setResponsibility(responsibility: ResponsibilityFacts): void {
    this.#resources.give(responsibility);
  }

  deleteResponsibility(id: string): void {
    this.#resources.take(id);
  }

  setPerson(person: PersonFacts): void {
    this.#people.set(person);
    this.#forget([person.ref, ...this.#rules.rebind(person.ref)]);
  }

  deletePerson(ref: string): void {
    this.#people.delete(ref);
    this.#forget([ref, ...this.#rules.rebind(ref)]);
  }

  setResource(resource: ResourceFacts): void {
    const before = this.#resources.get(resource.ref)?.facts.uid;
    this.#resources.set(resource);
    if (before !== resource.uid) {
      this.#forget(this.#rules.rebind(resource.ref));
    }
  }

  deleteResource(ref: string): void {
    this.#resources.delete(ref);
    this.#forget(this.#rules.rebind(ref));
  }

  /** The table of a user or group; `undefined` when there is none. */
  view(subject: string): SubjectView | undefined {
    return this.#views.get(subject) ?? this.#makeView(subject);
  }

  #makeView(subject: string): SubjectView | undefined {
    const principals = this.#people.principalsOf(subject);
    if (!principals) {
      return undefined;
    }
    const view = new SubjectView(subject, principals);
    for (const principal of principals.all) {
      for (const rule of this.#rules.givenTo(principal)) {
        view.table.add(rule);
      }
    }
    for (const ref of view.dependsOn) {
      const views = this.#viewsOn.get(ref);
      if (views) {
        views.add(view);
      } else {
        this.#viewsOn.set(ref, new Set([view]));
      }
    }
    this.#views.set(subject, view);
    return view;
  }

  /** Throws the tables away that were made from some principals. */
  #forget(principals: Iterable<string>): void {
    for (const principal of principals) {
      for (const view of [...(this.#viewsOn.get(principal) ?? [])]) {
        this.#views.delete(view.subject);
        for (const ref of view.dependsOn) {
          const views = this.#viewsOn.get(ref);
          views?.delete(view);
          if (views?.size === 0) {
            this.#viewsOn.delete(ref);
          }
        }
      }
    }
  }

  #stewardMay(
    view: SubjectView,
    target: IndexedResource,
    bit: PrivilegeBit,
    now: number,
  ): boolean {
    return this.responsibilitiesOn(target, now).some(
      ({ role, subject }) =>
        view.principals.has(subject) &&
        this.#rules.stewards(role).gives(bit, target, now),
    );
  }

  /** A privilege gets its bit from the first rule that is made ready; this makes ready what has not been asked for yet. */
  #findLate(privilege: string): PrivilegeBit | undefined {
    this.#rules.prepareRelations();
    return this.#privileges.find(privilege);
  }
}
