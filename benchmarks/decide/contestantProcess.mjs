// Runs one engine in a process of its own, so that engines share neither memory nor what the compiler learnt from another one.
// It is told what to do by messages, and answers each with one.
import { peerLoader } from '../peers.mjs';
import { Closures } from './closures.mjs';
import { Meter } from './Meter.mjs';
import { makeRequests } from './requests.mjs';
import { makeWorld, SIZES } from './world.mjs';

let engine;
let meter;

const tasks = {
  /** Makes the world, loads the engine, prepares the requests. */
  async start({ engine: name, world: size, now, folder, product }) {
    const world = makeWorld(size);
    const closures = new Closures(world);
    const requests = makeRequests(world, closures);
    const { makeEngine } = await import(`./engines/${name}.mjs`);
    engine = await makeEngine({
      world,
      closures,
      requests,
      now,
      product,
      peers: peerLoader(folder),
    });
    const before = memory();
    await engine.load(engine.parse());
    const prepared = requests.map(request => engine.prepare(request));
    meter = new Meter(engine, prepared, now);
    return { before };
  },

  /** Answers every request once, so that what is made when first asked for is there. */
  answerAll(task) {
    return meter.answerAll(task);
  },

  /** How much memory the process has more than before the engine was loaded. */
  memory({ before }) {
    return { growth: memory() - before };
  },

  warmRound({ milliseconds }) {
    return meter.warmRound(milliseconds, SIZES.warmRequests);
  },

  scatteredRound({ milliseconds }) {
    return meter.warmRound(milliseconds);
  },

  coldRound({ milliseconds }) {
    return meter.coldRound(milliseconds);
  },

  changeRound({ milliseconds }) {
    return engine.changeRound(milliseconds);
  },
};

process.on('message', async ({ task, ...rest }) => {
  try {
    process.send({ answer: await tasks[task](rest) });
  } catch (error) {
    process.send({ error: error.stack ?? String(error) });
  }
});

function memory() {
  global.gc();
  global.gc();
  return process.memoryUsage.rss();
}
