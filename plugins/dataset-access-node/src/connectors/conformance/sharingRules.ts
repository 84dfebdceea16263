import assert from 'node:assert/strict';
import { rule, type ConnectorRule } from './ConnectorRule';
import {
  entitlement,
  give,
  lowestLevel,
  mustBeNothing,
  mustHave,
  orderFor,
} from './scenes';

/** What several subjects, datasets or givers have a part in. */
export const sharingRules: ConnectorRule[] = [
  rule('leaves other subjects alone', [], async bench => {
    const { connector, datasets, subjects } = bench;
    const [dataset] = datasets;
    const [first, second] = subjects;
    const { target, level } = await give(bench);
    await mustHave(bench, dataset, second, undefined, 'after the other got it');
    const other = await entitlement(bench, dataset, second, level);
    await connector.apply(orderFor(other));
    await connector.revoke({ former: [target], others: [] });
    await mustHave(bench, dataset, first, undefined, 'after revoke');
    await mustHave(bench, dataset, second, level, 'after the other lost it');
  }),

  rule('keeps what another dataset is given for', [], async bench => {
    const { connector, datasets, subjects } = bench;
    const [subject] = subjects;
    const first = await give(bench);
    const second = await entitlement(bench, datasets[1], subject, first.level);
    await connector.apply(orderFor(second, { others: [first] }));
    await mustHave(bench, datasets[0], subject, first.level, 'with another');
    await connector.revoke({ former: [first.target], others: [second] });
    await mustHave(
      bench,
      datasets[1],
      subject,
      second.level,
      'after the other dataset was taken away',
    );
    mustBeNothing(
      await connector.plan(
        orderFor(second, { former: [second.target], others: [] }),
      ),
      'what was kept',
    );
    await connector.revoke({ former: [second.target], others: [] });
    for (const dataset of datasets) {
      await mustHave(bench, dataset, subject, undefined, 'after all was taken');
    }
  }),

  rule(
    'keeps the higher level of another dataset when one is lowered',
    [],
    async bench => {
      const { connector, datasets, subjects } = bench;
      const [subject] = subjects;
      const { levels } = connector.capabilities;
      const highest = levels[levels.length - 1];
      const [first, second] = [
        await entitlement(bench, datasets[0], subject, highest),
        await entitlement(bench, datasets[1], subject, highest),
      ];
      await connector.apply(orderFor(first));
      await connector.apply(orderFor(second, { others: [first] }));
      await connector.apply(
        orderFor(
          { ...first, level: lowestLevel(bench) },
          { former: [first.target], others: [second] },
        ),
      );
      await mustHave(
        bench,
        datasets[1],
        subject,
        highest,
        'after the other dataset was lowered',
      );
    },
  ),

  rule('gives several subjects access side by side', [], async bench => {
    const { connector, datasets, subjects } = bench;
    const level = lowestLevel(bench);
    const wanted = await Promise.all(
      subjects.map(subject => entitlement(bench, datasets[0], subject, level)),
    );
    await Promise.all(wanted.map(one => connector.apply(orderFor(one))));
    for (const subject of subjects) {
      await mustHave(bench, datasets[0], subject, level, 'side by side');
    }
  }),

  rule(
    'never touches what others gave to the same subject',
    ['grantBehind'],
    async bench => {
      const { connector, datasets, subjects } = bench;
      const [dataset] = datasets;
      const [subject] = subjects;
      const { levels } = connector.capabilities;
      const theirs = levels[levels.length - 1];
      await bench.grantBehind(dataset, subject, theirs);
      await mustHave(bench, dataset, subject, theirs, 'after others gave it');
      const wanted = await entitlement(
        bench,
        dataset,
        subject,
        lowestLevel(bench),
      );
      assert.deepEqual(
        await connector.revoke({ former: [wanted.target], others: [] }),
        [],
        'there was nothing of the connector to take back',
      );
      await connector.apply(orderFor(wanted, { former: [wanted.target] }));
      await mustHave(bench, dataset, subject, theirs, 'after a lower order');
      await connector.revoke({ former: [wanted.target], others: [] });
      await mustHave(bench, dataset, subject, theirs, 'after revoke');
    },
  ),
];
