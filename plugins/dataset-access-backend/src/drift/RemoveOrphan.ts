import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { SourceOrder } from 'backstage-plugin-dataset-access-node';
import type { Knex } from 'knex';
import type { Clock } from '../clock';
import { runTransaction } from '../database/runTransaction';
import type { Connectors } from '../entitlements/Connectors';
import type { DatabaseEntitlementStore } from '../entitlements/DatabaseEntitlementStore';
import { sameTarget } from '../entitlements/EntitlementOrders';
import type { EntitlementWishes } from '../entitlements/EntitlementWishes';
import { sourceLane } from '../entitlements/sourceLane';
import type { OutboxMessage } from '../outbox/OutboxMessage';
import type { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import type { DatabaseDriftStore } from './DatabaseDriftStore';
import type { DriftRecord } from './DriftRecord';

/** Asks a connector to take back what nobody here knows of. */
type OrphanMessage = OutboxMessage<'remove-orphan', { driftId: string }>;

/** @see RemoveOrphan */
export interface RemoveOrphanOptions {
  knex: Knex;
  wishes: EntitlementWishes;
  connectors: Connectors;
  entitlements: DatabaseEntitlementStore;
  drifts: DatabaseDriftStore;
  outbox: DatabaseOutboxStore;
  clock: Clock;
  logger: LoggerService;
}

/** Takes back what our own account gave in a source and no grant asks for. Tried until it is done, like all that goes to a source. */
export class RemoveOrphan {
  readonly #options: RemoveOrphanOptions;

  constructor(options: RemoveOrphanOptions) {
    this.#options = options;
  }

  async order(
    trx: Knex.Transaction,
    drifts: readonly DriftRecord[],
  ): Promise<void> {
    const { outbox, clock } = this.#options;
    const now = clock.now();
    await outbox.enqueue(
      trx,
      drifts.map(
        ({ id, connector, holder, subject }): OrphanMessage => ({
          kind: 'remove-orphan',
          payload: { driftId: id },
          lane: sourceLane(connector, subject?.uid ?? holder),
          dedupeKey: `orphan:${id}:${now.getTime()}`,
        }),
      ),
      now,
    );
  }

  /**
   * For the outbox.
   *
   * @throws whatever the connector throws, so that it is tried again
   */
  async run({ driftId }: JsonObject): Promise<void> {
    const { connectors, drifts, logger } = this.#options;
    const drift = await drifts.get(String(driftId));
    if (!drift) {
      return;
    }
    // somebody was given access there since it was found, and his entitlement sees to what is too much
    if (!(await this.#leaveToGrants(drift))) {
      const steps = await connectors
        .require(drift.connector)
        .revoke(await this.orderFor(drift));
      logger.info(
        `Took back what ${drift.holder} had on ${
          drift.dataset.ref
        } without a grant: ${steps.map(({ text }) => text).join('; ')}`,
      );
      // a target is noted before something is given there, so what was given meanwhile is found now and given again
      await this.#leaveToGrants(drift);
    }
    await drifts.delete(drift.id);
  }

  /** What is given to the same holder by grants stays. */
  async orderFor(
    drift: DriftRecord,
  ): Promise<Pick<SourceOrder, 'former' | 'others' | 'wish'>> {
    const { entitlements } = this.#options;
    const known = await entitlements.ofHolder(drift.connector, drift.holder);
    return {
      wish: { id: drift.id, revision: 1 },
      former: [drift.target],
      others: known.flatMap(({ targets, level }) =>
        level ? targets.map(target => ({ target, level })) : [],
      ),
    };
  }

  /** @returns whether there is an entitlement that aims at the same place */
  async #leaveToGrants(drift: DriftRecord): Promise<boolean> {
    const { knex, entitlements, wishes, clock } = this.#options;
    const known = await entitlements.ofDataset(
      drift.connector,
      drift.dataset.uid,
    );
    const aiming = known.filter(({ targets }) =>
      targets.some(one => sameTarget(one, drift.target)),
    );
    if (aiming.length > 0) {
      await runTransaction(knex, trx =>
        wishes.record(trx, aiming, clock.now()),
      );
    }
    return aiming.length > 0;
  }
}
