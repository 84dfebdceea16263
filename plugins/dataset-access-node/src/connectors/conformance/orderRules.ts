import { accessLevels } from 'backstage-plugin-dataset-access-common';
import assert from 'node:assert/strict';
import type { ConnectorRule } from './ConnectorRule';
import { rule } from './ConnectorRule';
import {
  entitlement,
  give,
  lowestLevel,
  mustBeNothing,
  mustFail,
  mustHave,
  mustNotTell,
  orderFor,
} from './scenes';

/** Orders for one subject on one dataset. */
export const orderRules: ConnectorRule[] = [
  rule('gives access by apply and takes it by revoke', [], async bench => {
    const [dataset] = bench.datasets;
    const [subject] = bench.subjects;
    await mustHave(bench, dataset, subject, undefined, 'at first');
    const { target } = await give(bench);
    await bench.connector.revoke({ former: [target], others: [] });
    await mustHave(bench, dataset, subject, undefined, 'after revoke');
  }),

  rule('takes access by an order that wants nothing', [], async bench => {
    const { target } = await give(bench);
    await bench.connector.apply({ former: [target], others: [] });
    await mustHave(
      bench,
      bench.datasets[0],
      bench.subjects[0],
      undefined,
      'after an order without wanted',
    );
  }),

  rule('does nothing when an order is carried out again', [], async bench => {
    const { connector, datasets, subjects } = bench;
    const given = await give(bench);
    const again = orderFor(given, { former: [given.target] });
    mustBeNothing(await connector.apply(again), 'the second apply');
    await mustHave(bench, datasets[0], subjects[0], given.level, 'after that');
    const back = { former: [given.target], others: [] };
    await connector.revoke(back);
    mustBeNothing(await connector.revoke(back), 'the second revoke');
    await mustHave(bench, datasets[0], subjects[0], undefined, 'after that');
  }),

  rule(
    'plans what apply then does, and nothing afterwards',
    [],
    async bench => {
      const { connector, datasets, subjects } = bench;
      const wanted = await entitlement(
        bench,
        datasets[0],
        subjects[0],
        lowestLevel(bench),
      );
      const orders = [
        orderFor(wanted),
        { former: [wanted.target], others: [] },
      ];
      for (const order of orders) {
        const planned = await connector.plan(order);
        assert.notDeepEqual(planned, [], 'plan should have had steps');
        for (const { effect, text } of planned) {
          assert.equal(effect, order.wanted ? 'grant' : 'revoke');
          assert.ok(text.trim(), 'a step should say what is done');
        }
        mustNotTell(bench, planned, 'a step');
        assert.deepEqual(
          await connector.apply(order),
          planned,
          'apply should have done what was planned',
        );
        mustBeNothing(await connector.plan(order), 'plan after apply');
      }
    },
  ),

  rule('changes nothing by planning, locating or reading', [], async bench => {
    const { connector, datasets, subjects } = bench;
    const wanted = await entitlement(
      bench,
      datasets[0],
      subjects[0],
      lowestLevel(bench),
    );
    await connector.plan(orderFor(wanted));
    await connector.read(datasets[0]);
    await mustHave(bench, datasets[0], subjects[0], undefined, 'after a plan');
    await connector.apply(orderFor(wanted));
    await connector.plan({ former: [wanted.target], others: [] });
    await connector.locate(datasets[0], subjects[0]);
    await connector.read(datasets[0]);
    await mustHave(
      bench,
      datasets[0],
      subjects[0],
      wanted.level,
      'after a plan to take it back',
    );
  }),

  rule(
    'gives each of its levels exactly, whatever was there before',
    [],
    async bench => {
      const { connector, datasets, subjects } = bench;
      const { levels } = connector.capabilities;
      const { target } = await connector.locate(datasets[0], subjects[0]);
      for (const before of [undefined, ...levels]) {
        for (const level of levels) {
          await connector.apply({
            wanted: before && { target, level: before },
            former: [target],
            others: [],
          });
          await connector.apply(
            orderFor({ target, level }, { former: [target] }),
          );
          await mustHave(
            bench,
            datasets[0],
            subjects[0],
            level,
            `after ${level} was ordered on top of ${before ?? 'nothing'}`,
          );
        }
      }
    },
  ),

  rule('refuses levels that it does not give', [], async bench => {
    const { connector, datasets, subjects } = bench;
    const { target } = await connector.locate(datasets[0], subjects[0]);
    const others = accessLevels.filter(
      level => !connector.capabilities.levels.includes(level),
    );
    for (const level of others) {
      await mustFail(bench, 'LEVEL_NOT_SUPPORTED', `applying ${level}`, () =>
        connector.apply(orderFor({ target, level })),
      );
      await mustHave(bench, datasets[0], subjects[0], undefined, 'after that');
    }
  }),

  rule('moves access from a former target to another', [], async bench => {
    const { connector, datasets, subjects } = bench;
    const former = await give(bench);
    const wanted = await entitlement(
      bench,
      datasets[1],
      subjects[0],
      former.level,
    );
    await connector.apply(orderFor(wanted, { former: [former.target] }));
    await mustHave(bench, datasets[1], subjects[0], wanted.level, 'afterwards');
    await mustHave(bench, datasets[0], subjects[0], undefined, 'afterwards');
  }),
];
