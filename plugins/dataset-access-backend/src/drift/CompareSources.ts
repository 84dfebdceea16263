import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  SourceConnector,
  SourceHolding,
} from 'backstage-plugin-dataset-access-node';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import { runTransaction } from '../database/runTransaction';
import type { DatabaseDatasetOwners } from '../datasets/DatabaseDatasetOwners';
import { DatasetReader } from '../datasets/Dataset';
import type { Connectors } from '../entitlements/Connectors';
import type { DatabaseEntitlementStore } from '../entitlements/DatabaseEntitlementStore';
import {
  EntitlementOrders,
  sameTarget,
} from '../entitlements/EntitlementOrders';
import {
  EntitlementRecord,
  isSettled,
} from '../entitlements/EntitlementRecord';
import type { EntitlementWishes } from '../entitlements/EntitlementWishes';
import type {
  ServedDataset,
  ServedDatasets,
} from '../entitlements/ServedDatasets';
import type { DatabaseDriftStore } from './DatabaseDriftStore';
import { DriftRecord, isOrphan } from './DriftRecord';
import type { RemoveOrphan } from './RemoveOrphan';

/** @see CompareSources */
export interface CompareSourcesOptions {
  knex: Knex;
  connectors: Connectors;
  served: ServedDatasets;
  entitlements: DatabaseEntitlementStore;
  orders: EntitlementOrders;
  wishes: EntitlementWishes;
  drifts: DatabaseDriftStore;
  removals: RemoveOrphan;
  owners: DatabaseDatasetOwners;
  reader: DatasetReader;
  config: DatasetAccessConfig;
  clock: Clock;
  logger: LoggerService;
  afterChange: () => Promise<void>;
}

/**
 * Compares what sources allow with what is wanted and what was recorded (threat model H8). A dataset that is elsewhere in the
 * source now is followed by itself; what somebody changed there by hand is reported, or repaired where that is configured.
 * What waits to be done is no difference.
 */
export class CompareSources {
  readonly #options: CompareSourcesOptions;

  constructor(options: CompareSourcesOptions) {
    this.#options = options;
  }

  /** @throws `CATALOG_UNAVAILABLE`; a source that cannot be read stops no other */
  async run(signal?: AbortSignal): Promise<void> {
    const { served, connectors, logger, afterChange } = this.#options;
    if (connectors.isEmpty) {
      return;
    }
    for (const dataset of await served.all()) {
      try {
        await this.#compare(dataset);
      } catch (error) {
        logger.warn(
          `What the source of ${
            dataset.ref
          } allows could not be compared: ${stringifyError(error)}`,
        );
      }
      if (signal?.aborted) {
        return;
      }
    }
    await afterChange();
  }

  async #compare(dataset: ServedDataset): Promise<void> {
    const { knex, connectors, entitlements, drifts, owners } = this.#options;
    const { config, removals } = this.#options;
    const connector = connectors.require(dataset.connector);
    const known = await entitlements.ofDataset(connector.id, dataset.uid);
    const holdings = await connector.read(dataset.entity);
    const found = [
      ...(await this.#ofKnown(dataset, known, holdings)),
      ...(await this.#ofUnknown(dataset, connector, known, holdings)),
    ];
    await runTransaction(knex, async trx => {
      await drifts.replace(
        trx,
        { connector: connector.id, datasetUid: dataset.uid },
        found,
      );
      if (found.length > 0) {
        // those who answer for it find it by what they own
        const { owners: current = [] } =
          this.#options.reader.read(dataset.entity) ?? {};
        await owners.remember(trx, dataset.ref, current);
      }
      if (config.drift.onDifference === 'repair') {
        await removals.order(trx, found.filter(isOrphan));
      }
    });
  }

  /** What is not as it was made. */
  async #ofKnown(
    dataset: ServedDataset,
    known: readonly EntitlementRecord[],
    holdings: readonly SourceHolding[],
  ): Promise<DriftRecord[]> {
    const { knex, orders, wishes, config, clock } = this.#options;
    const found: DriftRecord[] = [];
    for (const entitlement of known.filter(
      one => isSettled(one) && one.targets.length > 0,
    )) {
      const { connector, order } = await orders.of(entitlement);
      const steps = await connector.plan(order);
      if (steps.length === 0) {
        continue;
      }
      const target = order.wanted?.target;
      const isElsewhere =
        target && !entitlement.targets.some(one => sameTarget(one, target));
      if (isElsewhere || config.drift.onDifference === 'repair') {
        await runTransaction(knex, trx =>
          wishes.record(trx, [entitlement], clock.now()),
        );
        continue;
      }
      const holding = holdings.find(
        one => one.ours && target && sameTarget(one.target, target),
      );
      found.push({
        ...this.#drift(dataset, {
          holder: entitlement.holder ?? entitlement.subject.ref,
          target: target ?? entitlement.targets[0],
        }),
        kind: steps.some(({ effect }) => effect === 'grant')
          ? 'missing'
          : 'excess',
        entitlementId: entitlement.id,
        subject: entitlement.subject,
        level: entitlement.level,
        privileges: holding?.privileges ?? [],
        steps: steps.map(({ text }) => text),
      });
    }
    return found;
  }

  /** Who has something, and nobody here knows why. */
  async #ofUnknown(
    dataset: ServedDataset,
    connector: SourceConnector,
    known: readonly EntitlementRecord[],
    holdings: readonly SourceHolding[],
  ): Promise<DriftRecord[]> {
    const { entitlements } = this.#options;
    const unknown = holdings.filter(
      ({ ours, target }) =>
        !ours ||
        !known.some(({ targets }) =>
          targets.some(one => sameTarget(one, target)),
        ),
    );
    const subjects = await entitlements.subjectsOf(
      connector.id,
      unknown.map(({ holder }) => holder),
    );
    return Promise.all(
      unknown.map(async holding => {
        const steps = holding.ours
          ? await connector.plan({ former: [holding.target], others: [] })
          : [];
        return {
          ...this.#drift(dataset, holding),
          kind: holding.ours ? ('excess' as const) : ('unmanaged' as const),
          subject: subjects.get(holding.holder),
          level: holding.level,
          privileges: holding.privileges,
          steps: steps.map(({ text }) => text),
        };
      }),
    );
  }

  #drift(
    { ref, uid, entity, connector }: ServedDataset,
    { holder, target }: Pick<SourceHolding, 'holder' | 'target'>,
  ) {
    const { title = ref, source } = this.#options.reader.read(entity) ?? {};
    return {
      id: randomUUID(),
      connector,
      dataset: { ref, uid, title, source },
      holder,
      target,
      foundAt: this.#options.clock.now(),
    };
  }
}
