import assert from 'node:assert/strict';
import type { SourceHolding, SourceTarget } from '../SourceConnector';
import type { ConnectorBench } from './ConnectorBench';
import { rule, type ConnectorRule } from './ConnectorRule';
import { entitlement, give, lowestLevel, mustHave, orderFor } from './scenes';

/** The holdings of the first dataset at a target, ours and others'. */
async function holdingsAt(
  { connector, datasets }: ConnectorBench,
  target: SourceTarget,
): Promise<Record<'ours' | 'others', SourceHolding[]>> {
  const holdings = await connector.read(datasets[0]);
  for (const { holder, privileges } of holdings) {
    assert.ok(holder.trim(), 'a holding should name its holder');
    assert.ok(privileges.length > 0, 'a holding should name what is held');
    assert.deepEqual(privileges, [...privileges].sort(), 'not sorted');
  }
  const text = canonical(target);
  const there = holdings.filter(one => canonical(one.target) === text);
  return {
    ours: there.filter(({ ours }) => ours),
    others: there.filter(({ ours }) => !ours),
  };
}

/** JSON in one order of keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}

/** What is said about the source, and what was done there by others. */
export const readingRules: ConnectorRule[] = [
  rule(
    'reads what it gave as its own, at the located target and with its level',
    [],
    async bench => {
      const { connector, datasets, subjects } = bench;
      const { levels } = connector.capabilities;
      const { target } = await connector.locate(datasets[0], subjects[0]);
      assert.deepEqual(
        (await holdingsAt(bench, target)).ours,
        [],
        'nothing was given yet',
      );
      for (const level of levels) {
        await connector.apply(
          orderFor({ target, level }, { former: [target] }),
        );
        const { ours, others } = await holdingsAt(bench, target);
        assert.deepEqual(
          ours.map(holding => holding.level),
          [level],
          `read should tell of ${level} at the target`,
        );
        assert.deepEqual(others, [], 'that was by nobody else');
      }
      await connector.revoke({ former: [target], others: [] });
      assert.deepEqual(
        (await holdingsAt(bench, target)).ours,
        [],
        'all was taken back',
      );
    },
  ),

  rule('can take back at the targets that it reads', [], async bench => {
    const { connector, datasets, subjects } = bench;
    await give(bench);
    const former = (await connector.read(datasets[0]))
      .filter(({ ours }) => ours)
      .map(({ target }) => target);
    await connector.revoke({ former, others: [] });
    await mustHave(bench, datasets[0], subjects[0], undefined, 'after that');
  }),

  rule(
    'reads what others gave as theirs, beside its own',
    ['grantBehind'],
    async bench => {
      const { connector, datasets, subjects } = bench;
      const [dataset] = datasets;
      const [subject] = subjects;
      const level = lowestLevel(bench);
      await bench.grantBehind(dataset, subject, level);
      const wanted = await entitlement(bench, dataset, subject, level);
      const before = await holdingsAt(bench, wanted.target);
      assert.deepEqual(before.ours, [], 'that was not the connector');
      assert.equal(before.others.length, 1, 'read should tell of it');
      await connector.apply(orderFor(wanted));
      const after = await holdingsAt(bench, wanted.target);
      assert.equal(after.ours.length, 1, 'read should tell of its own');
      assert.equal(after.others.length, 1, 'and still of the other');
    },
  ),

  rule(
    'sees and mends what was taken behind its back',
    ['revokeBehind'],
    async bench => {
      const { connector, datasets, subjects } = bench;
      const [dataset] = datasets;
      const [subject] = subjects;
      const given = await give(bench);
      await bench.revokeBehind(dataset, subject);
      await mustHave(bench, dataset, subject, undefined, 'behind its back');
      const levels = (await holdingsAt(bench, given.target)).ours.map(
        ({ level }) => level,
      );
      assert.ok(
        !levels.includes(given.level),
        'read should not tell of what is gone',
      );
      const order = orderFor(given, { former: [given.target] });
      assert.notDeepEqual(await connector.plan(order), [], 'plan should mend');
      await connector.apply(order);
      await mustHave(bench, dataset, subject, given.level, 'after apply');
    },
  ),
];
