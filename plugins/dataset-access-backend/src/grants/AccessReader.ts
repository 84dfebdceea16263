import {
  AccessPath,
  isBeingSetUp,
  isInForce,
} from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { Clock } from '../clock';
import { toIso } from '../database/columns';
import type { Dataset } from '../datasets/Dataset';
import type { DatabaseGrantStore } from './DatabaseGrantStore';
import type { GrantRecord } from './GrantRecord';

/** What some principals have on a dataset. */
export interface DatasetAccessPaths {
  /** In force now. */
  paths: AccessPath[];
  /** Approved, and not yet real in the source. */
  settingUp: GrantRecord[];
}

/** @see AccessReader */
export interface AccessReaderOptions {
  grants: DatabaseGrantStore;
  directory: Directory;
  clock: Clock;
}

/** Finds every path by which somebody has access to a dataset: own and group grants, and ownership. */
export class AccessReader {
  readonly #options: AccessReaderOptions;

  constructor(options: AccessReaderOptions) {
    this.#options = options;
  }

  /**
   * @param principals - a user or group with all groups it belongs to
   * @throws `CATALOG_UNAVAILABLE`
   */
  async of(
    dataset: Dataset,
    principals: ReadonlySet<string>,
  ): Promise<DatasetAccessPaths> {
    const { grants, directory, clock } = this.#options;
    const now = clock.now();
    const living = await grants.living(dataset.ref, [...principals]);
    const owners = dataset.owners.filter(owner => principals.has(owner));
    const entities = await directory.entities([
      ...owners,
      ...living.map(({ subject }) => subject.ref),
    ]);
    // A grant belongs to the dataset and the subject it was given for, not to whatever bears their names later (P-34)
    const bound = living.filter(
      grant =>
        grant.dataset.uid === dataset.uid &&
        grant.subject.uid === entities.get(grant.subject.ref)?.metadata.uid,
    );
    return {
      paths: [
        ...bound.filter(grant => isInForce(grant, now)).map(grantPath),
        ...owners
          .filter(owner => entities.has(owner))
          .map(
            (owner): AccessPath => ({
              kind: 'ownership',
              level: 'owner',
              via: owner,
            }),
          ),
      ],
      settingUp: bound.filter(isBeingSetUp),
    };
  }
}

function grantPath(grant: GrantRecord): AccessPath {
  return {
    kind: 'grant',
    level: grant.level,
    via: grant.subject.ref,
    grantId: grant.id,
    requestId: grant.requestId,
    since: toIso(grant.activatedAt),
    expiresAt: toIso(grant.expiresAt),
    grantedBy: grant.grantedBy,
  };
}
