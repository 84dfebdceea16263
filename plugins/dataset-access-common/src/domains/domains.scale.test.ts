import type { DomainCoverage } from '../decisions/AccessFacts';
import type { DecisionIndex } from '../decisions/DecisionIndex';
import { levelPrivilege } from '../levels/levelPrivilege';
import {
  AIRLINE,
  airline,
  ANA,
  container,
  CREW,
  dataset,
  grant,
  NOON,
} from './__testUtils__/airline';
import { setDomainGrant, takeSnapshot } from './__testUtils__/domainGrants';

jest.setTimeout(120_000);

const ROUNDS = 31;
const CHANGES = 40;
const CHECKS = 20_000;
const READ = levelPrivilege('read-only');

/** What is asserted is what a busy machine keeps to; the goals of the product are printed beside it. */
const MOST = 3;

class World {
  readonly #index: DecisionIndex;
  readonly #refs: string[];
  readonly #bare: Map<string, number>;
  readonly #snapshot: ReadonlyMap<string, string>;
  #at = 0;

  /** The Airline with so many datasets, a hundred in each of its systems. */
  constructor(size: number, coverage: DomainCoverage) {
    this.#index = airline();
    this.#refs = Array.from({ length: size }, (_, at) => {
      const system = `system:default/s${Math.floor(at / 100)}`;
      if (at % 100 === 0) {
        this.#index.setResource(container(system, AIRLINE));
      }
      const ref = `resource:default/d${at}`;
      this.#index.setResource(dataset(ref, [system], { coverage }));
      return ref;
    });
    this.#snapshot = takeSnapshot(this.#index, AIRLINE);
    this.#bare = new Map(this.#refs.map((ref, at) => [ref, at]));
  }

  /** How long it takes to give dataset-level access, or to revoke it, until the next answer obeys. */
  change(): number {
    let time = 0;
    for (let at = 0; at < CHANGES; at++) {
      const isGiven = at % 2 === 0;
      const start = performance.now();
      this.#give(isGiven);
      const isAllowed = this.#ask(this.#next(10));
      time += performance.now() - start;
      if (isAllowed !== isGiven) {
        throw new Error('The answer does not obey');
      }
    }
    return time / CHANGES;
  }

  /** How long an answer takes about ten datasets of them, again and again. */
  warm(): number {
    return this.#during(() => this.#ask(this.#next(10)));
  }

  /** How long it takes about all of them, in an order that jumps about. */
  scattered(): number {
    return this.#during(() => this.#ask(this.#next(this.#refs.length)));
  }

  /** How long it takes to find them in a map, in that order: what memory alone costs. */
  bare(): number {
    return this.#during(() => this.#bare.has(this.#next(this.#refs.length)));
  }

  #during(ask: () => boolean): number {
    this.#give(true);
    let allowed = 0;
    const start = performance.now();
    for (let at = 0; at < CHECKS; at++) {
      allowed += ask() ? 1 : 0;
    }
    const time = performance.now() - start;
    if (allowed !== CHECKS) {
      throw new Error('Something is not covered');
    }
    this.#give(false);
    return time / CHECKS;
  }

  #give(datasetLevelAccess: boolean): void {
    const snapshot = this.#snapshot;
    setDomainGrant(
      this.#index,
      grant({ subject: CREW, datasetLevelAccess, snapshot }),
    );
  }

  #next(among: number): string {
    this.#at = (this.#at + 7_919) % among;
    return this.#refs[this.#at];
  }

  #ask(ref: string): boolean {
    return this.#index.check(ANA, READ, ref, NOON);
  }
}

describe.each([
  ['that follow it', 'following'],
  ['in a snapshot', 'snapshot-only'],
] as const)(
  'a domain of 100,000 datasets %s, beside one of 10',
  (_, coverage) => {
    let small: World;
    let large: World;

    beforeAll(() => {
      small = new World(10, coverage);
      large = new World(100_000, coverage);
    });

    it('takes about as long to give or revoke dataset-level access', () => {
      const change = compare('change');

      report('give or revoke, until the next answer obeys', change, 1.5);
      expect(change.ratio).toBeLessThanOrEqual(MOST);
    });

    it('takes about as long to check access, but for what memory costs', () => {
      const warm = compare('warm');
      const scattered = compare('scattered');
      const bare = compare('bare');

      report('check, ten datasets again and again', warm, 2);
      report('check, all datasets in turn', scattered);
      report('look up in a map, all datasets in turn', bare);
      expect(warm.ratio).toBeLessThanOrEqual(MOST);
      expect(scattered.large / bare.large).toBeLessThanOrEqual(
        MOST * (scattered.small / bare.small),
      );
    });

    /** Medians of rounds that take turns, so that what else the machine does is the same for both. */
    function compare(kind: 'change' | 'warm' | 'scattered' | 'bare') {
      const times = { small: [] as number[], large: [] as number[] };
      for (let round = 0; round < ROUNDS; round++) {
        times.small.push(small[kind]());
        times.large.push(large[kind]());
      }
      const [one, other] = [median(times.small), median(times.large)];
      return { small: one, large: other, ratio: other / one };
    }
  },
);

function report(
  title: string,
  { small, large, ratio }: { small: number; large: number; ratio: number },
  goal?: number,
): void {
  const [one, other] = [small, large].map(ms => (ms * 1_000).toFixed(2));
  const wanted = goal === undefined ? '' : ` (goal ${goal})`;
  // eslint-disable-next-line no-console
  console.info(
    `${title}: ${one} µs and ${other} µs, ratio ${ratio.toFixed(2)}${wanted}`,
  );
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
}
