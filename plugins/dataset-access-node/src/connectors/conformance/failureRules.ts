import { rule, type ConnectorRule } from './ConnectorRule';
import {
  entitlement,
  give,
  lowestLevel,
  mustFail,
  mustHave,
  orderFor,
} from './scenes';

/** What is not there, and sources that are down. */
export const failureRules: ConnectorRule[] = [
  rule(
    'says that a source is down, and does its work when it is back',
    ['goDown'],
    async bench => {
      const { connector, datasets, subjects } = bench;
      const [dataset] = datasets;
      const [subject] = subjects;
      const wanted = await entitlement(
        bench,
        dataset,
        subject,
        lowestLevel(bench),
      );
      const back = { former: [wanted.target], others: [] };
      const comeBack = await bench.goDown();
      const down = (what: string, work: () => Promise<unknown>) =>
        mustFail(bench, 'SOURCE_UNAVAILABLE', what, work);
      await down('locate', () => connector.locate(dataset, subject));
      await down('plan', () => connector.plan(orderFor(wanted)));
      await down('apply', () => connector.apply(orderFor(wanted)));
      await down('revoke', () => connector.revoke(back));
      await down('read', () => connector.read(dataset));
      await comeBack();
      await mustHave(bench, dataset, subject, undefined, 'after an outage');
      await give(bench);
    },
  ),

  rule(
    'says that a subject is not there, and has nothing to take from it',
    ['dropSubject'],
    async bench => {
      const { connector, datasets, subjects } = bench;
      const given = await give(bench);
      await bench.dropSubject(subjects[0]);
      await mustFail(bench, 'SUBJECT_MISSING', 'locate', () =>
        connector.locate(datasets[0], subjects[0]),
      );
      await mustFail(bench, 'SUBJECT_MISSING', 'apply', () =>
        connector.apply(orderFor(given)),
      );
      await connector.revoke({ former: [given.target], others: [] });
    },
  ),

  rule(
    'says that a dataset is not there, and has nothing to take on it',
    ['dropDataset'],
    async bench => {
      const { connector, datasets, subjects } = bench;
      const given = await give(bench);
      await bench.dropDataset(datasets[0]);
      await mustFail(bench, 'TARGET_MISSING', 'locate', () =>
        connector.locate(datasets[0], subjects[0]),
      );
      await mustFail(bench, 'TARGET_MISSING', 'apply', () =>
        connector.apply(orderFor(given)),
      );
      await mustFail(bench, 'TARGET_MISSING', 'read', () =>
        connector.read(datasets[0]),
      );
      await connector.revoke({ former: [given.target], others: [] });
    },
  ),
];
