// yarn bench <what> [--quick] [--rows 1,7] [--seed n] [--peers folder] [--plugins folder]
// Measures the product against others, side by side, and ends with status 1 when a goal or a decision fails.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchDecide } from './decide/decide.mjs';
import { Report } from './Report.mjs';

const benchmarks = { decide: benchDecide };
const here = dirname(fileURLToPath(import.meta.url));

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    rows: { type: 'string' },
    seed: { type: 'string', default: '42' },
    peers: { type: 'string' },
    plugins: { type: 'string' },
  },
});
const [name] = positionals;
if (!Object.hasOwn(benchmarks, name ?? '')) {
  console.error(
    `Say what to measure: ${Object.keys(benchmarks).join(', ')}; not "${
      name ?? ''
    }".`,
  );
  process.exit(2);
}

const options = {
  mode: values.quick ? 'quick' : 'full',
  seed: Number(values.seed),
  rows: values.rows?.split(','),
  peersFolder: values.peers,
  plugins: values.plugins,
};
const machine = {
  node: process.version,
  cpu: cpus()[0].model,
  cores: cpus().length,
  memoryBytes: totalmem(),
};
const commit = git('rev-parse', 'HEAD');
const isChanged = git('status', '--porcelain', '--', 'plugins') !== '';
console.log(
  `${name}, ${options.mode}, seed ${options.seed}, Node ${machine.node}, ${
    machine.cores
  } x ${machine.cpu}, commit ${commit?.slice(0, 12)}${
    isChanged ? ' with changes' : ''
  }`,
);

const start = Date.now();
const report = new Report();
const details = await benchmarks[name](options, report);
const isGood = report.close();
const path = join(here, 'results', `${name}.json`);
mkdirSync(dirname(path), { recursive: true });
writeFileSync(
  path,
  `${JSON.stringify(
    {
      benchmark: name,
      at: new Date(start).toISOString(),
      seconds: Math.round((Date.now() - start) / 1000),
      ...options,
      peersFolder: undefined,
      plugins: undefined,
      isOtherCheckout: options.plugins !== undefined,
      machine,
      commit,
      isChanged,
      ...details,
      ...report.toJSON(),
    },
    null,
    2,
  )}\n`,
);
console.log(
  `${Math.round(
    (Date.now() - start) / 1000,
  )} s; benchmarks/results/${name}.json`,
);
process.exit(isGood ? 0 : 1);

/** `undefined` outside of a repository. */
function git(...args) {
  try {
    return execFileSync('git', args, {
      cwd: join(here, '..'),
      encoding: 'utf8',
    }).trim();
  } catch {
    return undefined;
  }
}
