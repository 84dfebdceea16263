import { MASKS_PER_SCOPE } from './PrivilegeTable';

/** Spreads neighbouring keys over the whole table. */
const SPREAD = 0x9e3779b1;
const FEWEST_BITS = 2;

/** For every word: what is given anywhere, what everywhere, and what under some condition everywhere. */
const TOTALS = 3;
const ANYWHERE = 0;
const EVERYWHERE = 1;
const EVERYWHERE_GUARDED = 2;

/** For every key: the key, what is given under it, and what is given under it on some condition. */
const PLACE = 3;
const GIVEN = 1;
const GUARDED = 2;

/** What is found about a privilege: nothing, that it is given, or that it is given on some condition that must be looked at. */
export const NOTHING_FOUND = 0;
export const FOUND = 1;
export const FOUND_GUARDED = 2;

/** A key and a word in one number, never 0. */
export function placeOf(key: number, word: number): number {
  return key * MASKS_PER_SCOPE + word + 1;
}

/**
 * Two masks for each of some keys and words, one of what is given and one of what needs a closer look, and what all of them are
 * together. Everything is in one array: a lookup in one table among thousands costs what it touches in memory.
 */
export class MaskMap {
  /** The totals, then the places; at most half of these are used. */
  #cells: Int32Array;
  #words: number;
  #shift: number;
  #size = 0;

  /** @param expected - about how many keys there will be */
  constructor(words: number, expected: number) {
    const bits = Math.max(
      FEWEST_BITS,
      expected > 0 ? 32 - Math.clz32(expected * 2 - 1) : 0,
    );
    this.#words = words;
    this.#cells = new Int32Array(words * TOTALS + (PLACE << bits));
    this.#shift = 32 - bits;
  }

  /** How many keys there are. */
  get size(): number {
    return this.#size;
  }

  /** Whether a bit is given at all, on whatever condition. */
  mentions(word: number, bit: number): boolean {
    return (
      word < this.#words && (this.#cells[word * TOTALS + ANYWHERE] & bit) !== 0
    );
  }

  /** What is given under every key. The word must be one that is mentioned. */
  findEverywhere(word: number, bit: number): number {
    const at = word * TOTALS;
    if ((this.#cells[at + EVERYWHERE] & bit) !== 0) {
      return FOUND;
    }
    return (this.#cells[at + EVERYWHERE_GUARDED] & bit) === 0
      ? NOTHING_FOUND
      : FOUND_GUARDED;
  }

  /** What is given under a key. */
  find(key: number, word: number, bit: number): number {
    const cells = this.#cells;
    const first = this.#words * TOTALS;
    const wanted = placeOf(key, word);
    let at = first + PLACE * (Math.imul(wanted, SPREAD) >>> this.#shift);
    for (;;) {
      const there = cells[at];
      if (there === wanted) {
        if ((cells[at + GIVEN] & bit) !== 0) {
          return FOUND;
        }
        return (cells[at + GUARDED] & bit) === 0
          ? NOTHING_FOUND
          : FOUND_GUARDED;
      }
      if (there === 0) {
        return NOTHING_FOUND;
      }
      at = at + PLACE === cells.length ? first : at + PLACE;
    }
  }

  /** @param place - see {@link placeOf} */
  include(place: number, mask: number): void {
    this.#count(wordOf(place), ANYWHERE, mask);
    this.#includePlace(place, mask, 0);
  }

  /** Something that needs a closer look. */
  includeGuarded(place: number, mask: number): void {
    this.#count(wordOf(place), ANYWHERE, mask);
    this.#includePlace(place, 0, mask);
  }

  /** Says anew what is given in a place without conditions. What is mentioned at all may then be less than it seems. */
  replace(place: number, mask: number): void {
    this.#cells[this.#locate(place) + GIVEN] = mask;
  }

  includeEverywhere(word: number, mask: number, isGuarded: boolean): void {
    this.#count(word, ANYWHERE, mask);
    this.#count(word, isGuarded ? EVERYWHERE_GUARDED : EVERYWHERE, mask);
  }

  includeAll(other: MaskMap): void {
    const cells = other.#cells;
    const first = other.#words * TOTALS;
    for (let at = 0; at < first; at++) {
      if (cells[at] !== 0) {
        this.#count(Math.floor(at / TOTALS), at % TOTALS, cells[at]);
      }
    }
    for (let at = first; at < cells.length; at += PLACE) {
      if (cells[at] !== 0) {
        this.#includePlace(cells[at], cells[at + GIVEN], cells[at + GUARDED]);
      }
    }
  }

  #count(word: number, total: number, mask: number): void {
    if (word >= this.#words) {
      this.#move(word + 1, this.#cells.length - this.#words * TOTALS);
    }
    this.#cells[word * TOTALS + total] |= mask;
  }

  /** Where a place is, or would be. */
  #locate(wanted: number): number {
    const cells = this.#cells;
    const first = this.#words * TOTALS;
    let at = first + PLACE * (Math.imul(wanted, SPREAD) >>> this.#shift);
    while (cells[at] !== 0 && cells[at] !== wanted) {
      at = at + PLACE === cells.length ? first : at + PLACE;
    }
    return at;
  }

  #includePlace(wanted: number, given: number, guarded: number): void {
    const cells = this.#cells;
    const at = this.#locate(wanted);
    cells[at + GIVEN] |= given;
    cells[at + GUARDED] |= guarded;
    if (cells[at] === wanted) {
      return;
    }
    cells[at] = wanted;
    this.#size += 1;
    const length = cells.length - this.#words * TOTALS;
    if (this.#size * 2 * PLACE > length) {
      this.#move(this.#words, 2 * length);
    }
  }

  /** Makes room for more words or more keys. */
  #move(words: number, length: number): void {
    const before = this.#cells;
    const firstBefore = this.#words * TOTALS;
    this.#cells = new Int32Array(words * TOTALS + length);
    this.#cells.set(before.subarray(0, firstBefore));
    this.#shift -= length > before.length - firstBefore ? 1 : 0;
    this.#words = words;
    this.#size = 0;
    for (let at = firstBefore; at < before.length; at += PLACE) {
      if (before[at] !== 0) {
        this.#includePlace(
          before[at],
          before[at + GIVEN],
          before[at + GUARDED],
        );
      }
    }
  }
}

function wordOf(place: number): number {
  return (place - 1) % MASKS_PER_SCOPE;
}
