import type {
  DatasetResource,
  Directory,
} from 'backstage-plugin-dataset-access-node';
import type { ResourceLoader } from '../permissions/registerResourceTypes';
import type { DatasetReader } from './Dataset';

/** Datasets as permission rules see them. */
export class DatasetResources implements ResourceLoader<DatasetResource> {
  readonly #directory: Directory;
  readonly #reader: DatasetReader;

  constructor(options: { directory: Directory; reader: DatasetReader }) {
    this.#directory = options.directory;
    this.#reader = options.reader;
  }

  async load(refs: string[]): Promise<Array<DatasetResource | undefined>> {
    const entities = await this.#directory.entities(refs);
    return refs.map(ref => {
      const dataset = this.#reader.read(entities.get(ref));
      return dataset && { ref, owner: dataset.owners };
    });
  }
}
