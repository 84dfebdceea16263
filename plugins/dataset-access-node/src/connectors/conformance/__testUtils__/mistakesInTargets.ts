import { instead, type Mistake } from './instead';

/** Connectors that describe themselves, or places, wrongly. */
export const mistakesInTargets: Mistake[] = [
  [
    'calls itself manual',
    instead(() => ({ id: 'manual' })),
    ['says who it is and what it can do'],
  ],
  [
    'says it gives nothing',
    instead(good => ({ capabilities: { ...good.capabilities, levels: [] } })),
    ['says who it is and what it can do'],
  ],
  [
    'claims a level that it does not give',
    instead(good => ({
      capabilities: {
        ...good.capabilities,
        levels: ['read-only', 'editor', 'owner'],
      },
    })),
    [
      'gives each of its levels exactly, whatever was there before',
      'reads what it gave as its own, at the located target and with its level',
    ],
  ],
  [
    'gives a level that it does not claim',
    instead(good => ({
      capabilities: { ...good.capabilities, levels: ['read-only'] },
    })),
    ['refuses levels that it does not give'],
  ],
  [
    'serves everything',
    instead(() => ({ serves: () => true })),
    ['serves its datasets and no others'],
  ],
  [
    'answers with a promise whether it serves',
    instead(() => ({ serves: (async () => true) as never })),
    ['serves its datasets and no others'],
  ],
  [
    'numbers its targets',
    instead(good => {
      return {
        locate: async (dataset, subject) => {
          const found = await good.locate(dataset, subject);
          return {
            ...found,
            target: { ...found.target, at: process.hrtime().join() },
          };
        },
      };
    }),
    ['finds the same target again, as plain JSON'],
  ],
  [
    'has a date in its targets',
    instead(good => ({
      locate: async (dataset, subject) => {
        const found = await good.locate(dataset, subject);
        return {
          ...found,
          target: { ...found.target, at: new Date(0) as any },
        };
      },
    })),
    ['finds the same target again, as plain JSON'],
  ],
  [
    'has its password in its targets',
    instead(good => ({
      locate: async (dataset, subject) => {
        const found = await good.locate(dataset, subject);
        return { ...found, target: { ...found.target, key: 'open-sesame' } };
      },
    })),
    ['finds the same target again, as plain JSON'],
  ],
  [
    'gives everybody the same role',
    instead(good => ({
      locate: (dataset, subject) =>
        good.locate(dataset, {
          ...subject,
          metadata: { ...subject.metadata, name: 'ann' },
        }),
    })),
    [
      'tells subjects and datasets apart by their targets',
      'leaves other subjects alone',
      'gives several subjects access side by side',
    ],
  ],
  [
    'remembers in memory what it gave',
    good => {
      const given = new Set<unknown>();
      return instead(() => ({
        apply: async order => {
          given.add(order.wanted?.target);
          return good.apply(order);
        },
        revoke: async order =>
          good.revoke({
            ...order,
            former: order.former.filter(target => given.has(target)),
          }),
      }))(good);
    },
    ['takes access back by what was recorded alone'],
  ],
  [
    'says it took back what was not there',
    instead(good => ({
      revoke: async order => [
        ...(await good.revoke(order)),
        { effect: 'revoke', text: 'take' },
      ],
    })),
    [
      'takes nothing back when there is nothing to take',
      'does nothing when an order is carried out again',
    ],
  ],
];
