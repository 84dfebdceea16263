import { expectedAnswers } from './expectedAnswers.mjs';
import { Contestant } from './Contestant.mjs';

/**
 * Starts engines, lets each answer everything once, and then measures them in turn, round by round: what disturbs the machine
 * disturbs all of them.
 *
 * @param contestants - `{ name, engine, world }`; without `world` they are in the one of the contest
 * @param tasks - what to measure in every round: `{ task, milliseconds, among }`, `among` being names; absent, all of them
 * @returns what came of it, by name of the contestant
 */
export async function hold({
  contestants,
  world,
  tasks,
  rounds,
  surroundings,
}) {
  const entries = [];
  const starts = [];
  const results = new Map(contestants.map(({ name }) => [name, undefined]));

  async function enter({ name, contestant }, engine, own) {
    const { before } = await contestant.ask('start', {
      engine,
      world: own,
      ...surroundings,
    });
    const first = await contestant.ask('answerAll', {
      expected: expectedAnswers(own).expected,
      milliseconds: 2_000,
    });
    const { growth } = await contestant.ask('memory', { before });
    results.set(name, {
      memoryGrowth: growth,
      ...first,
      rounds: Object.fromEntries(tasks.map(({ task }) => [task, []])),
    });
  }

  try {
    for (const { name, engine, world: own = world } of contestants) {
      const entry = { name, contestant: new Contestant(engine) };
      entries.push(entry);
      starts.push(() => enter(entry, engine, own));
    }
    await inPairs(starts);
    // the first round is for the compiler, and not counted
    for (let round = 0; round <= rounds; round++) {
      for (const { task, milliseconds, among } of tasks) {
        for (const { name, contestant } of entries) {
          if (among && !among.includes(name)) continue;
          const figures = await contestant.ask(task, { milliseconds });
          const result = results.get(name);
          result.checked += figures.checked;
          result.wrong += figures.wrong;
          if (round > 0) result.rounds[task].push(figures);
        }
      }
    }
  } finally {
    entries.forEach(({ contestant }) => contestant.stop());
  }
  return results;
}

/** Two at a time: the machine has at least two cores, and nothing is timed yet. */
async function inPairs(starts) {
  for (let at = 0; at < starts.length; at += 2) {
    await Promise.all(starts.slice(at, at + 2).map(start => start()));
  }
}
