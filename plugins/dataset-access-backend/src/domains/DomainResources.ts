import type {
  Directory,
  DomainResource,
} from 'backstage-plugin-dataset-access-node';
import type { ResourceLoader } from '../permissions/registerResourceTypes';
import { readDomain } from './Domain';

/** Domains as permission rules see them. */
export class DomainResources implements ResourceLoader<DomainResource> {
  readonly #directory: Directory;

  constructor(options: { directory: Directory }) {
    this.#directory = options.directory;
  }

  async load(refs: string[]): Promise<Array<DomainResource | undefined>> {
    const entities = await this.#directory.entities(refs);
    return refs.map(ref => {
      const entity = entities.get(ref);
      return entity && { ref, owner: readDomain(ref, entity).owners };
    });
  }
}
