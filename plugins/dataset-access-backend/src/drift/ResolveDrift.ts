import {
  DatasetAccessError,
  DriftAction,
  DriftOutcome,
} from 'backstage-plugin-dataset-access-common';
import {
  ConnectorProblem,
  SourceStep,
} from 'backstage-plugin-dataset-access-node';
import type { Knex } from 'knex';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import type { Clock } from '../clock';
import { runTransaction } from '../database/runTransaction';
import type { Connectors } from '../entitlements/Connectors';
import type { DatabaseEntitlementStore } from '../entitlements/DatabaseEntitlementStore';
import type { EntitlementOrders } from '../entitlements/EntitlementOrders';
import type { EntitlementWishes } from '../entitlements/EntitlementWishes';
import { adoptedGrant } from '../grants/adoptedGrant';
import type { DatabaseGrantStore } from '../grants/DatabaseGrantStore';
import type { DatabaseDriftStore } from './DatabaseDriftStore';
import { DriftRecord, isOrphan } from './DriftRecord';
import type { RemoveOrphan } from './RemoveOrphan';

/** @see ResolveDrift */
export interface ResolveDriftOptions {
  knex: Knex;
  connectors: Connectors;
  entitlements: DatabaseEntitlementStore;
  orders: EntitlementOrders;
  wishes: EntitlementWishes;
  removals: RemoveOrphan;
  drifts: DatabaseDriftStore;
  grants: DatabaseGrantStore;
  audit: DatabaseAuditStore;
  clock: Clock;
  afterChange: () => Promise<void>;
}

/**
 * Mends a difference. Nothing is done in the source from here: what is wanted is written down, and the connector follows, as
 * with everything else; so a source that is down is no reason to fail.
 */
export class ResolveDrift {
  readonly #options: ResolveDriftOptions;

  constructor(options: ResolveDriftOptions) {
    this.#options = options;
  }

  /** @throws `DRIFT_SOLVED`, `SOURCE_PROBLEM` */
  async plan(drift: DriftRecord, action: DriftAction): Promise<DriftOutcome> {
    try {
      const steps = await this.#steps(drift, action);
      return { steps: steps.map(({ text }) => text), done: false };
    } catch (error) {
      if (error instanceof ConnectorProblem) {
        throw new DatasetAccessError('SOURCE_PROBLEM', {
          message: error.message,
          cause: error,
        });
      }
      throw error;
    }
  }

  /** @throws `DRIFT_SOLVED` */
  async run(
    actor: string,
    drift: DriftRecord,
    action: DriftAction,
    reason: string | undefined,
  ): Promise<DriftOutcome> {
    const { knex, wishes, removals, drifts, clock, afterChange } =
      this.#options;
    const now = clock.now();
    if (action === 'adopt') {
      await this.#adopt(actor, drift, reason, now);
    } else if (isOrphan(drift)) {
      await runTransaction(knex, trx => removals.order(trx, [drift]));
    } else {
      const entitlement = await this.#entitlement(drift);
      await runTransaction(knex, trx => wishes.record(trx, [entitlement], now));
    }
    await afterChange();
    return { steps: drift.steps, done: !(await drifts.get(drift.id)) };
  }

  async #steps(drift: DriftRecord, action: DriftAction): Promise<SourceStep[]> {
    const { connectors, orders, removals } = this.#options;
    if (action === 'adopt') {
      // it is there already; from now on there is a grant for it
      return [];
    }
    if (isOrphan(drift)) {
      const { former, others } = await removals.orderFor(drift);
      return connectors.require(drift.connector).plan({ former, others });
    }
    const { connector, order } = await orders.of(
      await this.#entitlement(drift),
    );
    return connector.plan(order);
  }

  async #adopt(
    actor: string,
    drift: DriftRecord,
    reason: string | undefined,
    now: Date,
  ): Promise<void> {
    const { knex, grants, audit, wishes, drifts } = this.#options;
    const { grant, events } = adoptedGrant(drift, actor, reason, now);
    await runTransaction(knex, async trx => {
      await grants.insert(trx, [grant]);
      await audit.append(trx, events);
      await wishes.record(trx, [grant], now);
    });
    await drifts.delete(drift.id);
  }

  async #entitlement({ entitlementId }: DriftRecord) {
    const [entitlement] = await this.#options.entitlements.get(
      entitlementId ? [entitlementId] : [],
    );
    if (!entitlement) {
      throw new DatasetAccessError('DRIFT_SOLVED');
    }
    return entitlement;
  }
}
