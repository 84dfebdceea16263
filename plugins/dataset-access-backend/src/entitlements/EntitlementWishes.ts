import type { Knex } from 'knex';
import type { OutboxMessage } from '../outbox/OutboxMessage';
import type { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import type { DatabaseEntitlementStore } from './DatabaseEntitlementStore';
import { EntitlementKey, entitlementName } from './EntitlementRecord';
import { sourceLane } from './sourceLane';

/** Asks a connector to bring one entitlement to what is wanted. */
export type ConvergeMessage = OutboxMessage<
  'converge-entitlement',
  { entitlementId: string }
>;

/** @see EntitlementWishes */
export interface EntitlementWishesOptions {
  entitlements: DatabaseEntitlementStore;
  outbox: DatabaseOutboxStore;
}

/**
 * Notes, in the transaction of a change, that a connector has to look at what somebody is to have. What that is, is worked
 * out when the connector gets to it, from what is true then.
 */
export class EntitlementWishes {
  readonly #options: EntitlementWishesOptions;

  constructor(options: EntitlementWishesOptions) {
    this.#options = options;
  }

  async record(
    trx: Knex.Transaction,
    keys: readonly EntitlementKey[],
    now: Date,
  ): Promise<void> {
    const { entitlements, outbox } = this.#options;
    const wished = await entitlements.wish(trx, inOrder(keys), now);
    const messages = wished.map(
      ({ id, connector, subject, wantedSeq }): ConvergeMessage => ({
        kind: 'converge-entitlement',
        payload: { entitlementId: id },
        // what one subject has may be entangled in the source, so it is brought about one after the other
        lane: sourceLane(connector, subject.uid),
        dedupeKey: `converge:${id}:${wantedSeq}`,
      }),
    );
    await outbox.enqueue(trx, messages, now);
  }
}

/** Each once, and always in the same order, so that two transactions never wait for each other's rows crosswise. */
function inOrder(keys: readonly EntitlementKey[]): EntitlementKey[] {
  const named = new Map(keys.map(key => [entitlementName(key), key]));
  return [...named.keys()].sort().map(name => named.get(name)!);
}
