import type { RuleFacts } from './AccessFacts';
import { CompiledRule, compileRule, entityCriterion } from './CompiledRule';
import { Holder, removeFrom, RuleEntry } from './Holder';
import { isPerson, PeopleIndex } from './PeopleIndex';
import {
  isRelation,
  OWNERS,
  principalsNamed,
  responsible,
} from './principalsNamed';
import type { PrivilegeTable } from './PrivilegeTable';
import type { ResourceIndex } from './ResourceIndex';
import { RuleLists } from './RuleLists';

/** What rules are made ready with. */
export interface RuleSurroundings {
  privileges: PrivilegeTable;
  resources: ResourceIndex;
  people: PeopleIndex;
}

/** The rules, found by whom they give something to. */
export class RuleIndex {
  readonly #surroundings: RuleSurroundings;
  readonly #entries = new Map<string, RuleEntry>();
  readonly #holders = new Map<string, Holder>();
  readonly #onEntity = new RuleLists();
  readonly #boundTo = new RuleLists();
  /** The relations that some rule has named; there are as many as stewardship roles, and one. */
  readonly relations = new Set<string>();
  #epoch = 0;
  /** How many rules there have ever been. */
  #made = 0;

  constructor(surroundings: RuleSurroundings) {
    this.#surroundings = surroundings;
  }

  /** Grows with every change after which somebody's table may have to be made anew. */
  get epoch(): number {
    return this.#epoch;
  }

  get(rule: Pick<RuleFacts, 'origin' | 'id'>): RuleFacts | undefined {
    return this.#entries.get(keyOf(rule))?.facts;
  }

  *all(): Iterable<RuleFacts> {
    for (const { facts } of this.#entries.values()) {
      yield facts;
    }
  }

  /** `undefined` for a principal that nothing has ever been given to. */
  find(principal: string): Holder | undefined {
    return this.#holders.get(principal);
  }

  holder(principal: string): Holder {
    let holder = this.#holders.get(principal);
    if (!holder) {
      holder = new Holder(this.#holders.size);
      this.#holders.set(principal, holder);
    }
    return holder;
  }

  /** Says that something else has changed about a principal than its rules. */
  touch(principal: string): void {
    const holder = this.#holders.get(principal);
    if (holder) {
      holder.version += 1;
      this.#epoch += 1;
    }
  }

  set(facts: RuleFacts): void {
    const key = keyOf(facts);
    const before = this.#entries.get(key);
    if (before) {
      this.#remove(before);
    }
    const entry: RuleEntry = { number: this.#made, facts, compiled: undefined };
    this.#made += 1;
    this.#entries.set(key, entry);
    if (facts.state === 'active') {
      const entities = entityCriterion(facts);
      for (const principal of principalsNamed(facts.actors)) {
        const holder = this.holder(principal);
        if (entities) {
          holder.addOnEntities(entry);
        } else {
          holder.add(entry, this.whatGives);
        }
        if (isRelation(principal)) {
          this.relations.add(principal);
        }
      }
      for (const ref of entities?.values ?? []) {
        this.#onEntity.add(ref, entry);
      }
      this.#changed(facts);
    }
    for (const { ref } of facts.boundTo ?? []) {
      this.#boundTo.add(ref, entry);
    }
  }

  delete(rule: Pick<RuleFacts, 'origin' | 'id'>): void {
    const key = keyOf(rule);
    const entry = this.#entries.get(key);
    if (entry) {
      this.#entries.delete(key);
      this.#remove(entry);
    }
  }

  /** Active rules that name a principal and are not bound to something that is gone. */
  *givenTo(principal: string): Iterable<CompiledRule> {
    const holder = this.#holders.get(principal);
    if (holder) {
      yield* this.#intact(holder.rules);
      yield* this.#intact(holder.rulesOnEntities);
    }
  }

  /** Active rules that are not bound to something that is gone, with whom they are given to. */
  *inForce(): Iterable<{ rule: CompiledRule; principals: string[] }> {
    for (const entry of this.#entries.values()) {
      if (entry.facts.state === 'active' && this.isIntact(entry.facts)) {
        yield {
          rule: this.#compiled(entry),
          principals: principalsNamed(entry.facts.actors),
        };
      }
    }
  }

  /** In how many places rules can give something, beside named entities. */
  get places(): number {
    const { resources, privileges } = this.#surroundings;
    return resources.scopes.size * privileges.words;
  }

  /** Active rules that name an entity. */
  onEntity(ref: string): readonly RuleEntry[] {
    return this.#onEntity.get(ref);
  }

  /** Active rules for owners. */
  rulesOfOwners(): Iterable<CompiledRule> {
    return this.givenTo(OWNERS);
  }

  /** Active rules for those who hold a stewardship role. */
  rulesOfStewards(role: string): Iterable<CompiledRule> {
    return this.givenTo(responsible(role));
  }

  /** Whether a rule is bound to nothing that is gone or has become something else. */
  isIntact({ boundTo }: RuleFacts): boolean {
    if (boundTo === undefined) {
      return true;
    }
    const { people, resources } = this.#surroundings;
    return boundTo.every(
      ({ ref, uid }) =>
        (isPerson(ref) ? people.get(ref) : resources.get(ref)?.facts)?.uid ===
        uid,
    );
  }

  /** Looks again at the rules that are bound to an entity, because it came, went or was replaced. */
  rebind(ref: string): void {
    for (const { facts } of this.#boundTo.get(ref)) {
      if (!entityCriterion(facts)) {
        for (const principal of principalsNamed(facts.actors)) {
          this.holder(principal).forget();
        }
      }
      this.#changed(facts);
    }
  }

  #remove(entry: RuleEntry): void {
    const { facts } = entry;
    if (facts.state === 'active') {
      const entities = entityCriterion(facts);
      for (const principal of principalsNamed(facts.actors)) {
        const holder = this.holder(principal);
        if (entities) {
          removeFrom(holder.rulesOnEntities, entry);
        } else {
          holder.remove(entry);
        }
      }
      for (const ref of entities?.values ?? []) {
        this.#onEntity.remove(ref, entry);
      }
      this.#changed(facts);
    }
    for (const { ref } of facts.boundTo ?? []) {
      this.#boundTo.remove(ref, entry);
    }
  }

  /** Throws away what was made from a rule. */
  #changed(facts: RuleFacts): void {
    const entities = entityCriterion(facts);
    if (entities) {
      const { resources } = this.#surroundings;
      for (const ref of entities.values) {
        const resource = resources.get(ref);
        if (resource) {
          resource.own = undefined;
        }
      }
      return;
    }
    this.#epoch += 1;
  }

  /** A rule made ready; `undefined` when it is bound to something that is gone. */
  readonly whatGives = (entry: RuleEntry): CompiledRule | undefined =>
    this.isIntact(entry.facts) ? this.#compiled(entry) : undefined;

  *#intact(entries: readonly RuleEntry[]): Iterable<CompiledRule> {
    for (const entry of entries) {
      const rule = this.whatGives(entry);
      if (rule) {
        yield rule;
      }
    }
  }

  #compiled(entry: RuleEntry): CompiledRule {
    const { privileges, resources } = this.#surroundings;
    entry.compiled ??= compileRule(entry.facts, privileges, resources.scopes);
    return entry.compiled;
  }
}

function keyOf({ origin, id }: Pick<RuleFacts, 'origin' | 'id'>): string {
  return `${origin}:${id}`;
}
