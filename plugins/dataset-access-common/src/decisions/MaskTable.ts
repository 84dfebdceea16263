import { CompiledRule, isSatisfied } from './CompiledRule';
import type { IndexedResource } from './IndexedResource';
import { FOUND, FOUND_GUARDED, MaskMap, placeOf } from './MaskMap';
import type { PrivilegeBit } from './PrivilegeTable';

/** Found for every resource, and when there is none. */
const EVERYWHERE = -1;

/**
 * What some rules give, for one lookup per key: a mask of privileges for every key, and the rules that need a closer look
 * because they have an end or a second criterion. Keys are the scopes of a resource, or the holders that a subject counts as.
 */
export class MaskTable extends MaskMap {
  /** Rules to look at, by key. */
  #guarded: Map<number, CompiledRule[]> | undefined;
  /** Tables that were put into this one and have such rules: these are not copied. */
  #others: MaskTable[] | undefined;

  /** @param expected - about how many keys there will be */
  constructor(expected = 0) {
    super(1, expected);
  }

  /** @param keys - absent: the rule gives everywhere */
  add(rule: CompiledRule, keys: readonly number[] | undefined): void {
    const { words, masks } = rule.privileges;
    const isGuarded = !rule.isPlain;
    if (isGuarded) {
      this.#guard(rule, keys);
    }
    for (let at = 0; at < words.length; at++) {
      if (keys === undefined) {
        this.includeEverywhere(words[at], masks[at], isGuarded);
      } else {
        for (let key = 0; key < keys.length; key++) {
          const place = placeOf(keys[key], words[at]);
          if (isGuarded) {
            this.includeGuarded(place, masks[at]);
          } else {
            this.include(place, masks[at]);
          }
        }
      }
    }
  }

  /** Adds rows of something, place and mask, given without conditions. */
  addRows(rows: readonly number[]): void {
    for (let at = 0; at < rows.length; at += 3) {
      this.include(rows[at + 1], rows[at + 2]);
    }
  }

  /** Adds all that another table gives. */
  includeTable(other: MaskTable): void {
    this.includeAll(other);
    if (other.#guarded) {
      this.#others ??= [];
      this.#others.push(other);
    }
  }

  /** Whether the rules give a privilege under one of some keys, or everywhere, at a moment. */
  gives(
    privilege: PrivilegeBit,
    keys: readonly number[],
    resource: IndexedResource | undefined,
    now: number,
  ): boolean {
    const { word, bit } = privilege;
    let mustLook = false;
    for (let at = 0; at < keys.length; at++) {
      const finding = this.find(keys[at], word, bit);
      if (finding === FOUND) {
        return true;
      }
      mustLook ||= finding === FOUND_GUARDED;
    }
    if (!this.mentions(word, bit)) {
      return false;
    }
    const everywhere = this.findEverywhere(word, bit);
    return (
      everywhere === FOUND ||
      ((mustLook || everywhere === FOUND_GUARDED) &&
        this.#givesGuarded(privilege, keys, resource, now))
    );
  }

  /** As {@link MaskTable.gives}, under one key and not everywhere. */
  givesUnder(
    privilege: PrivilegeBit,
    key: number,
    resource: IndexedResource | undefined,
    now: number,
  ): boolean {
    const finding = this.find(key, privilege.word, privilege.bit);
    return (
      finding === FOUND ||
      (finding === FOUND_GUARDED &&
        this.#oneGives(key, privilege, resource, now))
    );
  }

  #guard(rule: CompiledRule, keys: readonly number[] = [EVERYWHERE]): void {
    this.#guarded ??= new Map();
    for (const key of keys) {
      const there = this.#guarded.get(key);
      this.#guarded.set(key, there ? [...there, rule] : [rule]);
    }
  }

  #givesGuarded(
    privilege: PrivilegeBit,
    keys: readonly number[],
    resource: IndexedResource | undefined,
    now: number,
  ): boolean {
    return (
      this.#oneGives(EVERYWHERE, privilege, resource, now) ||
      keys.some(key => this.#oneGives(key, privilege, resource, now))
    );
  }

  #oneGives(
    key: number,
    privilege: PrivilegeBit,
    resource: IndexedResource | undefined,
    now: number,
  ): boolean {
    return (
      oneGives(this.#guarded?.get(key), privilege, resource, now) ||
      (this.#others !== undefined &&
        this.#others.some(other =>
          other.#oneGives(key, privilege, resource, now),
        ))
    );
  }
}

function oneGives(
  rules: CompiledRule[] | undefined,
  { word, bit }: PrivilegeBit,
  resource: IndexedResource | undefined,
  now: number,
): boolean {
  if (rules === undefined) {
    return false;
  }
  for (let at = 0; at < rules.length; at++) {
    const { words, masks } = rules[at].privileges;
    const place = words.indexOf(word);
    if (
      place >= 0 &&
      (masks[place] & bit) !== 0 &&
      isSatisfied(rules[at], resource, now)
    ) {
      return true;
    }
  }
  return false;
}
