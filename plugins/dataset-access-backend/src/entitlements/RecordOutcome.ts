import type { JsonObject } from '@backstage/types';
import {
  compareLevels,
  durationEnd,
  grantStateAt,
} from 'backstage-plugin-dataset-access-common';
import type { SourceStep } from 'backstage-plugin-dataset-access-node';
import type { Knex } from 'knex';
import type { Clock } from '../clock';
import { runTransaction } from '../database/runTransaction';
import type { DatabaseDriftStore } from '../drift/DatabaseDriftStore';
import type { DatabaseGrantQueries } from '../grants/DatabaseGrantQueries';
import { firstReminder } from '../grants/grantReminders';
import type { GrantRecord } from '../grants/GrantRecord';
import type {
  GrantTransition,
  GrantTransitions,
} from '../grants/GrantTransitions';
import type { DatasetAccessConfig } from '../config/readConfig';
import type {
  DatabaseEntitlementStore,
  EntitlementOutcome,
} from './DatabaseEntitlementStore';
import type { EntitlementRecord } from './EntitlementRecord';
import type { EntitlementWishes } from './EntitlementWishes';

/** @see RecordOutcome */
export interface RecordOutcomeOptions {
  knex: Knex;
  entitlements: DatabaseEntitlementStore;
  grantQueries: DatabaseGrantQueries;
  grantTransitions: GrantTransitions;
  wishes: EntitlementWishes;
  drifts: DatabaseDriftStore;
  config: DatasetAccessConfig;
  clock: Clock;
  afterChange: () => Promise<void>;
}

/** What a connector did, as the history of grants has it. */
type Transition = Omit<GrantTransition, 'grant' | 'at'>;

/**
 * Records what a connector did, and lets the grants follow: never more than was done (threat model H3). What was wanted in
 * between is not settled by it.
 */
export class RecordOutcome {
  readonly #options: RecordOutcomeOptions;

  constructor(options: RecordOutcomeOptions) {
    this.#options = options;
  }

  async success(
    entitlement: EntitlementRecord,
    outcome: EntitlementOutcome,
    steps: readonly SourceStep[],
  ): Promise<void> {
    const { knex, entitlements, grantQueries, wishes, drifts } = this.#options;
    const { clock, afterChange } = this.#options;
    const now = clock.now();
    const settled = await runTransaction(knex, async trx => {
      const isSettled = await entitlements.settle(
        trx,
        entitlement,
        outcome,
        now,
      );
      if (isSettled) {
        const grants = await grantQueries.ofEntitlement(entitlement, trx);
        await this.#apply(trx, grants, now, grant =>
          this.#outcomeFor(grant, entitlement, outcome, steps, now),
        );
        await drifts.forget(trx, entitlement.id);
      } else {
        // Somebody else was at it, or something else is wanted. What was done last is not known here, so it is looked at
        // once more: a worker that was held up may have come after the one that took over from it.
        await wishes.record(trx, [entitlement], now);
      }
      return isSettled;
    });
    if (settled) {
      await afterChange();
    }
  }

  /** Has an entitlement looked at once more, because somebody else was at it meanwhile. */
  async again(entitlement: EntitlementRecord): Promise<void> {
    const { knex, wishes, clock } = this.#options;
    await runTransaction(knex, trx =>
      wishes.record(trx, [entitlement], clock.now()),
    );
  }

  async failure(
    entitlement: EntitlementRecord,
    problem: { code: string; message: string },
  ): Promise<void> {
    const { knex, entitlements, grantQueries, clock } = this.#options;
    const now = clock.now();
    await runTransaction(knex, async trx => {
      if (!(await entitlements.fail(trx, entitlement, problem, now))) {
        return;
      }
      const grants = await grantQueries.ofEntitlement(entitlement, trx);
      await this.#apply(trx, grants, now, ({ state }) =>
        state === 'provisioning'
          ? {
              type: 'provisioning-failed',
              change: { state: 'failed' },
              facts: { ...problem, connector: entitlement.connector },
            }
          : undefined,
      );
    });
  }

  async #apply(
    trx: Knex.Transaction,
    grants: readonly GrantRecord[],
    at: Date,
    transitionOf: (grant: GrantRecord) => Transition | undefined,
  ): Promise<void> {
    for (const grant of grants) {
      const transition = transitionOf(grant);
      if (transition) {
        await this.#options.grantTransitions.apply(trx, {
          ...transition,
          grant,
          at,
        });
      }
    }
  }

  #outcomeFor(
    grant: GrantRecord,
    before: EntitlementRecord,
    outcome: EntitlementOutcome,
    steps: readonly SourceStep[],
    now: Date,
  ): Transition | undefined {
    const facts: JsonObject = {
      connector: grant.connector,
      holder: outcome.holder ?? null,
      objects: outcome.objects ?? null,
      steps: steps.map(({ text }) => text),
    };
    const state = grantStateAt(grant, now);
    if (state === 'revoking' || (state === 'expired' && grant.end)) {
      return {
        type: 'grant-removed',
        change: {
          state: state === 'revoking' ? 'revoked' : undefined,
          removedAt: now,
        },
        facts,
      };
    }
    const isReal =
      outcome.level !== undefined &&
      compareLevels(outcome.level, grant.level) >= 0;
    if (isReal && state === 'active' && before.level === outcome.level) {
      // nothing else was wanted, so the source had lost it
      return steps.length > 0
        ? { type: 'grant-provisioned', change: {}, facts, quiet: true }
        : undefined;
    }
    if (!isReal || (state !== 'provisioning' && state !== 'failed')) {
      return undefined;
    }
    // the clock starts when access becomes real for the first time (design §4)
    const expiresAt =
      grant.activatedAt || !grant.duration
        ? grant.expiresAt
        : durationEnd(grant.duration, now);
    return {
      type: 'grant-provisioned',
      change: {
        state: 'active',
        activatedAt: grant.activatedAt ?? now,
        expiresAt: expiresAt ?? null,
        nextReminderAt: firstReminder(expiresAt, now, this.#options.config),
      },
      facts: { ...facts, expiresAt: expiresAt?.toISOString() ?? null },
    };
  }
}
