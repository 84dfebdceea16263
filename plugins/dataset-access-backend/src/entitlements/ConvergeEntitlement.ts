import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { isDatasetAccessError } from 'backstage-plugin-dataset-access-common';
import {
  ConnectorProblem,
  SourceStep,
} from 'backstage-plugin-dataset-access-node';
import type { Clock } from '../clock';
import type { DatabaseEntitlementStore } from './DatabaseEntitlementStore';
import { EntitlementRecord, isSettled } from './EntitlementRecord';
import type { EntitlementOrders } from './EntitlementOrders';
import type { RecordOutcome } from './RecordOutcome';

/** @see ConvergeEntitlement */
export interface ConvergeEntitlementOptions {
  entitlements: DatabaseEntitlementStore;
  orders: EntitlementOrders;
  recordOutcome: RecordOutcome;
  clock: Clock;
  logger: LoggerService;
}

/**
 * Brings what the source allows to what is wanted.
 *
 * ```
 *  wanted_seq > done_seq ── nothing wanted ─► revoke at all targets ──────────────────────────┐
 *        │                                                                                    ▼
 *        └── a level wanted ─► locate ─► note the target ─► apply ─► done_seq := wanted_seq, grants follow
 *  A crash or failure anywhere leaves done_seq behind, and the next attempt begins anew: every step may be done twice.
 * ```
 *
 * The outbox calls it, one at a time for each subject and connector, until it succeeds.
 */
export class ConvergeEntitlement {
  readonly #options: ConvergeEntitlementOptions;

  constructor(options: ConvergeEntitlementOptions) {
    this.#options = options;
  }

  /** @throws ConnectorProblem, or whatever else the source fails with, so that the outbox tries again */
  async run({ entitlementId }: JsonObject): Promise<void> {
    const { entitlements, recordOutcome } = this.#options;
    const [entitlement] = await entitlements.get([String(entitlementId)]);
    if (!entitlement || isSettled(entitlement)) {
      return;
    }
    // what it was when the source was last asked: a failure of somebody who was overtaken is none
    const seen = { entitlement };
    try {
      await this.#converge(seen);
    } catch (error) {
      // our own trouble passes, and is none of the source
      if (isDatasetAccessError(error)) {
        throw error;
      }
      await recordOutcome.failure(seen.entitlement, this.#problemOf(error));
      throw error;
    }
  }

  async #converge(seen: { entitlement: EntitlementRecord }): Promise<void> {
    const { entitlement } = seen;
    const { entitlements, orders, recordOutcome, clock } = this.#options;
    const { connector, level, order, location } = await orders.of(entitlement);
    if (!level || !location || !order.wanted) {
      const steps: SourceStep[] =
        order.former.length > 0 ? await connector.revoke(order) : [];
      const { holder, objects } = entitlement;
      await recordOutcome.success(
        entitlement,
        { targets: [], holder, objects },
        steps,
      );
      return;
    }
    const aimed = await entitlements.aimAt(
      entitlement,
      orders.withTarget(entitlement.targets, location.target),
      clock.now(),
    );
    if (!aimed) {
      await recordOutcome.again(entitlement);
      return;
    }
    seen.entitlement = aimed;
    const steps = await connector.apply(order);
    const { target, holder, objects } = location;
    await recordOutcome.success(
      aimed,
      { targets: [target], level, holder, objects },
      steps,
    );
  }

  #problemOf(error: unknown): { code: string; message: string } {
    if (error instanceof ConnectorProblem) {
      return { code: error.code, message: error.message };
    }
    this.#options.logger.warn(
      `A source failed unexpectedly: ${stringifyError(error)}`,
    );
    return {
      code: 'UNEXPECTED',
      message:
        'The source failed in an unexpected way. The log of the backend has the details.',
    };
  }
}
