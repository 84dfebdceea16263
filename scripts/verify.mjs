import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { yarn } from './toolchain.mjs';

/**
 * Installs and runs everything that must be green, and ends with a line `N passed, N failed`:
 * the tests, and one for each of the other checks.
 *
 * @returns the exit status
 */
export async function runVerify() {
  const reports = mkdtempSync(join(tmpdir(), 'dataset-access-verify-'));
  const jestReport = join(reports, 'jest.json');
  const browserReport = join(reports, 'browser.json');
  const env = { CI: '1' };
  const checks = [
    { name: 'contract', args: ['generate', '--check'] },
    { name: 'types', args: ['tsc'] },
    { name: 'lint', args: ['lint:all'] },
    { name: 'formatting', args: ['prettier:check'] },
    { name: 'packages', args: ['build:all'] },
    {
      name: 'tests',
      args: ['test', '--maxWorkers=2', '--json', `--outputFile=${jestReport}`],
      count: () => jestCounts(jestReport),
    },
    {
      name: 'browser tests',
      args: ['test:e2e'],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
      count: () => browserCounts(browserReport),
    },
  ];
  try {
    const install = await timed('install', ['install', '--immutable'], env);
    const results = [install];
    // without dependencies nothing else can run; after that, each check speaks for itself
    if (install.failed === 0) {
      for (const { name, args, env: more, count } of checks) {
        results.push(await timed(name, args, { ...env, ...more }, count));
      }
    }
    return summarize(results);
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

async function timed(name, args, env, count) {
  console.log(`\n=== ${name}: yarn ${args.join(' ')}\n`);
  const start = Date.now();
  const status = await yarn(args, env);
  const isGood = status === 0;
  const counts = count?.() ?? { passed: isGood ? 1 : 0, failed: 0 };
  return {
    name,
    seconds: (Date.now() - start) / 1000,
    passed: counts.passed,
    // a run that ends badly is never counted as good, even when no single test says so
    failed: isGood ? counts.failed : Math.max(counts.failed, 1),
  };
}

function jestCounts(path) {
  const report = readReport(path);
  return (
    report && {
      passed: report.numPassedTests,
      // a suite that cannot even start has no tests to count
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    }
  );
}

function browserCounts(path) {
  const stats = readReport(path)?.stats;
  // a test that passes only when tried again has not passed
  return (
    stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky }
  );
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined; // the run ended before it could write one; its status says so
  }
}

function summarize(results) {
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  console.log('');
  for (const { name, seconds, passed, failed } of results) {
    console.log(
      [
        name.padEnd(16),
        `${passed} passed`.padStart(12),
        `${failed} failed`.padStart(11),
        `${seconds.toFixed(0)} s`.padStart(8),
      ].join(''),
    );
  }
  console.log(
    `${''.padEnd(39)}${`${sum('seconds').toFixed(0)} s`.padStart(8)}\n`,
  );
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}
