import type { AuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { fromCatalog } from '../catalog/catalogFailure';
import type { Connectors } from './Connectors';

/** A dataset that a connector makes access real for. */
export interface ServedDataset {
  ref: string;
  uid: string;
  connector: string;
  entity: Entity;
}

/** @see ServedDatasets */
export interface ServedDatasetsOptions {
  catalog: CatalogService;
  auth: AuthService;
  connectors: Connectors;
}

/** Finds what connectors serve in the catalog. Reads all of it, so it is for background work. */
export class ServedDatasets {
  readonly #options: ServedDatasetsOptions;

  constructor(options: ServedDatasetsOptions) {
    this.#options = options;
  }

  /** @throws `CATALOG_UNAVAILABLE` */
  async all(): Promise<ServedDataset[]> {
    const { catalog, auth } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const served: ServedDataset[] = [];
    await fromCatalog(
      (async () => {
        for await (const page of catalog.streamEntities({}, { credentials })) {
          served.push(...page.flatMap(entity => this.#served(entity)));
        }
      })(),
    );
    return served;
  }

  #served(entity: Entity): ServedDataset[] {
    const connector = this.#options.connectors.serving(entity);
    const { uid } = entity.metadata;
    return connector && uid
      ? [
          {
            ref: stringifyEntityRef(entity),
            uid,
            connector: connector.id,
            entity,
          },
        ]
      : [];
  }
}
