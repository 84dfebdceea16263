import { round } from '../../Report.mjs';
import { median, spread } from '../../statistics.mjs';
import { askOnce } from '../Contestant.mjs';

const OURS = { name: 'ours, rules', loader: 'rules' };
const EVERYTHING = {
  name: 'ours, with people and datasets',
  loader: 'everything',
};
const PEERS = ['casl', 'accesscontrol', 'casbin'].map(engine => ({
  name: engine,
  loader: 'engine',
  engine,
}));

/** Row 8: what a start costs with 100,000 rules, every time in a process that has done nothing before. */
export async function measureLoading({ seed, rounds, surroundings }, report) {
  const world = { seed, rules: 100_000, datasets: 100_000 };
  const contestants = [OURS, EVERYTHING, ...PEERS];
  const all = new Map(contestants.map(({ name }) => [name, []]));
  for (let round_ = 0; round_ < rounds; round_++) {
    for (const { name, loader, engine } of contestants) {
      const times = await askOnce('loadingProcess.mjs', {
        loader,
        engine,
        world,
        ...surroundings,
      });
      all.get(name).push(times);
    }
  }
  const times = name => all.get(name);
  report.table('8  Load, 100,000 rules, 100,000 datasets, milliseconds', [
    ['what', 'parse', 'index', 'index / parse (min-max)', 'all', 'MB of JSON'],
    ...contestants.map(({ name }) => {
      const rounds_ = times(name);
      const middle = key => median(rounds_.map(one => one[key]));
      const ratios = spread(
        rounds_.map(({ indexMs, parseMs }) => indexMs / parseMs),
      );
      report.figure({ row: '8', what: 'load', engine: name, rounds: rounds_ });
      return [
        name,
        round(middle('parseMs')),
        round(middle('indexMs')),
        `${round(ratios.median)} (${round(ratios.min)}-${round(ratios.max)})`,
        round(middle('totalMs')),
        round(rounds_[0].bytes / 2 ** 20),
      ];
    }),
  ]);
  for (const { name } of [OURS, EVERYTHING]) {
    report.goal({
      row: 8,
      what: `index / JSON.parse, ${name}`,
      value: median(
        times(name).map(({ indexMs, parseMs }) => indexMs / parseMs),
      ),
      atMost: 2,
    });
  }
  for (const [peer, atLeast] of [
    ['casbin', 5],
    ['accesscontrol', 25],
  ]) {
    report.goal({
      row: 8,
      what: `${peer} / ours, index of parsed rules`,
      value: median(
        times(peer).map(
          ({ indexMs }, at) => indexMs / times(OURS.name)[at].indexMs,
        ),
      ),
      atLeast,
      isBinding: false,
    });
  }
}
