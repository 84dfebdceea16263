import type { RuleFacts } from './AccessFacts';
import type { CompiledRule } from './CompiledRule';
import { placeOf } from './MaskMap';
import { MaskTable } from './MaskTable';

/** A rule in the index. */
export interface RuleEntry {
  /** No other rule has the same. */
  number: number;
  facts: RuleFacts;
  /** Made when first needed: most rules of a large portal are never asked for in one process. */
  compiled?: CompiledRule;
}

/** Whom rules name: a user, a group, a role, everybody, or a relation to the resource. */
export class Holder {
  /** Stands for it where numbers are looked up. */
  readonly number: number;
  /** Grows with everything that may change what those may do who count as it. */
  version = 0;
  /** The rules that are found by what the resource has in common with others. */
  readonly rules: RuleEntry[] = [];
  /** The rules that name entities: found by the entity. */
  readonly rulesOnEntities: RuleEntry[] = [];
  /** What `rules` give. Made when first needed. */
  #table: MaskTable | undefined;
  /**
   * What most of `rules` give, as numbers: of the rule, of the place, the mask. They lie in one piece, while the rules are all
   * over the memory.
   */
  #rows: number[] | undefined;
  /** The others of them: given everywhere, or in need of a closer look. */
  #others: CompiledRule[] = [];

  constructor(number: number) {
    this.number = number;
  }

  /** @param compiled - `undefined` for a rule that gives nothing now */
  table(compiled: (entry: RuleEntry) => CompiledRule | undefined): MaskTable {
    if (this.#table) {
      return this.#table;
    }
    if (!this.#rows) {
      this.#rows = [];
      this.#others = [];
      for (const entry of this.rules) {
        const rule = compiled(entry);
        if (rule) {
          this.#addRows(entry, rule);
        }
      }
    }
    const table = new MaskTable(this.rules.length);
    table.addRows(this.#rows);
    this.#others.forEach(rule => table.add(rule, rule.scopes));
    this.#table = table;
    return table;
  }

  add(
    entry: RuleEntry,
    compiled: (entry: RuleEntry) => CompiledRule | undefined,
  ): void {
    // named twice by one rule, it comes twice in a row
    if (this.rules.at(-1) === entry) {
      return;
    }
    this.rules.push(entry);
    const rule = this.#rows && compiled(entry);
    if (rule) {
      this.#addRows(entry, rule);
      // what is only added needs no new table
      this.#table?.add(rule, rule.scopes);
    }
    this.version += 1;
  }

  addOnEntities(entry: RuleEntry): void {
    if (this.rulesOnEntities.at(-1) !== entry) {
      this.rulesOnEntities.push(entry);
    }
  }

  remove(entry: RuleEntry): void {
    removeFrom(this.rules, entry);
    const rule = entry.compiled;
    if (this.#rows && rule) {
      if (isInRows(rule)) {
        this.#rows = without(this.#rows, entry.number);
        this.#takeBack(rule);
      } else {
        this.#others = this.#others.filter(other => other !== rule);
        this.#table = undefined;
      }
    }
    this.version += 1;
  }

  /** Called when some of its rules give more or less than they did. */
  forget(): void {
    this.#table = undefined;
    this.#rows = undefined;
    this.version += 1;
  }

  #addRows({ number }: RuleEntry, rule: CompiledRule): void {
    if (!isInRows(rule)) {
      this.#others.push(rule);
      return;
    }
    const { masks } = rule.privileges;
    placesOf(rule).forEach((place, at) =>
      this.#rows!.push(number, place, masks[at % masks.length]),
    );
  }

  /** What others of the rules give where a rule gave something that is gone. */
  #takeBack(rule: CompiledRule): void {
    const rows = this.#rows!;
    const left = new Map(placesOf(rule).map(place => [place, 0]));
    for (let at = 0; at < rows.length; at += 3) {
      const mask = left.get(rows[at + 1]);
      if (mask !== undefined) {
        left.set(rows[at + 1], mask | rows[at + 2]);
      }
    }
    left.forEach((mask, place) => this.#table?.replace(place, mask));
  }
}

/** Whether a rule can be kept as numbers: it gives the same at all times, under some keys. */
function isInRows(rule: CompiledRule): boolean {
  return rule.isPlain && rule.scopes !== undefined;
}

/** Where a rule gives something: for each scope, all words. */
function placesOf({ scopes = [], privileges }: CompiledRule): number[] {
  return scopes.flatMap(scope =>
    privileges.words.map(word => placeOf(scope, word)),
  );
}

function without(rows: number[], number: number): number[] {
  let to = 0;
  for (let at = 0; at < rows.length; at += 3) {
    if (rows[at] !== number) {
      rows[to] = rows[at];
      rows[to + 1] = rows[at + 1];
      rows[to + 2] = rows[at + 2];
      to += 3;
    }
  }
  rows.length = to;
  return rows;
}

/** The order means nothing. */
export function removeFrom(list: RuleEntry[], entry: RuleEntry): void {
  const at = list.indexOf(entry);
  if (at >= 0) {
    const last = list.pop()!;
    if (last !== entry) {
      list[at] = last;
    }
  }
}
