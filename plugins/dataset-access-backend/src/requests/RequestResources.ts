import type { RequestResource } from 'backstage-plugin-dataset-access-node';
import type { DatabaseDatasetOwners } from '../datasets/DatabaseDatasetOwners';
import type { ResourceLoader } from '../permissions/registerResourceTypes';
import type { DatabaseRequestQueries } from './DatabaseRequestQueries';
import type { RequestRecord } from './RequestRecord';

/** Requests as permission rules see them: who is connected to each, as it is stored. */
export class RequestResources implements ResourceLoader<RequestResource> {
  readonly #queries: DatabaseRequestQueries;
  readonly #owners: DatabaseDatasetOwners;

  constructor(options: {
    queries: DatabaseRequestQueries;
    owners: DatabaseDatasetOwners;
  }) {
    this.#queries = options.queries;
    this.#owners = options.owners;
  }

  async load(ids: string[]): Promise<Array<RequestResource | undefined>> {
    const requests = await this.#queries.get(ids);
    const resources = await this.of(requests);
    const byId = new Map(
      requests.map(({ id }, index) => [id, resources[index]]),
    );
    return ids.map(id => byId.get(id));
  }

  /** In the order given. */
  async of(requests: readonly RequestRecord[]): Promise<RequestResource[]> {
    const owners = await this.#owners.of(
      requests.map(({ dataset }) => dataset.ref),
    );
    return requests.map(request => ({
      requester: [request.requester],
      beneficiary: [request.beneficiary.ref],
      approver: request.approvers.map(({ ref }) => ref),
      owner: owners.get(request.dataset.ref) ?? [],
    }));
  }
}
