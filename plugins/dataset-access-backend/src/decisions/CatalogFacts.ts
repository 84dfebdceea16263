import type { AuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  DecisionIndex,
  ResourceFacts,
} from 'backstage-plugin-dataset-access-common';
import { fromCatalog } from '../catalog/catalogFailure';
import type { DatasetAccessConfig } from '../config/readConfig';
import {
  EntityFactsOptions,
  FACT_FIELDS,
  personFacts,
  resourceFacts,
} from 'backstage-plugin-dataset-access-node';
import { predicateFields } from '../config/predicateFields';
import { readCoverage } from '../config/domainCoverage';
import { readVisibility } from '../config/visibility';

/** @see CatalogFacts */
export interface CatalogFactsOptions {
  catalog: CatalogService;
  auth: AuthService;
  config: DatasetAccessConfig;
}

/**
 * Brings an index up to the catalog: who belongs to which group, who owns what, and where it belongs. Reads all of it with
 * the plugin's own credentials, page by page, and changes only what is different.
 */
export class CatalogFacts {
  readonly #options: CatalogFactsOptions;
  /** What each index was told, by ref: to see what is different. */
  readonly #told = new WeakMap<DecisionIndex, Map<string, string>>();

  readonly #reading: EntityFactsOptions;
  readonly #fields: string[];

  constructor(options: CatalogFactsOptions) {
    this.#options = options;
    const { dataset } = options.config;
    this.#reading = {
      domainLabel: dataset.domainLabel,
      isHidden: readVisibility(options.config),
      coverage: readCoverage(options.config),
    };
    // the predicate of datasets may look at anything
    this.#fields = [
      ...new Set([...FACT_FIELDS, ...predicateFields(dataset.filter)]),
    ];
  }

  /** How policies look at an entity. */
  describe(entity: Entity): ResourceFacts {
    return resourceFacts(entity, this.#reading);
  }

  /** Tells an index about one entity. */
  learn(index: DecisionIndex, entity: Entity): void {
    this.#tell(index, this.#known(index), entity);
  }

  /**
   * @returns how many entities differ
   * @throws `CATALOG_UNAVAILABLE`; the index then has some of the news and none that is wrong
   */
  async refresh(index: DecisionIndex): Promise<number> {
    const { catalog, auth } = this.#options;
    const known = this.#known(index);
    const gone = new Set(known.keys());
    let changed = 0;
    const credentials = await auth.getOwnServiceCredentials();
    await fromCatalog(
      (async () => {
        const pages = catalog.streamEntities(
          { fields: this.#fields },
          { credentials },
        );
        for await (const page of pages) {
          for (const entity of page) {
            gone.delete(stringifyEntityRef(entity));
            changed += this.#tell(index, known, entity) ? 1 : 0;
          }
        }
      })(),
    );
    for (const ref of gone) {
      known.delete(ref);
      index.deletePerson(ref);
      index.deleteResource(ref);
    }
    return changed + gone.size;
  }

  #known(index: DecisionIndex): Map<string, string> {
    const known = this.#told.get(index) ?? new Map<string, string>();
    this.#told.set(index, known);
    return known;
  }

  #tell(
    index: DecisionIndex,
    known: Map<string, string>,
    entity: Entity,
  ): boolean {
    const person = personFacts(entity);
    const resource = this.describe(entity);
    const now = JSON.stringify([person, resource]);
    if (known.get(resource.ref) === now) {
      return false;
    }
    known.set(resource.ref, now);
    if (person) {
      index.setPerson(person);
    }
    index.setResource(resource);
    return true;
  }
}
