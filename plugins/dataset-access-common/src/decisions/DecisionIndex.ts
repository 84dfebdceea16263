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
import { RuleTables } from './RuleTables';
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
  readonly #tables: RuleTables;
  readonly #privileges: PrivilegeTable;
  readonly #views = new Map<string, SubjectView>();

  constructor({ implied = () => [] }: DecisionIndexOptions = {}) {
    this.#privileges = new PrivilegeTable(implied);
    this.#rules = new RuleIndex({
      privileges: this.#privileges,
      resources: this.#resources,
      people: this.#people,
    });
    this.#tables = new RuleTables(this.#rules);
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
    const view = this.view(subject);
    return view !== undefined && this.#may(view, privilege, resource, now);
  }

  /**
   * As {@link DecisionIndex.check}, for a caller that has many questions about one subject and keeps its view. A view that
   * is no longer current is looked up again.
   */
  checkIn(
    view: SubjectView,
    privilege: string,
    resource: string | undefined,
    now: number,
  ): boolean {
    const current =
      view.epoch === this.#rules.epoch ? view : this.view(view.subject);
    return (
      current !== undefined && this.#may(current, privilege, resource, now)
    );
  }

  #may(
    view: SubjectView,
    privilege: string,
    resource: string | undefined,
    now: number,
  ): boolean {
    if (resource === undefined) {
      const bit = this.#privileges.find(privilege) ?? this.#findLate(privilege);
      return bit !== undefined && view.table.gives(bit, [], undefined, now);
    }
    const target = this.#resources.get(resource);
    if (target === undefined) {
      return false;
    }
    const own = target.own ?? this.#tables.own(target);
    const bit = this.#privileges.find(privilege) ?? this.#findLate(privilege);
    return (
      bit !== undefined &&
      (view.table.gives(bit, target.scopes(), target, now) ||
        (own.mentions(bit.word, bit.bit) &&
          own.gives(bit, view.holders, target, now)) ||
        (this.#tables.ownersMay(bit, target, now) &&
          view.countsAsAny(target.facts.owners)) ||
        (target.responsibilities !== undefined &&
          this.#stewardMay(view, target, bit, now)))
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
  responsibilitiesOf(
    principals: ReadonlySet<string>,
    now: number,
  ): Iterable<ResponsibilityFacts> {
    return this.#resources.responsibilitiesOf(
      principals,
      now,
      ref => this.#people.get(ref)?.uid,
    );
  }

  setRule(rule: RuleFacts): void {
    this.#rules.set(rule);
  }

  deleteRule(rule: Pick<RuleFacts, 'origin' | 'id'>): void {
    this.#rules.delete(rule);
  }

  setRoleBinding(binding: RoleBindingFacts): void {
    const before = this.#people.binding(binding.id);
    this.#people.bind(binding);
    this.#rules.touch(binding.subject);
    if (before) {
      this.#rules.touch(before.subject);
    }
  }

  deleteRoleBinding(id: string): void {
    const before = this.#people.binding(id);
    this.#people.unbind(id);
    if (before) {
      this.#rules.touch(before.subject);
    }
  }

  setResponsibility(responsibility: ResponsibilityFacts): void {
    this.#resources.give(responsibility);
  }

  deleteResponsibility(id: string): void {
    this.#resources.take(id);
  }

  setPerson(person: PersonFacts): void {
    const before = this.#people.get(person.ref)?.uid;
    this.#people.set(person);
    this.#rules.touch(person.ref);
    if (before !== person.uid) {
      this.#rules.rebind(person.ref);
    }
  }

  deletePerson(ref: string): void {
    this.#people.delete(ref);
    this.#rules.touch(ref);
    this.#rules.rebind(ref);
  }

  setResource(resource: ResourceFacts): void {
    const before = this.#resources.get(resource.ref)?.facts.uid;
    this.#resources.set(resource);
    if (before !== resource.uid) {
      this.#rules.rebind(resource.ref);
    }
  }

  deleteResource(ref: string): void {
    this.#resources.delete(ref);
    this.#rules.rebind(ref);
  }

  /** The table of a user or group; `undefined` when there is none. */
  view(subject: string): SubjectView | undefined {
    const view = this.#views.get(subject);
    return view !== undefined && view.epoch === this.#rules.epoch
      ? view
      : this.#renewView(subject, view);
  }

  #renewView(
    subject: string,
    before: SubjectView | undefined,
  ): SubjectView | undefined {
    if (before?.isCurrent()) {
      before.epoch = this.#rules.epoch;
      return before;
    }
    const principals = this.#people.principalsOf(subject);
    if (!principals) {
      this.#views.delete(subject);
      return undefined;
    }
    const view = new SubjectView(
      subject,
      principals,
      this.#tables.tableFor(principals.all),
      principal => this.#rules.holder(principal),
    );
    view.epoch = this.#rules.epoch;
    this.#views.set(subject, view);
    return view;
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
        this.#tables.stewardsMay(role, bit, target, now),
    );
  }

  /** A privilege gets its bit from the first rule that is made ready; this makes ready what has not been asked for yet. */
  #findLate(privilege: string): PrivilegeBit | undefined {
    this.#tables.prepareRelations();
    return this.#privileges.find(privilege);
  }
}
