import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import { fromCatalog, fromCatalogIfVisible } from '../catalog/catalogFailure';
import { Domain, readDomain } from './Domain';

/** Domains as somebody sees them: read with the caller's own credentials (P-02). */
export class VisibleDomains {
  readonly #catalog: CatalogService;
  readonly #decisions: { learn(entity: Entity): void };

  constructor(options: {
    catalog: CatalogService;
    decisions: { learn(entity: Entity): void };
  }) {
    this.#catalog = options.catalog;
    this.#decisions = options.decisions;
  }

  /**
   * @param ref - canonical
   * @throws `DOMAIN_NOT_FOUND` when there is none and when it is hidden from the caller; `CATALOG_UNAVAILABLE`
   */
  async get({ credentials }: Actor, ref: string): Promise<Domain> {
    const entity = await fromCatalogIfVisible(
      this.#catalog.getEntityByRef(ref, { credentials }),
    );
    if (!entity) {
      throw new DatasetAccessError('DOMAIN_NOT_FOUND');
    }
    this.#decisions.learn(entity);
    return readDomain(ref, entity);
  }

  /**
   * Those that exist for the caller, by ref.
   *
   * @throws `CATALOG_UNAVAILABLE`
   */
  async among(
    { credentials }: Actor,
    refs: readonly string[],
  ): Promise<Map<string, Domain>> {
    if (refs.length === 0) {
      return new Map();
    }
    const { items } = await fromCatalog(
      this.#catalog.getEntitiesByRefs(
        { entityRefs: [...refs] },
        { credentials },
      ),
    );
    return new Map(
      items.flatMap((entity, at) =>
        entity ? [[refs[at], readDomain(refs[at], entity)]] : [],
      ),
    );
  }

  /**
   * Those that some principals own by the catalog, and that the caller may see.
   *
   * @throws `CATALOG_UNAVAILABLE`
   */
  async ownedBy(
    { credentials }: Actor,
    principals: ReadonlySet<string>,
  ): Promise<Domain[]> {
    const pages = this.#catalog.streamEntities(
      { filter: { kind: 'domain', 'relations.ownedBy': [...principals] } },
      { credentials },
    );
    return fromCatalog(
      (async () => {
        const domains: Domain[] = [];
        for await (const page of pages) {
          for (const entity of page) {
            const domain = readDomain(stringifyEntityRef(entity), entity);
            if (
              domain.ref.startsWith('domain:') &&
              domain.owners.some(owner => principals.has(owner))
            ) {
              domains.push(domain);
            }
          }
        }
        return domains;
      })(),
    );
  }
}
