import type { SourceConnector, SourceOrder } from '../../SourceConnector';
import type { MemoryConnector } from './MemorySource';

/** A way to be wrong: what it does, how to make it so, and the titles of rules that have to notice. */
export type Mistake = [
  does: string,
  spoil: (good: MemoryConnector) => SourceConnector,
  noticedBy: string[],
];

/** A connector that does one thing in another way. */
export function instead(
  make: (good: MemoryConnector) => Partial<SourceConnector>,
): (good: MemoryConnector) => SourceConnector {
  return good =>
    new Proxy<SourceConnector>(good, {
      get(_, key) {
        const other = make(good)[key as keyof SourceConnector];
        const value = other ?? good[key as keyof SourceConnector];
        return typeof value === 'function' ? value.bind(good) : value;
      },
    });
}

/** The same change to what apply and revoke are told. */
export const withOrders = (change: (order: SourceOrder) => SourceOrder) =>
  instead(good => ({
    apply: async order => good.apply(change(order)),
    revoke: async order => good.apply(change(order)),
    plan: async order => good.plan(change(order)),
  }));
