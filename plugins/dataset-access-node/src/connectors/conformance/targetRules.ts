import assert from 'node:assert/strict';
import { rule, type ConnectorRule } from './ConnectorRule';
import { give, mustHave, mustNotTell } from './scenes';

/** Targets are recorded with every grant; this leaves room for a thousand ids. */
const MAX_TARGET_CHARACTERS = 16_384;

/** What a connector says of itself, and the targets that it finds. */
export const targetRules: ConnectorRule[] = [
  rule('says who it is and what it can do', [], async ({ connector }) => {
    assert.match(connector.id, /^[a-z0-9][a-z0-9-]*$/, 'the id');
    assert.notEqual(connector.id, 'manual', 'the id is that of people');
    assert.ok(connector.title.trim(), 'the title should not be empty');
    const { levels, columnLists, expiryInSource } = connector.capabilities;
    assert.ok(levels.length > 0, 'it should give at least one level');
    assert.equal(new Set(levels).size, levels.length, 'a level is said twice');
    assert.equal(typeof columnLists, 'boolean', 'columnLists');
    assert.equal(typeof expiryInSource, 'boolean', 'expiryInSource');
  }),

  rule('serves its datasets and no others', [], async bench => {
    const { connector, datasets } = bench;
    for (const dataset of datasets) {
      assert.equal(
        connector.serves(dataset),
        true,
        `it should serve ${dataset.metadata.name}, and say so at once`,
      );
    }
    const [{ apiVersion, kind, spec }] = datasets;
    assert.equal(
      connector.serves({
        apiVersion,
        kind,
        spec,
        metadata: { name: 'of-no-source', namespace: 'default' },
      }),
      false,
      'it should not serve a dataset that says nothing of its source',
    );
  }),

  rule('finds the same target again, as plain JSON', [], async bench => {
    const { connector, datasets, subjects } = bench;
    const locate = () => connector.locate(datasets[0], subjects[0]);
    const first = await locate();
    assert.ok(first.holder.trim(), 'a location should name the holder');
    assert.ok(first.objects.trim(), 'a location should name the objects');
    mustNotTell(bench, first, 'a location');
    const text = JSON.stringify(first.target);
    assert.deepEqual(JSON.parse(text), first.target, 'not plain JSON');
    assert.ok(text.length <= MAX_TARGET_CHARACTERS, 'the target is too large');
    assert.deepEqual((await locate()).target, first.target, 'located again');
    await give(bench);
    assert.deepEqual(
      (await locate()).target,
      first.target,
      'access should not make another target',
    );
  }),

  rule(
    'tells subjects and datasets apart by their targets',
    [],
    async bench => {
      const { connector, datasets, subjects } = bench;
      const targets = new Set<string>();
      for (const dataset of datasets) {
        for (const subject of subjects) {
          const { target } = await connector.locate(dataset, subject);
          targets.add(JSON.stringify(target));
        }
      }
      assert.equal(targets.size, 4, 'two of the four targets are the same');
    },
  ),

  rule('takes access back by what was recorded alone', [], async bench => {
    const { target } = await give(bench);
    const recorded = JSON.parse(JSON.stringify(target));
    await bench.connector.revoke({ former: [recorded], others: [] });
    await mustHave(
      bench,
      bench.datasets[0],
      bench.subjects[0],
      undefined,
      'after revoke with a target from the record',
    );
  }),

  rule('takes nothing back when there is nothing to take', [], async bench => {
    const { connector, datasets, subjects } = bench;
    const { target } = await connector.locate(datasets[0], subjects[0]);
    for (const former of [[], [target]]) {
      assert.deepEqual(
        await connector.revoke({ former, others: [] }),
        [],
        'revoke should have had nothing to do',
      );
    }
  }),
];
