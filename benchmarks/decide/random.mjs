/** Chance that can be repeated: the same seed gives the same numbers on every machine. */
export class Random {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, not including, 1. */
  next() {
    // a Weyl sequence, its steps mixed by xor-shift and multiply
    this.#state = (this.#state + 0x9e3779b9) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to, not including, `end`. */
  below(end) {
    return Math.floor(this.next() * end);
  }

  between(first, last) {
    return first + this.below(last - first + 1);
  }

  chance(probability) {
    return this.next() < probability;
  }

  oneOf(list) {
    return list[this.below(list.length)];
  }

  /** Some different ones of a list, at most as many as it has. */
  some(list, count) {
    const chosen = new Set();
    while (chosen.size < Math.min(count, list.length)) {
      chosen.add(this.oneOf(list));
    }
    return [...chosen];
  }

  /** By weight: `[[3, 'often'], [1, 'rarely']]`. */
  weighted(choices) {
    let at = this.next() * choices.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, value] of choices) {
      at -= weight;
      if (at < 0) return value;
    }
    return choices.at(-1)[1];
  }
}

/** Draws indexes of a list so that the n-th is drawn 1/n as often as the first: a few are everywhere, most are rare. */
export function zipf(size) {
  const sums = new Float64Array(size);
  let total = 0;
  for (let at = 0; at < size; at++) {
    total += 1 / (at + 1);
    sums[at] = total;
  }
  return random => {
    const wanted = random.next() * total;
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
