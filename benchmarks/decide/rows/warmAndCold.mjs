import { round } from '../../Report.mjs';
import { median, ratio } from '../../statistics.mjs';
import { expectedAnswers } from '../expectedAnswers.mjs';
import { hold } from '../contest.mjs';

const OURS = 'ours';
/** For a caller that asks much about one person. */
const OUR_VIEW = 'ours, view kept';
const ENGINES = [
  { name: OURS, engine: 'ours' },
  { name: OUR_VIEW, engine: 'oursView' },
  { name: 'limit-view', engine: 'limitView' },
  { name: 'limit-str', engine: 'limit' },
  { name: 'CASL', engine: 'casl' },
  { name: 'accesscontrol', engine: 'accesscontrol' },
  { name: 'DataHub model', engine: 'datahubModel' },
  { name: 'casbin', engine: 'casbin' },
];
const PEERS = ['CASL', 'accesscontrol', 'DataHub model', 'casbin'];
const COLD = [OURS, 'limit-str', 'CASL'];
const FEW = 'ours at 10 rules';
const FEW_LIMIT = 'limit-str at 10 rules';

/** casbin looks at every row: above this, three decisions of it would take longer than everything else together. */
const MOST_RULES_OF_CASBIN = { quick: 1_000, full: 10_000 };

const CELLS = {
  quick: [
    [10, 10_000],
    [100_000, 10_000],
    [100_000, 100_000],
  ],
  full: [
    [10, 10_000],
    [100, 10_000],
    [1_000, 10_000],
    [10_000, 10_000],
    [100_000, 10_000],
    [100_000, 100_000],
  ],
};

/**
 * Rows 1 and 2: a decision by an engine that is ready, when some hundred requests come again and again and when they are
 * scattered over everybody, and the first one for a user about whom something has changed.
 */
export async function measureDecisions(
  { mode, seed, rounds, surroundings },
  report,
) {
  const { DecisionIndex } = await import(surroundings.product);
  const canKeepViews = 'checkIn' in DecisionIndex.prototype;
  for (const [rules, datasets] of CELLS[mode]) {
    const world = { seed, rules, datasets };
    const few = { ...world, rules: 10, datasets: 10_000 };
    const contestants = ENGINES.filter(
      ({ name }) =>
        (name !== 'casbin' || rules <= MOST_RULES_OF_CASBIN[mode]) &&
        (name !== OUR_VIEW || canKeepViews),
    );
    const isLarge = rules === 100_000;
    const results = await hold({
      contestants: isLarge
        ? [
            ...contestants,
            { name: FEW, engine: 'ours', world: few },
            { name: FEW_LIMIT, engine: 'limit', world: few },
          ]
        : contestants,
      world,
      tasks: [
        { task: 'warmRound', milliseconds: mode === 'quick' ? 100 : 300 },
        { task: 'scatteredRound', milliseconds: mode === 'quick' ? 100 : 300 },
        {
          task: 'coldRound',
          milliseconds: mode === 'quick' ? 100 : 300,
          among: COLD,
        },
      ],
      rounds,
      surroundings,
    });
    publish({ rules, datasets, world, results }, report);
  }
}

function publish({ rules, datasets, world, results }, report) {
  const warmOf = name => results.get(name)?.rounds.warmRound;
  const scatteredOf = name => results.get(name)?.rounds.scatteredRound;
  const coldOf = name => results.get(name)?.rounds.coldRound;
  const ours = warmOf('ours');
  const share = expectedAnswers(world).allowed;
  const rows = [
    [
      'engine',
      'p50 us',
      'p99 us',
      'x ours (min-max)',
      'scattered p50 us',
      'x ours (min-max)',
      'cold user p50 us',
      'x ours (min-max)',
      'memory MB',
      'checked',
      'wrong',
    ],
  ];
  for (const [name, result] of results) {
    report.decisions(result);
    const cold = coldOf(name);
    const hasCold = cold.length > 0;
    const toWarm = ratio(warmOf(name), ours);
    const toScattered = ratio(scatteredOf(name), scatteredOf('ours'));
    const toCold = hasCold && ratio(cold, coldOf('ours'));
    const figures = {
      warm: summary(warmOf(name)),
      scattered: summary(scatteredOf(name)),
      cold: hasCold ? summary(cold) : undefined,
    };
    report.figure({
      row: '1, 2',
      what: 'decision',
      engine: name,
      rules: isFew(name) ? 10 : rules,
      datasets: isFew(name) ? 10_000 : datasets,
      allowed: share,
      ...figures,
      timesOurs: {
        warm: toWarm,
        scattered: toScattered,
        cold: toCold || undefined,
      },
      memoryGrowthBytes: result.memoryGrowth,
      checked: result.checked,
      wrong: result.wrong,
    });
    rows.push([
      name,
      round(figures.warm.p50),
      round(figures.warm.p99),
      withRange(toWarm),
      round(figures.scattered.p50),
      withRange(toScattered),
      round(figures.cold?.p50),
      toCold ? withRange(toCold) : '',
      round(result.memoryGrowth / 2 ** 20),
      result.checked.toLocaleString('en'),
      result.wrong,
    ]);
  }
  report.table(
    `1, 2  Decision, ${rules.toLocaleString(
      'en',
    )} rules, ${datasets.toLocaleString('en')} datasets, ${Math.round(
      share * 100,
    )} % allowed`,
    rows,
  );
  setGoals({ rules, datasets, results, warmOf, scatteredOf, coldOf }, report);
}

