import { ConnectorProblem } from '../../ConnectorProblem';
import type { SourceOrder } from '../../SourceConnector';
import { instead, type Mistake } from './instead';

const holding = { holder: 'ann', privileges: ['read'], ours: true };

/** Connectors that tell wrongly what is there or what is wrong. */
export const mistakesInAnswers: Mistake[] = [
  [
    'reads nobody',
    instead(() => ({ read: async () => [] })),
    [
      'reads what it gave as its own, at the located target and with its level',
      'can take back at the targets that it reads',
      'reads what others gave as theirs, beside its own',
    ],
  ],
  [
    'reads targets of its own making',
    instead(good => ({
      read: async dataset =>
        (await good.read(dataset)).map(one => ({
          ...one,
          target: { role: one.holder, tables: [] },
        })),
    })),
    [
      'reads what it gave as its own, at the located target and with its level',
      'can take back at the targets that it reads',
    ],
  ],
  [
    'reads what it remembers instead of what is there',
    good => {
      let last: SourceOrder | undefined;
      return instead(() => ({
        apply: async order => {
          last = order;
          return good.apply(order);
        },
        read: async () =>
          last?.wanted
            ? [{ ...holding, target: last.wanted.target, level: 'read-only' }]
            : [],
      }))(good);
    },
    [
      'sees and mends what was taken behind its back',
      'reads what others gave as theirs, beside its own',
    ],
  ],
  [
    'says of an outage whatever comes',
    instead(good => ({
      apply: order =>
        good.apply(order).catch(() => {
          throw new Error('ECONNREFUSED');
        }),
    })),
    [
      'says that a source is down, and does its work when it is back',
      'says that a subject is not there, and has nothing to take from it',
      'says that a dataset is not there, and has nothing to take on it',
      'refuses levels that it does not give',
    ],
  ],
  [
    'tells its password when it is refused',
    instead(good => ({
      locate: (dataset, subject) =>
        good.locate(dataset, subject).catch(({ code }) => {
          throw new ConnectorProblem(code, 'open-sesame was refused');
        }),
    })),
    ['says that a source is down, and does its work when it is back'],
  ],
  [
    'calls every problem an outage',
    instead(good => ({
      locate: (dataset, subject) =>
        good.locate(dataset, subject).catch(() => {
          throw new ConnectorProblem('SOURCE_UNAVAILABLE', 'Down.');
        }),
    })),
    [
      'says that a subject is not there, and has nothing to take from it',
      'says that a dataset is not there, and has nothing to take on it',
    ],
  ],
  [
    'cannot take from what is gone',
    instead(good => ({
      revoke: async order => {
        for (const { role } of order.former as Array<{ role: string }>) {
          if (!good.source.roles.has(role)) {
            throw new ConnectorProblem('SUBJECT_MISSING', 'No role.');
          }
        }
        return good.revoke(order);
      },
    })),
    ['says that a subject is not there, and has nothing to take from it'],
  ],
];
