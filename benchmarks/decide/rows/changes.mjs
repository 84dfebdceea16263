import { round } from '../../Report.mjs';
import { median } from '../../statistics.mjs';
import { hold } from '../contest.mjs';

/** Row 7: one rule comes or goes while everybody who asks has a table. */
export async function measureChanges(
  { mode, seed, rounds, surroundings },
  report,
) {
  const rows = [
    [
      'rules x datasets',
      'p50 us',
      'p99 us',
      'most us',
      'changes',
      'checked',
      'wrong',
    ],
  ];
  const sizes =
    mode === 'quick'
      ? [[100_000, 100_000]]
      : [
          [1_000, 10_000],
          [10_000, 10_000],
          [100_000, 100_000],
        ];
  for (const [rules, datasets] of sizes) {
    const results = await hold({
      contestants: [{ name: 'ours', engine: 'oursChanging' }],
      world: { seed, rules, datasets },
      tasks: [
        { task: 'changeRound', milliseconds: mode === 'quick' ? 2000 : 6000 },
      ],
      rounds,
      surroundings,
    });
    const result = results.get('ours');
    report.decisions(result);
    const all = result.rounds.changeRound;
    const p50 = median(all.map(one => one.p50));
    const p99 = median(all.map(one => one.p99));
    const most = Math.max(...all.map(one => one.max));
    const changes = all.reduce((sum, { samples }) => sum + samples, 0);
    rows.push([
      `${rules.toLocaleString('en')} x ${datasets.toLocaleString('en')}`,
      round(p50),
      round(p99),
      round(most),
      changes,
      result.checked,
      result.wrong,
    ]);
    report.figure({
      row: '7',
      what: 'one rule set or deleted',
      rules,
      datasets,
      p50,
      p99,
      max: most,
      rounds: all,
    });
    if (rules === 100_000) {
      const goal = { row: 7, atMost: 1, unit: 'ms' };
      report.goal({
        ...goal,
        what: 'one rule changed, p50',
        value: p50 / 1000,
      });
      report.goal({
        ...goal,
        what: 'one rule changed, p99',
        value: p99 / 1000,
      });
    }
  }
  report.table('7  One rule changed, all askers ready', rows);
}