function setGoals(
  { rules, datasets, results, warmOf, scatteredOf, coldOf },
  report,
) {
  const at = `${short(rules)} x ${short(datasets)}`;
  const ours = warmOf('ours');
  const times = (a, b) => ratio(a, b).median;
  // peers are asked by a caller who keeps what they made for the user; where ours can be asked so, that is what compares
  const kept = warmOf(OUR_VIEW) ?? ours;
  const best = own =>
    Math.min(...PEERS.filter(warmOf).map(name => times(warmOf(name), own)));
  const isCorner = rules === 100_000 && datasets === 100_000;
  const goal = (row, what, value, rest) =>
    report.goal({ row, what: `${what}, ${at}`, value, ...rest });
  if (isCorner) {
    goal(1, 'best peer / ours as peers are asked', best(kept), { atLeast: 60 });
    goal(1, 'best peer / ours with three texts', best(ours), {
      atLeast: 60,
      isBinding: false,
    });
    // here nearly all of the time goes to memory that no cache holds, for the bare index as well
    const scattered = name => times(scatteredOf(name), scatteredOf(OUR_VIEW));
    goal(
      1,
      'scattered: best peer / ours',
      Math.min(...PEERS.filter(scatteredOf).map(scattered)),
      {
        atLeast: 60,
        isBinding: false,
      },
    );
    goal(
      1,
      'scattered: ours / limit-str',
      times(scatteredOf(OURS), scatteredOf('limit-str')),
      { atMost: 1.5 },
    );
  }
  if (rules === 1_000) {
    goal(1, 'best peer / ours as peers are asked', best(kept), {
      atLeast: 20,
      isBinding: false,
    });
  }
  if (rules === 10) {
    goal(1, 'CASL / ours as peers are asked', times(warmOf('CASL'), kept), {
      atLeast: 2,
      isBinding: false,
    });
    goal(1, 'ours / bare scan', times(kept, warmOf('DataHub model')), {
      atMost: 1.5,
      isBinding: false,
    });
  }
  goal(1, 'ours / limit-str', times(ours, warmOf('limit-str')), {
    atMost: 1.5,
    isBinding: isCorner,
  });
  if (warmOf(OUR_VIEW)) {
    goal(1, 'ours, view kept / limit-view', times(kept, warmOf('limit-view')), {
      atMost: 1.5,
      isBinding: false,
    });
  }
  if (warmOf(FEW)) {
    // with more datasets there is more memory to go through, for the bare index as well
    goal(1, 'ours / ours at 10 x 10k', times(ours, warmOf(FEW)), {
      atMost: 4,
      isBinding: !isCorner,
    });
    report.figure({
      row: '1',
      what: 'growth of the bare index from 10 rules x 10k datasets',
      rules,
      datasets,
      times: ratio(warmOf('limit-str'), warmOf(FEW_LIMIT)),
    });
  }
  if (rules === 100_000) {
    goal(
      2,
      'CASL build / ours, cold user',
      times(coldOf('CASL'), coldOf('ours')),
      {
        atLeast: 10,
      },
    );
    goal(2, 'ours / limit-cold', times(coldOf('ours'), coldOf('limit-str')), {
      atMost: 1.4,
    });
  }
  if (isCorner) {
    const growth = name => results.get(name).memoryGrowth;
    goal(8, 'memory, ours / CASL', growth('ours') / growth('CASL'), {
      atMost: 0.5,
      isBinding: false,
    });
  }
}

function isFew(name) {
  return name === FEW || name === FEW_LIMIT;
}

function summary(rounds) {
  return {
    p50: median(rounds.map(({ p50 }) => p50)),
    p99: median(rounds.map(({ p99 }) => p99)),
    rounds,
  };
}

function withRange({ median: middle, min, max }) {
  return `${round(middle)} (${round(min)}-${round(max)})`;
}

function short(count) {
  return count >= 1000 ? `${count / 1000}k` : String(count);
}
