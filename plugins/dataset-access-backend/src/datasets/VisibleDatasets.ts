import type { CatalogService } from '@backstage/plugin-catalog-node';
import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import { fromCatalogIfVisible } from '../catalog/catalogFailure';
import type { Dataset, DatasetReader } from './Dataset';

/** Datasets as somebody sees them: read with the caller's own credentials, never with ours (P-02). */
export class VisibleDatasets {
  readonly #catalog: CatalogService;
  readonly #reader: DatasetReader;

  constructor(options: { catalog: CatalogService; reader: DatasetReader }) {
    this.#catalog = options.catalog;
    this.#reader = options.reader;
  }

  /**
   * @param ref - canonical
   * @throws `DATASET_NOT_FOUND` when there is none, when it is hidden from the caller, and when it is something else than
   * a dataset; the three cannot be told apart
   * @throws `CATALOG_UNAVAILABLE`
   */
  async get(actor: Actor, ref: string): Promise<Dataset> {
    const { credentials } = actor;
    const entity = await fromCatalogIfVisible(
      this.#catalog.getEntityByRef(ref, { credentials }),
    );
    const dataset = this.#reader.read(entity);
    if (!dataset) {
      throw new DatasetAccessError('DATASET_NOT_FOUND');
    }
    return dataset;
  }
}
