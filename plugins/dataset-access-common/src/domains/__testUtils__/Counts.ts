/** How often what came out: what a run was worth belongs to its result. */
export class Counts {
  readonly #seed: number;
  readonly #counts: Map<string, number>;
  #total = 0;

  constructor(seed: number, classes: readonly string[]) {
    this.#seed = seed;
    this.#counts = new Map(classes.map(one => [one, 0]));
  }

  add(one: string): void {
    this.#counts.set(one, this.#counts.get(one)! + 1);
    this.#total += 1;
  }

  /** The percentage of the class that came out least often; prints them all. */
  rarest(of: string): number {
    const shares = [...this.#counts].map(([outcome, count]) => ({
      outcome,
      count,
      percent: Math.round((count / this.#total) * 1_000) / 10,
    }));
    // eslint-disable-next-line no-console
    console.info(`${this.#total} ${of}, seed ${this.#seed}`, shares);
    return Math.min(...shares.map(({ percent }) => percent));
  }
}
