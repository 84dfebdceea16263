import type { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ResourceFacts } from 'backstage-plugin-dataset-access-common';
import { Directory, FACT_FIELDS } from 'backstage-plugin-dataset-access-node';
import { randomUUID } from 'node:crypto';
import { fromCatalog } from '../catalog/catalogFailure';
import { ContainerTree } from '../catalog/ContainerTree';
import type { Clock } from '../clock';
import { predicateFields } from '../config/predicateFields';
import type { DatasetAccessConfig } from '../config/readConfig';
import type { DatabaseSnapshotStore } from './DatabaseSnapshotStore';
import type { SnapshotSummary } from './DomainGrantRecord';

/** @see SnapshotTaker */
export interface SnapshotTakerOptions {
  catalog: CatalogService;
  auth: AuthService;
  directory: Directory;
  snapshots: DatabaseSnapshotStore;
  decisions: { describe(entity: Entity): ResourceFacts };
  config: DatasetAccessConfig;
  clock: Clock;
}

/**
 * Records which snapshot-only datasets are in a domain now (S1.11), from the catalog as it is and never from the index, which
 * may lag. The catalog is streamed and written page by page, so that memory does not grow with the domain. Of all other
 * datasets nothing is read: the catalog is asked for the label.
 *
 * What it records counts once a grant refers to it, and is swept away when none ever does; giving the access is one transaction of a few rows, however many
 * datasets there are. Whatever fails here fails before anything was given (P-30).
 */
export class SnapshotTaker {
  readonly #options: SnapshotTakerOptions;

  constructor(options: SnapshotTakerOptions) {
    this.#options = options;
  }

  /**
   * @returns `undefined` when no dataset of the domain is snapshot-only
   * @throws `CATALOG_UNAVAILABLE`
   */
  async take(
    domainRef: string,
    subjectRef: string,
    takenBy: string,
  ): Promise<SnapshotSummary | undefined> {
    const { snapshots, clock } = this.#options;
    const id = randomUUID();
    await snapshots.begin({
      id,
      domainRef,
      subjectRef,
      takenBy,
      startedAt: clock.now(),
    });
    try {
      let datasets = 0;
      for await (const found of this.#read(domainRef)) {
        datasets += found.length;
        await snapshots.add(id, found);
      }
      if (datasets > 0) {
        const takenAt = clock.now();
        await snapshots.finish(id, takenAt);
        return { id, datasets, takenAt };
      }
    } catch (error) {
      await snapshots.discard([id]);
      throw error;
    }
    await snapshots.discard([id]);
    return undefined;
  }

  /** The snapshot-only datasets of a domain, page by page. */
  async *#read(
    domainRef: string,
  ): AsyncIterable<Array<{ ref: string; uid: string }>> {
    const { catalog, auth, directory, decisions, config } = this.#options;
    const credentials = await fromCatalog(auth.getOwnServiceCredentials());
    const { snapshotLabel } = config.domains;
    const pages = catalog
      .streamEntities(
        {
          filter: {
            [`metadata.labels.${snapshotLabel}`]: CATALOG_FILTER_EXISTS,
          },
          fields: [
            ...new Set([
              ...FACT_FIELDS,
              ...predicateFields(config.dataset.filter),
            ]),
          ],
        },
        { credentials },
      )
      [Symbol.asyncIterator]();
    const containers = new ContainerTree(directory);
    for (;;) {
      const { done, value } = await fromCatalog(pages.next());
      if (done) {
        return;
      }
      const candidates = value
        .map(entity => decisions.describe(entity))
        .filter(({ coverage }) => coverage === 'snapshot-only');
      await containers.read(candidates.flatMap(({ domains }) => domains));
      const found = candidates
        .filter(({ domains }) => containers.leadsTo(domainRef, domains))
        .flatMap(({ ref, uid }) => (uid ? [{ ref, uid }] : []));
      if (found.length > 0) {
        yield found;
      }
    }
  }
}
