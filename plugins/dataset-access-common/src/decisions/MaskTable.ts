import { CompiledRule, isSatisfied } from './CompiledRule';
import type { IndexedResource } from './IndexedResource';
import { MASKS_PER_SCOPE, PrivilegeBit } from './PrivilegeTable';

/** Found for every resource, and when there is none. */
const EVERYWHERE = -1;

/**
 * What some rules give, for one lookup per scope: a mask of privileges for every scope, and the rules that need a closer
 * look because they have an end or a second criterion.
 */
export class MaskTable {
  /** By scope and word: `scope * MASKS_PER_SCOPE + word`. */
  readonly #masks = new Map<number, number>();
  readonly #everywhere = new Array<number>(MASKS_PER_SCOPE).fill(0);
  /** Everything that is given anywhere, so that most denials need no lookup at all. */
  readonly #union = new Array<number>(MASKS_PER_SCOPE).fill(0);
  #guarded: Map<number, CompiledRule[]> | undefined;

  add(rule: CompiledRule): void {
    const { words, masks } = rule.privileges;
    for (let at = 0; at < words.length; at++) {
      this.#union[words[at]] |= masks[at];
    }
    if (!rule.isPlain) {
      this.#guard(rule);
      return;
    }
    if (rule.scopes === undefined) {
      for (let at = 0; at < words.length; at++) {
        this.#everywhere[words[at]] |= masks[at];
      }
      return;
    }
    for (const scope of rule.scopes) {
      for (let at = 0; at < words.length; at++) {
        const key = scope * MASKS_PER_SCOPE + words[at];
        const before = this.#masks.get(key);
        // most rules of a user name scopes that no other rule names
        this.#masks.set(
          key,
          before === undefined ? masks[at] : before | masks[at],
        );
      }
    }
  }

  /** Whether the rules give a privilege on a resource, or at all when there is none, at a moment. */
  gives(
    privilege: PrivilegeBit,
    resource: IndexedResource | undefined,
    now: number,
  ): boolean {
    const { word, bit } = privilege;
    if ((this.#union[word] & bit) === 0) {
      return false;
    }
    if ((this.#everywhere[word] & bit) !== 0) {
      return true;
    }
    if (resource !== undefined) {
      const scopes = resource.scopes();
      for (let at = 0; at < scopes.length; at++) {
        const mask = this.#masks.get(scopes[at] * MASKS_PER_SCOPE + word);
        if (mask !== undefined && (mask & bit) !== 0) {
          return true;
        }
      }
    }
    return (
      this.#guarded !== undefined &&
      this.#givesGuarded(this.#guarded, privilege, resource, now)
    );
  }

  #guard(rule: CompiledRule): void {
    this.#guarded ??= new Map();
    for (const scope of rule.scopes ?? [EVERYWHERE]) {
      const there = this.#guarded.get(scope);
      if (there) {
        there.push(rule);
      } else {
        this.#guarded.set(scope, [rule]);
      }
    }
  }

  #givesGuarded(
    guarded: Map<number, CompiledRule[]>,
    privilege: PrivilegeBit,
    resource: IndexedResource | undefined,
    now: number,
  ): boolean {
    if (oneGives(guarded.get(EVERYWHERE), privilege, resource, now)) {
      return true;
    }
    if (resource !== undefined) {
      const scopes = resource.scopes();
      for (let at = 0; at < scopes.length; at++) {
        if (oneGives(guarded.get(scopes[at]), privilege, resource, now)) {
          return true;
        }
      }
    }
    return false;
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
