import { round } from '../../Report.mjs';

const GRANTED = 100_000;
/** What DataHub advises at most. */
const GROUPS = 200;

/** Most bytes of a decision that the framework passes on. */
const WALL = 100 * 1024;

/** Row 6: how many bytes the framework carries for somebody who was granted very many datasets one by one. */
export async function measureConditions({ surroundings }, report) {
  const { DecisionIndex } = await import(surroundings.product);
  const user = 'user:default/user-1';
  const groups = Array.from(
    { length: GROUPS },
    (_, n) => `group:default/group-${n}`,
  );
  const datasets = Array.from(
    { length: GRANTED },
    (_, n) => `resource:default/data-${n}`,
  );
  const index = DecisionIndex.of({
    people: [
      { ref: user, groups },
      ...groups.map(ref => ({ ref, groups: [] })),
    ],
    resources: datasets.map(ref => ({
      ref,
      owners: [],
      domains: [],
      tags: [],
      labels: {},
    })),
    rules: datasets.map((ref, n) => ({
      id: String(n),
      origin: 'grant',
      name: `Grant ${n}`,
      type: 'metadata',
      state: 'active',
      privileges: ['catalog.entity.read'],
      actors:
        n % 2 === 0 ? { users: [user] } : { groups: [groups[n % GROUPS]] },
      resources: [{ field: 'entity', operator: 'equals', values: [ref] }],
    })),
  });
  const now = Date.now();
  const answers = datasets.map(ref =>
    index.check(user, 'catalog.entity.read', ref, now),
  );
  report.decisions({
    checked: answers.length,
    wrong: answers.filter(answer => !answer).length,
  });

  const ours = decision('HAS_DATASET_ACCESS', {
    principals: [user, ...groups],
  });
  const listing = decision('IS_ONE_OF', { refs: datasets });
  report.table(
    `6  Bytes of a conditional decision, ${GRANTED.toLocaleString(
      'en',
    )} datasets granted one by one, ${GROUPS} groups`,
    [
      ['condition', 'bytes', 'of the wall at 100 KiB'],
      ['principals', ours.toLocaleString('en'), `${round(ours / WALL)}`],
      [
        'list of the datasets',
        listing.toLocaleString('en'),
        `${round(listing / WALL)}`,
      ],
    ],
  );
  report.figure({
    row: '6',
    what: 'bytes of a conditional decision',
    granted: GRANTED,
    groups: GROUPS,
    ours,
    listing,
  });
  report.goal({
    row: 6,
    what: 'bytes of a conditional decision',
    value: ours / 1024,
    atMost: 8,
    unit: 'KiB',
  });
}

/** As the permission framework sends it. */
function decision(rule, params) {
  return Buffer.byteLength(
    JSON.stringify({
      result: 'CONDITIONAL',
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: { rule, resourceType: 'catalog-entity', params },
    }),
  );
}
