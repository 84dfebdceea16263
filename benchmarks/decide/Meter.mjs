/** Decisions between two looks at the clock; a look costs about as much as a decision. */
const BLOCK = 100;

/** A decision that takes longer than this is timed by itself. */
const SLOW_NS = 20_000;

const FEWEST_SAMPLES = 3;

/** Times decisions, and holds every one of them against what is right. */
export class Meter {
  #engine;
  #prepared;
  #now;
  #expected;
  #block = BLOCK;
  #at = 0;

  constructor(engine, prepared, now) {
    this.#engine = engine;
    this.#prepared = prepared;
    this.#now = now;
  }

  /**
   * Every request once, unless the engine has nothing to make ready and takes too long for all; also finds out how many of
   * them to time together.
   */
  answerAll({ expected, milliseconds }) {
    this.#expected = expected;
    const deadline = this.#engine.makesReady
      ? Infinity
      : performance.now() + milliseconds;
    const total = this.#prepared.length;
    const decide = this.#engine.decide;
    let checked = 0;
    let wrong = 0;
    const start = process.hrtime.bigint();
    while (checked < total && performance.now() < deadline) {
      const answer = decide(this.#prepared[checked], this.#now);
      if (answer !== (expected[checked] === 1)) wrong += 1;
      checked += 1;
    }
    const nanoseconds = Number(process.hrtime.bigint() - start) / checked;
    this.#block = nanoseconds > SLOW_NS ? 1 : BLOCK;
    return { checked, wrong };
  }

  /**
   * Decisions by an engine that has answered the same requests just before.
   *
   * @param count - how many different requests there are, from the first one on
   */
  warmRound(milliseconds, count = this.#prepared.length) {
    this.#warmUp(milliseconds / 4, count);
    const size = this.#block;
    const block = new Array(size);
    const answers = new Array(size).fill(false);
    return this.#round(milliseconds, count, start => {
      for (let at = 0; at < size; at++) {
        block[at] = this.#prepared[(start + at) % count];
      }
      return {
        nanoseconds: time(this.#engine.decide, block, answers, this.#now),
        answers,
      };
    });
  }

  /** Makes ready again what changes have thrown away, and gets back into the caches what others have pushed out. */
  #warmUp(milliseconds, count) {
    const deadline = performance.now() + milliseconds;
    const { decide, makesReady } = this.#engine;
    for (let at = 0; at < count; at++) {
      decide(this.#prepared[at], this.#now);
      if (!makesReady && performance.now() > deadline) return;
    }
  }

  /** For every decision the user is made cold before, and only the decision is timed. */
  coldRound(milliseconds) {
    const { cool, decideCold } = this.#engine;
    return this.#round(milliseconds, this.#prepared.length, start => {
      const request = this.#prepared[start];
      cool(request);
      const before = process.hrtime.bigint();
      const answer = decideCold(request, this.#now);
      const nanoseconds = Number(process.hrtime.bigint() - before);
      return { nanoseconds, answers: [answer] };
    });
  }

  #round(milliseconds, count, measure) {
    const samples = [];
    let checked = 0;
    let wrong = 0;
    const deadline = performance.now() + milliseconds;
    while (samples.length < FEWEST_SAMPLES || performance.now() < deadline) {
      const start = this.#at % count;
      const { nanoseconds, answers } = measure(start);
      samples.push(nanoseconds / answers.length / 1000);
      for (let at = 0; at < answers.length; at++) {
        const right = this.#expected[(start + at) % count] === 1;
        if (answers[at] !== right) wrong += 1;
      }
      checked += answers.length;
      this.#at = start + answers.length;
    }
    samples.sort((a, b) => a - b);
    return {
      p50: quantile(samples, 0.5),
      p99: quantile(samples, 0.99),
      samples: samples.length,
      checked,
      wrong,
    };
  }
}

function time(decide, block, answers, now) {
  const before = process.hrtime.bigint();
  for (let at = 0; at < block.length; at++) {
    answers[at] = decide(block[at], now);
  }
  return Number(process.hrtime.bigint() - before);
}

/** Of sorted numbers. */
export function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
