// Loads one engine once, in a process that has done nothing else: what a start costs. The world is told by a message, the times are
// the answer.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { peerLoader } from '../peers.mjs';
import { Closures } from './closures.mjs';
import { facts } from './engines/ours.mjs';
import { makeRequests } from './requests.mjs';
import { makeWorld } from './world.mjs';

const loaders = {
  /** Nothing but the rules, from a file. */
  async rules({ world, now, product }) {
    const { DecisionIndex } = await import(product);
    const { rules } = facts(world, now);
    return fromFile({ rules }, parsed => DecisionIndex.of(parsed));
  },

  /** The rules with everybody and everything that they are about. */
  async everything({ world, now, product }) {
    const { DecisionIndex } = await import(product);
    return fromFile(facts(world, now), parsed => DecisionIndex.of(parsed));
  },

  async engine({ world, closures, now, folder, engine: name }) {
    const { makeEngine } = await import(`./engines/${name}.mjs`);
    const engine = await makeEngine({
      world,
      closures,
      requests: makeRequests(world, closures),
      now,
      peers: peerLoader(folder),
    });
    let parsed;
    const parseMs = await timed(() => {
      parsed = engine.parse();
    });
    const indexMs = await timed(() => engine.load(parsed));
    return { parseMs, indexMs, totalMs: parseMs + indexMs };
  },
};

process.once('message', async ({ loader, world: size, ...rest }) => {
  const world = makeWorld(size);
  const closures = new Closures(world);
  let result;
  try {
    result = { answer: await loaders[loader]({ world, closures, ...rest }) };
  } catch (error) {
    result = { error: error.stack ?? String(error) };
  }
  process.send(result, () => process.exit());
});

async function fromFile(content, load) {
  const path = join(tmpdir(), `dataset-access-benchmark-${process.pid}.json`);
  writeFileSync(path, JSON.stringify(content));
  try {
    const text = readFileSync(path, 'utf8');
    let parsed;
    let index;
    const parseMs = await timed(() => {
      parsed = JSON.parse(text);
    });
    const indexMs = await timed(() => {
      index = load(parsed);
    });
    // used once more, so that nothing of it can be left out
    const denies = index.check('user:default/nobody', 'none', undefined, 0);
    if (denies) throw new Error('Nobody may do anything');
    return {
      bytes: Buffer.byteLength(text),
      parseMs,
      indexMs,
      totalMs: parseMs + indexMs,
    };
  } finally {
    rmSync(path, { force: true });
  }
}

async function timed(task) {
  const start = performance.now();
  await task();
  return performance.now() - start;
}
