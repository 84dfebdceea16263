import type { GrantResource } from 'backstage-plugin-dataset-access-node';
import type { DatabaseDatasetOwners } from '../datasets/DatabaseDatasetOwners';
import type { ResourceLoader } from '../permissions/registerResourceTypes';
import type { DatabaseGrantStore } from './DatabaseGrantStore';

/** Grants as permission rules see them. */
export class GrantResources implements ResourceLoader<GrantResource> {
  readonly #grants: DatabaseGrantStore;
  readonly #owners: DatabaseDatasetOwners;

  constructor(options: {
    grants: DatabaseGrantStore;
    owners: DatabaseDatasetOwners;
  }) {
    this.#grants = options.grants;
    this.#owners = options.owners;
  }

  async load(ids: string[]): Promise<Array<GrantResource | undefined>> {
    const found = await this.#grants.get(ids);
    const owners = await this.#owners.of(
      found.map(({ dataset }) => dataset.ref),
    );
    const byId = new Map(
      found.map(({ id, subject, dataset }) => [
        id,
        { holder: [subject.ref], owner: owners.get(dataset.ref) ?? [] },
      ]),
    );
    return ids.map(id => byId.get(id));
  }
}
