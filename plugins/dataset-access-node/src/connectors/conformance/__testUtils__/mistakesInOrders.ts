import { instead, type Mistake, withOrders } from './instead';

/** Connectors that carry orders out wrongly. */
export const mistakesInOrders: Mistake[] = [
  [
    'gives nothing',
    instead(good => ({ apply: good.plan, revoke: good.plan })),
    ['gives access by apply and takes it by revoke'],
  ],
  [
    'gives but does not take',
    instead(good => ({
      revoke: good.plan,
      apply: async order => (order.wanted ? good.apply(order) : []),
    })),
    [
      'gives access by apply and takes it by revoke',
      'takes access by an order that wants nothing',
      'can take back at the targets that it reads',
    ],
  ],
  [
    'gives again what is there',
    instead(good => ({
      apply: async order =>
        order.wanted
          ? [
              ...(await good.apply(order)),
              { effect: 'grant', text: 'give again' },
            ]
          : good.apply(order),
    })),
    [
      'does nothing when an order is carried out again',
      'plans what apply then does, and nothing afterwards',
    ],
  ],
  [
    'plans nothing',
    instead(() => ({ plan: async () => [] })),
    [
      'plans what apply then does, and nothing afterwards',
      'sees and mends what was taken behind its back',
    ],
  ],
  [
    'does what it should only plan',
    instead(good => ({ plan: good.apply })),
    ['changes nothing by planning, locating or reading'],
  ],
  [
    'only ever adds privileges',
    instead(good => ({
      apply: async order => {
        const before = [...good.source.items];
        const steps = await good.apply(order);
        if (order.wanted) {
          good.source.items = [...new Set([...before, ...good.source.items])];
        }
        return steps;
      },
    })),
    [
      'gives each of its levels exactly, whatever was there before',
      'moves access from a former target to another',
    ],
  ],
  [
    'forgets former targets',
    instead(good => ({
      apply: async order =>
        good.apply(order.wanted ? { ...order, former: [] } : order),
    })),
    ['moves access from a former target to another'],
  ],
  [
    'takes from everybody',
    instead(good => ({
      revoke: async order => {
        const steps = await good.revoke(order);
        good.source.items = [];
        return steps;
      },
    })),
    ['leaves other subjects alone', 'keeps what another dataset is given for'],
  ],
  [
    'does not look at other datasets',
    withOrders(order => ({ ...order, others: [] })),
    [
      'keeps what another dataset is given for',
      'keeps the higher level of another dataset when one is lowered',
    ],
  ],
  [
    'loses one of two orders at a time',
    good => {
      let busy = false;
      return instead(() => ({
        apply: async order => {
          if (busy) {
            return [];
          }
          busy = true;
          await new Promise(resolve => setImmediate(resolve));
          busy = false;
          return good.apply(order);
        },
      }))(good);
    },
    ['gives several subjects access side by side'],
  ],
  [
    'takes what others gave for its own',
    instead(good => {
      const own =
        <A, R>(work: (argument: A) => Promise<R>) =>
        async (argument: A): Promise<R> => {
          good.source.items.forEach(item => {
            item.by = 'connector';
          });
          return work.call(good, argument);
        };
      return {
        apply: own(good.apply),
        revoke: own(good.revoke),
        read: own(good.read),
      };
    }),
    [
      'never touches what others gave to the same subject',
      'reads what others gave as theirs, beside its own',
    ],
  ],
];
