import type { ActorFacts, RuleFacts } from './AccessFacts';
import { CompiledRule, compileRule, entityCriterion } from './CompiledRule';
import { Holder, removeFrom, RuleEntry } from './Holder';
import type { IndexedResource } from './IndexedResource';
import { MaskTable } from './MaskTable';
import {
  EVERYONE,
  GROUP_MEMBERS,
  isPerson,
  PeopleIndex,
  rolePrincipal,
} from './PeopleIndex';
import type { PrivilegeBit, PrivilegeTable } from './PrivilegeTable';
import type { ResourceIndex } from './ResourceIndex';
import type { SubjectView } from './SubjectView';

/** What rules are made ready with. */
export interface RuleSurroundings {
  privileges: PrivilegeTable;
  resources: ResourceIndex;
  people: PeopleIndex;
}

/** Rules whose holder depends on the resource: they are found by the relation, not by the person. */
const RELATION = 'relation:';
/** Whoever owns the resource. */
export const OWNERS = `${RELATION}owner`;
/** Whoever holds a stewardship role on the resource. */
export const responsible = (role: string) => `${RELATION}responsible:${role}`;

/** The rules, found by whom they give something to. */
export class RuleIndex {
  readonly #surroundings: RuleSurroundings;
  readonly #entries = new Map<string, RuleEntry>();
  readonly #holders = new Map<string, Holder>();
  readonly #onEntity = new Map<string, RuleEntry[]>();
  readonly #boundTo = new Map<string, RuleEntry[]>();
  /** The relations that some rule has named; there are as many as stewardship roles, and one. */
  readonly #relations = new Set<string>();
  readonly #owners: Holder;
  #epoch = 0;
  /** How many rules there have ever been. */
  #made = 0;

  constructor(surroundings: RuleSurroundings) {
    this.#surroundings = surroundings;
    this.#owners = this.holder(OWNERS);
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
          addTo(holder.rulesOnEntities, entry);
        } else if (holder.rules.at(-1) !== entry) {
          holder.add(entry, this.#whatGives);
        }
        if (isRelation(principal)) {
          this.#relations.add(principal);
        }
      }
      for (const ref of entities?.values ?? []) {
        addToList(this.#onEntity, ref, entry);
      }
      this.#changed(facts);
    }
    for (const { ref } of facts.boundTo ?? []) {
      addToList(this.#boundTo, ref, entry);
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

  /** Active rules for owners. */
  rulesOfOwners(): Iterable<CompiledRule> {
    return this.givenTo(OWNERS);
  }

  /** Active rules for those who hold a stewardship role. */
  rulesOfStewards(role: string): Iterable<CompiledRule> {
    return this.givenTo(responsible(role));
  }

  /** What somebody may do by rules that name him in any way, wherever they are about more than named entities. */
  fill(view: SubjectView): void {
    const tables: MaskTable[] = [];
    for (const principal of view.principals) {
      const holder = this.#holders.get(principal);
      if (holder && holder.rules.length > 0) {
        tables.push(this.#tableOf(holder));
      }
    }
    // the largest first: it leaves the least to be moved when the table grows
    tables.sort((a, b) => b.size - a.size);
    tables.forEach(table => view.table.includeTable(table));
  }

  /** What the rules give that name a resource, by holder. */
  own(resource: IndexedResource): MaskTable {
    if (!resource.own) {
      const entries = this.#onEntity.get(resource.facts.ref);
      resource.own = entries ? this.#ownTable(entries) : NOTHING;
    }
    return resource.own;
  }

  /** Whether owners may do something with what they own. */
  ownersMay(
    privilege: PrivilegeBit,
    resource: IndexedResource,
    now: number,
  ): boolean {
    return this.#relationMay(this.#owners, privilege, resource, now);
  }

  /** Whether those may do something who hold a stewardship role, with what they hold it on. */
  stewardsMay(
    role: string,
    privilege: PrivilegeBit,
    resource: IndexedResource,
    now: number,
  ): boolean {
    const holder = this.#holders.get(responsible(role));
    return (
      holder !== undefined &&
      this.#relationMay(holder, privilege, resource, now)
    );
  }

  /** Makes ready what owners and stewards may do. */
  prepareRelations(): void {
    this.#relations.forEach(relation => this.#tableOf(this.holder(relation)));
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
    for (const { facts } of this.#boundTo.get(ref) ?? []) {
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
        removeFromList(this.#onEntity, ref, entry);
      }
      this.#changed(facts);
    }
    for (const { ref } of facts.boundTo ?? []) {
      removeFromList(this.#boundTo, ref, entry);
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

  readonly #whatGives = (entry: RuleEntry): CompiledRule | undefined =>
    this.isIntact(entry.facts) ? this.#compiled(entry) : undefined;

  *#intact(entries: readonly RuleEntry[]): Iterable<CompiledRule> {
    for (const entry of entries) {
      if (this.isIntact(entry.facts)) {
        yield this.#compiled(entry);
      }
    }
  }

  #compiled(entry: RuleEntry): CompiledRule {
    const { privileges, resources } = this.#surroundings;
    entry.compiled ??= compileRule(entry.facts, privileges, resources.scopes);
    return entry.compiled;
  }

  #tableOf(holder: Holder): MaskTable {
    return holder.table(this.#whatGives);
  }

  #ownTable(entries: readonly RuleEntry[]): MaskTable {
    const table = new MaskTable(entries.length);
    for (const entry of entries) {
      if (this.isIntact(entry.facts)) {
        table.add(
          this.#compiled(entry),
          principalsNamed(entry.facts.actors).map(
            principal => this.holder(principal).number,
          ),
        );
      }
    }
    return table;
  }

  #relationMay(
    holder: Holder,
    privilege: PrivilegeBit,
    resource: IndexedResource,
    now: number,
  ): boolean {
    return (
      this.#tableOf(holder).gives(
        privilege,
        resource.scopes(),
        resource,
        now,
      ) ||
      this.own(resource).givesUnder(privilege, holder.number, resource, now)
    );
  }
}

const NOTHING = new MaskTable();

/** To whom rules are given, as the index names them. */
export function principalsNamed(actors: ActorFacts): string[] {
  return [
    ...(actors.users ?? []),
    ...(actors.groups ?? []),
    ...(actors.roles ?? []).map(rolePrincipal),
    ...(actors.allUsers ? [EVERYONE] : []),
    ...(actors.allGroups ? [GROUP_MEMBERS] : []),
    ...(actors.resourceOwners ? [OWNERS] : []),
    ...(actors.responsibilities ?? []).map(responsible),
  ];
}

function isRelation(principal: string): boolean {
  return principal.startsWith(RELATION);
}

function keyOf({ origin, id }: Pick<RuleFacts, 'origin' | 'id'>): string {
  return `${origin}:${id}`;
}

function addTo(list: RuleEntry[], entry: RuleEntry): void {
  // named twice by one rule, it comes twice in a row
  if (list.at(-1) !== entry) {
    list.push(entry);
  }
}

function addToList(
  lists: Map<string, RuleEntry[]>,
  key: string,
  entry: RuleEntry,
): void {
  const list = lists.get(key);
  if (list) {
    addTo(list, entry);
  } else {
    lists.set(key, [entry]);
  }
}

function removeFromList(
  lists: Map<string, RuleEntry[]>,
  key: string,
  entry: RuleEntry,
): void {
  const list = lists.get(key);
  if (list) {
    removeFrom(list, entry);
    if (list.length === 0) {
      lists.delete(key);
    }
  }
}
