/** Bits of a mask that are used: the numbers stay small integers, which a map holds without boxing. */
const BITS = 30;

/** How many masks one scope may have. 16 x 30 privileges are several times what the registry has. */
export const MASKS_PER_SCOPE = 16;

/** A privilege as the index knows it: one bit of one mask. */
export interface PrivilegeBit {
  readonly word: number;
  readonly bit: number;
}

/** Some privileges, packed. */
export interface PrivilegeMasks {
  readonly words: readonly number[];
  readonly masks: readonly number[];
}

/** Gives every privilege name a bit. */
export class PrivilegeTable {
  readonly #bits = new Map<string, PrivilegeBit>();
  readonly #closures = new Map<string, PrivilegeMasks>();
  readonly #implied: (privilege: string) => readonly string[];

  /**
   * @param implied - what else somebody may do who holds a privilege; followed to its end
   */
  constructor(implied: (privilege: string) => readonly string[]) {
    this.#implied = implied;
  }

  /** `undefined` for a name that no rule has mentioned yet: nobody holds it. */
  find(privilege: string): PrivilegeBit | undefined {
    return this.#bits.get(privilege);
  }

  /** How many masks it takes to tell all of them. */
  get words(): number {
    return Math.ceil(this.#bits.size / BITS);
  }

  /** Whether a privilege is among these. */
  isAmong(privilege: string, { words, masks }: PrivilegeMasks): boolean {
    const known = this.#bits.get(privilege);
    const at = known ? words.indexOf(known.word) : -1;
    return known !== undefined && at >= 0 && (masks[at] & known.bit) !== 0;
  }

  /** The privileges and all that they imply. */
  pack(privileges: readonly string[]): PrivilegeMasks {
    if (privileges.length === 1) {
      return this.#withImplied(privileges[0]);
    }
    const words: number[] = [];
    const masks: number[] = [];
    for (const privilege of privileges) {
      const one = this.#withImplied(privilege);
      for (let at = 0; at < one.words.length; at++) {
        join(words, masks, one.words[at], one.masks[at]);
      }
    }
    return { words, masks };
  }

  /** One privilege with all that follows from it; found once. */
  #withImplied(privilege: string): PrivilegeMasks {
    const known = this.#closures.get(privilege);
    if (known) {
      return known;
    }
    const words: number[] = [];
    const masks: number[] = [];
    const seen = new Set<string>();
    const waiting = [privilege];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (!seen.has(name)) {
        seen.add(name);
        const { word, bit } = this.#intern(name);
        join(words, masks, word, bit);
        waiting.push(...this.#implied(name));
      }
    }
    const closure = { words, masks };
    this.#closures.set(privilege, closure);
    return closure;
  }

  #intern(name: string): PrivilegeBit {
    let known = this.#bits.get(name);
    if (!known) {
      const number = this.#bits.size;
      if (number >= MASKS_PER_SCOPE * BITS) {
        throw new Error(
          `There can be at most ${MASKS_PER_SCOPE * BITS} privileges`,
        );
      }
      known = { word: Math.floor(number / BITS), bit: 1 << number % BITS };
      this.#bits.set(name, known);
    }
    return known;
  }
}

function join(
  words: number[],
  masks: number[],
  word: number,
  mask: number,
): void {
  const at = words.indexOf(word);
  if (at < 0) {
    words.push(word);
    masks.push(mask);
  } else {
    masks[at] |= mask;
  }
}
