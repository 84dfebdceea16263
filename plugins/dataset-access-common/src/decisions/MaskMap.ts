import { MASKS_PER_SCOPE } from './PrivilegeTable';

/** Spreads neighbouring keys over the whole table. */
const SPREAD = 0x9e3779b1;
const FEWEST_BITS = 2;

/** For every word: what is given everywhere, under any key, and under any key by what needs a closer look. */
const TOTALS = 4;
const EVERYWHERE = 0;
const ANYWHERE = 1;
const GUARDED = 2;

/**
 * A mask for each of some keys and words, and what all of them are together. Everything is in one array: a lookup in one table
 * among thousands costs what it touches in memory.
 */
export class MaskMap {
  /** The totals, then pairs of key and mask; at most half of the pairs are used. */
  #places: Int32Array;
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
    this.#places = new Int32Array(words * TOTALS + (2 << bits));
    this.#shift = 32 - bits;
  }

  /** How many masks there are. */
  get size(): number {
    return this.#size;
  }

  givesAnywhere(word: number, bit: number): boolean {
    return (
      word < this.#words && (this.#places[word * TOTALS + ANYWHERE] & bit) !== 0
    );
  }

  givesEverywhere(word: number, bit: number): boolean {
    return (this.#places[word * TOTALS + EVERYWHERE] & bit) !== 0;
  }

  guards(word: number, bit: number): boolean {
    return (this.#places[word * TOTALS + GUARDED] & bit) !== 0;
  }

  /** Whether a bit is given under a key. The word must be one of which something is given. */
  gives(key: number, word: number, bit: number): boolean {
    const places = this.#places;
    const first = this.#words * TOTALS;
    const wanted = key * MASKS_PER_SCOPE + word + 1;
    let at = first + ((Math.imul(wanted, SPREAD) >>> this.#shift) << 1);
    for (;;) {
      const there = places[at];
      if (there === wanted) {
        return (places[at + 1] & bit) !== 0;
      }
      if (there === 0) {
        return false;
      }
      at = at + 2 === places.length ? first : at + 2;
    }
  }

  include(key: number, word: number, mask: number): void {
    this.#count(word, ANYWHERE, mask);
    this.#includePlace(key * MASKS_PER_SCOPE + word + 1, mask);
  }

  includeEverywhere(word: number, mask: number): void {
    this.#count(word, ANYWHERE, mask);
    this.#count(word, EVERYWHERE, mask);
  }

  includeGuarded(word: number, mask: number): void {
    this.#count(word, ANYWHERE, mask);
    this.#count(word, GUARDED, mask);
  }

  includeAll(other: MaskMap): void {
    const places = other.#places;
    const first = other.#words * TOTALS;
    for (let at = 0; at < first; at++) {
      if (places[at] !== 0) {
        this.#count(Math.floor(at / TOTALS), at % TOTALS, places[at]);
      }
    }
    for (let at = first; at < places.length; at += 2) {
      if (places[at] !== 0) {
        this.#includePlace(places[at], places[at + 1]);
      }
    }
  }

  #count(word: number, total: number, mask: number): void {
    if (word >= this.#words) {
      this.#move(word + 1, this.#places.length - this.#words * TOTALS);
    }
    this.#places[word * TOTALS + total] |= mask;
  }

  #includePlace(wanted: number, mask: number): void {
    const places = this.#places;
    const first = this.#words * TOTALS;
    let at = first + ((Math.imul(wanted, SPREAD) >>> this.#shift) << 1);
    while (places[at] !== 0) {
      if (places[at] === wanted) {
        places[at + 1] |= mask;
        return;
      }
      at = at + 2 === places.length ? first : at + 2;
    }
    places[at] = wanted;
    places[at + 1] = mask;
    this.#size += 1;
    if (this.#size * 4 > places.length - first) {
      this.#move(this.#words, 2 * (places.length - first));
    }
  }

  /** Makes room for more words or more keys. */
  #move(words: number, length: number): void {
    const before = this.#places;
    const firstBefore = this.#words * TOTALS;
    this.#places = new Int32Array(words * TOTALS + length);
    this.#places.set(before.subarray(0, firstBefore));
    this.#shift -= length > before.length - firstBefore ? 1 : 0;
    this.#words = words;
    this.#size = 0;
    for (let at = firstBefore; at < before.length; at += 2) {
      if (before[at] !== 0) {
        this.#includePlace(before[at], before[at + 1]);
      }
    }
  }
}
