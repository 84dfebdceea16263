import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import { fromCatalogIfVisible } from '../catalog/catalogFailure';
import type { Dataset, DatasetReader } from './Dataset';

/** Datasets as somebody sees them: read with the caller's own credentials, never with ours (P-02). */
export class VisibleDatasets {
  readonly #catalog: CatalogService;
  readonly #reader: DatasetReader;

  readonly #decisions: { learn(entity: Entity): void };

  constructor(options: {
    catalog: CatalogService;
    reader: DatasetReader;
    decisions: { learn(entity: Entity): void };
  }) {
    this.#catalog = options.catalog;
    this.#decisions = options.decisions;
    this.#reader = options.reader;
  }

  /**
   * @param ref - canonical
   * @throws `DATASET_NOT_FOUND` when there is none, when it is hidden from the caller, and when it is something else than
   * a dataset or domain; the three cannot be told apart
   * @throws `CATALOG_UNAVAILABLE`
   */
  async get(actor: Actor, ref: string): Promise<Dataset> {
    const dataset = this.#reader.read(await this.#find(actor, ref));
    if (!dataset) {
      throw new DatasetAccessError('DATASET_NOT_FOUND');
    }
    return dataset;
  }

  /**
   * For what may be about any entity.
   *
   * @param ref - canonical
   * @throws `ENTITY_NOT_FOUND` when there is none and when it is hidden from the caller; `CATALOG_UNAVAILABLE`
   */
  async requireEntity(actor: Actor, ref: string): Promise<void> {
    if (!(await this.#find(actor, ref))) {
      throw new DatasetAccessError('ENTITY_NOT_FOUND');
    }
  }

  async #find({ credentials }: Actor, ref: string) {
    const entity = await fromCatalogIfVisible(
      this.#catalog.getEntityByRef(ref, { credentials }),
    );
    if (entity) {
      this.#decisions.learn(entity);
    }
    return entity;
  }
}
