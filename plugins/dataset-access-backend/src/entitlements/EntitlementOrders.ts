import type { Entity } from '@backstage/catalog-model';
import type { AccessLevel } from 'backstage-plugin-dataset-access-common';
import {
  ConnectorProblem,
  Directory,
  SourceConnector,
  SourceLocation,
  SourceOrder,
  SourceTarget,
} from 'backstage-plugin-dataset-access-node';
import { isDeepStrictEqual } from 'node:util';
import type { Connectors } from './Connectors';
import type { DatabaseEntitlementStore } from './DatabaseEntitlementStore';
import type { EntitlementRecord } from './EntitlementRecord';
import type { WantedAccess } from './WantedAccess';

/** What a connector is to do about one entitlement, now. */
export interface EntitlementOrder {
  connector: SourceConnector;
  order: SourceOrder;
  /** Absent: nothing is wanted. */
  level?: AccessLevel;
  /** Where it is wanted. */
  location?: SourceLocation;
}

/** @see EntitlementOrders */
export interface EntitlementOrdersOptions {
  connectors: Connectors;
  entitlements: DatabaseEntitlementStore;
  wanted: WantedAccess;
  directory: Directory;
}

/** Works out what a connector is ordered, from what is true now: the same for carrying it out and for comparing. */
export class EntitlementOrders {
  readonly #options: EntitlementOrdersOptions;

  constructor(options: EntitlementOrdersOptions) {
    this.#options = options;
  }

  /** @throws ConnectorProblem, `CATALOG_UNAVAILABLE`, `DECISIONS_UNAVAILABLE` */
  async of(entitlement: EntitlementRecord): Promise<EntitlementOrder> {
    const { connectors, entitlements, wanted } = this.#options;
    const connector = connectors.require(entitlement.connector);
    const level = await wanted.of(entitlement);
    const others = (await entitlements.othersOf(entitlement)).flatMap(other =>
      other.level
        ? other.targets.map(target => ({ target, level: other.level! }))
        : [],
    );
    const kept = {
      former: entitlement.targets,
      others,
      wish: { id: entitlement.id, revision: entitlement.wantedSeq },
    };
    if (!level) {
      return { connector, order: kept };
    }
    if (!connector.capabilities.levels.includes(level)) {
      throw new ConnectorProblem(
        'LEVEL_NOT_SUPPORTED',
        `${connector.title} cannot give ${level} access. Revoke the grant, and approve a level that it can give.`,
      );
    }
    const { dataset, subject } = await this.#entities(entitlement);
    const location = await connector.locate(dataset, subject);
    return {
      connector,
      level,
      location,
      order: { ...kept, wanted: { target: location.target, level } },
    };
  }

  /** Targets with one more, unless it is there already. */
  withTarget(
    targets: readonly SourceTarget[],
    target: SourceTarget,
  ): SourceTarget[] {
    return targets.some(one => sameTarget(one, target))
      ? [...targets]
      : [...targets, target];
  }

  async #entities(
    entitlement: EntitlementRecord,
  ): Promise<{ dataset: Entity; subject: Entity }> {
    const { dataset, subject } = entitlement;
    const found = await this.#options.directory.entities([
      dataset.ref,
      subject.ref,
    ]);
    const same = ({ ref, uid }: { ref: string; uid: string }) => {
      const entity = found.get(ref);
      return entity?.metadata.uid === uid ? entity : undefined;
    };
    const entities = { dataset: same(dataset), subject: same(subject) };
    if (!entities.dataset) {
      throw new ConnectorProblem(
        'TARGET_MISSING',
        'The dataset is not in the catalog, so nobody knows where it is in the source. Register it again.',
      );
    }
    if (!entities.subject) {
      throw new ConnectorProblem(
        'SUBJECT_MISSING',
        'Who gets the access is not in the catalog, so nobody knows who that is in the source.',
      );
    }
    return { dataset: entities.dataset, subject: entities.subject };
  }
}

/** Whether two targets are the same place in the source. */
export function sameTarget(a: SourceTarget, b: SourceTarget): boolean {
  return isDeepStrictEqual(a, b);
}
