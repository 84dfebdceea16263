import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPeers } from '../../peers.mjs';
import { round } from '../../Report.mjs';
import { median, ratio } from '../../statistics.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const withPostgres = join(here, '../../../scripts/with-postgres.mjs');
const program = join(here, '../rbac/rbacProcess.mjs');

const SIZES = {
  quick: [
    [1_000, 2],
    [100_000, 2],
  ],
  full: [
    [100, 2],
    [1_000, 2],
    [10_000, 2],
    [100_000, 2],
    [1_000, 50],
  ],
};

/** Row 3, and what rows 7 and 8 say of the community RBAC plugin: its policy on PostgreSQL, and ours, in one portal. */
export async function measurePolicy(
  { mode, seed, rounds, peersFolder, surroundings },
  report,
) {
  const results = await run({
    worlds: SIZES[mode].map(([rows, rolesPerAsker]) => ({
      seed,
      rows,
      rolesPerAsker,
    })),
    rounds,
    milliseconds: mode === 'quick' ? 500 : 2_000,
    folder: installPeers('peers-rbac', peersFolder),
    product: surroundings.product,
    policyProduct: surroundings.policyProduct,
  });
  const rows = [
    [
      'policy lines, roles',
      'RBAC p50 ms',
      'p99 ms',
      'SQL a call',
      'ours p50 us',
      'SQL',
      'RBAC / ours (min-max)',
      'RBAC add ms',
      'remove ms',
      'load ms',
      'checked',
      'wrong',
    ],
  ];
  for (const result of results) {
    const { rbac, ours, changes } = result;
    const times = ratio(rbac, ours);
    const middle = (list, key) => median(list.map(one => one[key]));
    report.decisions(result);
    report.figure({ row: '3, 7, 8', what: 'policy', ...result, times });
    rows.push([
      `${result.rows.toLocaleString('en')}, ${result.rolesPerAsker}`,
      round(middle(rbac, 'p50') / 1000),
      round(middle(rbac, 'p99') / 1000),
      round(middle(rbac, 'statements')),
      round(middle(ours, 'p50')),
      round(middle(ours, 'statements')),
      `${round(times.median)} (${round(times.min)}-${round(times.max)})`,
      round(median(changes.rbacAdd) / 1000),
      round(median(changes.rbacRemove) / 1000),
      round(result.rbacLoadMs),
      result.checked.toLocaleString('en'),
      result.wrong,
    ]);
    setGoals(result, { times, changes, ours }, report);
  }
  report.table('3  Policy, against the community RBAC plugin 6.1.0', rows);
}

function setGoals({ rows, rolesPerAsker }, { times, changes, ours }, report) {
  const least = { 1_000: 500, 100_000: 3_000 }[rows];
  if (least && rolesPerAsker === 2) {
    report.goal({
      row: 3,
      what: `RBAC policy / ours, ${rows.toLocaleString('en')} lines`,
      value: times.median,
      atLeast: least,
    });
    report.goal({
      row: 3,
      what: `SQL statements of ours, ${rows.toLocaleString('en')} lines`,
      value: Math.max(...ours.map(one => one.statements)),
      atMost: 0,
      unit: '',
    });
  }
  if (rows === 100_000) {
    report.goal({
      row: 7,
      what: 'RBAC add one line / ours set one rule, 100,000 lines',
      value: median(changes.rbacAdd) / median(changes.oursAdd),
      atLeast: 100,
    });
  }
}

async function run(task) {
  const folder = mkdtempSync(join(tmpdir(), 'dataset-access-rbac-'));
  const input = join(folder, 'task.json');
  const output = join(folder, 'result.json');
  try {
    writeFileSync(input, JSON.stringify(task));
    await new Promise((resolve, reject) => {
      spawn(
        process.execPath,
        [withPostgres, process.execPath, program, input, output],
        { stdio: 'inherit' },
      )
        .on('error', reject)
        .on('exit', code =>
          code === 0 ? resolve() : reject(new Error(`RBAC: status ${code}`)),
        );
    });
    return JSON.parse(readFileSync(output, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
