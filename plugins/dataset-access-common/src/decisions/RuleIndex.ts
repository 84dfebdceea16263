import type { ActorFacts, RuleFacts } from './AccessFacts';
import { CompiledRule, compileRule } from './CompiledRule';
import { MaskTable } from './MaskTable';
import {
  EVERYONE,
  GROUP_MEMBERS,
  isPerson,
  PeopleIndex,
  rolePrincipal,
} from './PeopleIndex';
import type { PrivilegeTable } from './PrivilegeTable';
import type { ResourceIndex } from './ResourceIndex';

/** What rules are made ready with. */
export interface RuleSurroundings {
  privileges: PrivilegeTable;
  resources: ResourceIndex;
  people: PeopleIndex;
}

interface RuleEntry {
  facts: RuleFacts;
  /** Made when first needed: most rules of a large portal are never asked for in one process. */
  compiled?: CompiledRule;
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
  readonly #given = new Map<string, Set<RuleEntry>>();
  readonly #boundTo = new Map<string, Set<RuleEntry>>();
  /** The relations that some rule has named; there are as many as stewardship roles, and one. */
  readonly #relations = new Set<string>();
  readonly #relationTables = new Map<string, MaskTable>();
  /** The one that nearly every decision asks for. */
  #owners: MaskTable | undefined;

  constructor(surroundings: RuleSurroundings) {
    this.#surroundings = surroundings;
  }

  get(rule: Pick<RuleFacts, 'origin' | 'id'>): RuleFacts | undefined {
    return this.#entries.get(keyOf(rule))?.facts;
  }

  *all(): Iterable<RuleFacts> {
    for (const { facts } of this.#entries.values()) {
      yield facts;
    }
  }

  /** @returns the principals whose rules changed */
  set(facts: RuleFacts): string[] {
    const changed = this.delete(facts);
    const entry: RuleEntry = { facts };
    this.#entries.set(keyOf(facts), entry);
    const principals = principalsNamed(facts.actors);
    if (facts.state === 'active') {
      for (const principal of principals) {
        add(this.#given, principal, entry);
      }
      principals.filter(isRelation).forEach(one => this.#relations.add(one));
      this.#forgetRelations(principals);
    }
    for (const { ref } of facts.boundTo ?? []) {
      add(this.#boundTo, ref, entry);
    }
    return [...changed, ...principals];
  }

  /** @returns the principals whose rules changed */
  delete(rule: Pick<RuleFacts, 'origin' | 'id'>): string[] {
    const entry = this.#entries.get(keyOf(rule));
    if (!entry) {
      return [];
    }
    const principals = principalsNamed(entry.facts.actors);
    this.#entries.delete(keyOf(rule));
    principals.forEach(principal => remove(this.#given, principal, entry));
    entry.facts.boundTo?.forEach(({ ref }) =>
      remove(this.#boundTo, ref, entry),
    );
    this.#forgetRelations(principals);
    return principals;
  }

  /** Active rules that name a principal and are not bound to something that is gone. */
  *givenTo(principal: string): Iterable<CompiledRule> {
    for (const entry of this.#given.get(principal) ?? []) {
      if (this.isIntact(entry.facts)) {
        yield this.#compiled(entry);
      }
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

  /** What owners may do with what they own. */
  get owners(): MaskTable {
    this.#owners ??= this.#tableOf(OWNERS);
    return this.#owners;
  }

  /** What those may do who hold a stewardship role, with what they hold it on. */
  stewards(role: string): MaskTable {
    return this.#tableOf(responsible(role));
  }

  /** Makes ready what owners and stewards may do. */
  prepareRelations(): void {
    this.#relations.forEach(relation => this.#tableOf(relation));
  }

  /** Whether a rule is bound to nothing that is gone or has become something else. */
  isIntact({ boundTo }: RuleFacts): boolean {
    const { people, resources } = this.#surroundings;
    return (boundTo ?? []).every(
      ({ ref, uid }) =>
        (isPerson(ref) ? people.get(ref) : resources.get(ref)?.facts)?.uid ===
        uid,
    );
  }

  /**
   * Looks again at the rules that are bound to an entity, because it came, went or was replaced.
   *
   * @returns the principals whose rules may have changed
   */
  rebind(ref: string): string[] {
    const principals = [...(this.#boundTo.get(ref) ?? [])].flatMap(
      ({ facts }) => principalsNamed(facts.actors),
    );
    this.#forgetRelations(principals);
    return principals;
  }

  #compiled(entry: RuleEntry): CompiledRule {
    const { privileges, resources } = this.#surroundings;
    entry.compiled ??= compileRule(
      entry.facts,
      privileges,
      resources.scopes,
      ref => resources.get(ref)?.forgetScopes(),
    );
    return entry.compiled;
  }

  #tableOf(relation: string): MaskTable {
    let table = this.#relationTables.get(relation);
    if (!table) {
      table = new MaskTable();
      for (const rule of this.givenTo(relation)) {
        table.add(rule);
      }
      this.#relationTables.set(relation, table);
    }
    return table;
  }

  #forgetRelations(principals: readonly string[]): void {
    for (const principal of principals) {
      this.#relationTables.delete(principal);
      if (principal === OWNERS) {
        this.#owners = undefined;
      }
    }
  }
}

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

function add<T>(map: Map<string, Set<T>>, key: string, value: T): void {
  const set = map.get(key);
  if (set) {
    set.add(value);
  } else {
    map.set(key, new Set([value]));
  }
}

function remove<T>(map: Map<string, Set<T>>, key: string, value: T): void {
  const set = map.get(key);
  set?.delete(value);
  if (set?.size === 0) {
    map.delete(key);
  }
}
