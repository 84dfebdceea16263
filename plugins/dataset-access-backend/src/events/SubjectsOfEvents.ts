import {
  type DatasetAccessEvent,
  grantStateAt,
} from 'backstage-plugin-dataset-access-common';
import DataLoader from 'dataloader';
import type { Clock } from '../clock';
import type { DatabaseDomainGrantStore } from '../domains/DatabaseDomainGrantStore';
import { presentDomainGrant } from '../domains/DomainGrantRecord';
import type { DatabaseGrantStore } from '../grants/DatabaseGrantStore';
import type { DatabaseRequestQueries } from '../requests/DatabaseRequestQueries';

/** What an event says of its subject. */
export type EventSubjectFacts = Pick<
  DatasetAccessEvent,
  'dataset' | 'domain' | 'beneficiary' | 'level' | 'state'
>;

type SubjectType = DatasetAccessEvent['subject']['type'];

/** @see SubjectsOfEvents */
export interface SubjectsOfEventsOptions {
  queries: DatabaseRequestQueries;
  grants: DatabaseGrantStore;
  domainGrants: DatabaseDomainGrantStore;
  clock: Clock;
}

/** Reads what events are about, as it is now. What is asked for in the same turn is read at once; nothing is remembered. */
export class SubjectsOfEvents {
  readonly #options: SubjectsOfEventsOptions;
  readonly #loaders: Record<
    SubjectType,
    DataLoader<string, EventSubjectFacts | undefined>
  >;

  constructor(options: SubjectsOfEventsOptions) {
    this.#options = options;
    this.#loaders = {
      request: loader(ids => this.#requests(ids)),
      grant: loader(ids => this.#grants(ids)),
      'domain-grant': loader(ids => this.#domainGrants(ids)),
    };
  }

  /** @returns `undefined` when there is no such thing any more */
  async of({
    type,
    id,
  }: DatasetAccessEvent['subject']): Promise<EventSubjectFacts | undefined> {
    return this.#loaders[type].load(id);
  }

  async #requests(ids: readonly string[]) {
    const requests = await this.#options.queries.get(ids);
    return requests.map(
      ({ id, dataset, datasetLevelAccess, beneficiary, level, status }) =>
        [
          id,
          {
            // domains are asked for like datasets
            ...(datasetLevelAccess === undefined
              ? { dataset: dataset.ref }
              : { domain: dataset.ref }),
            beneficiary: beneficiary.ref,
            level,
            state: status,
          },
        ] as const,
    );
  }

  async #grants(ids: readonly string[]) {
    const { grants, clock } = this.#options;
    const found = await grants.get(ids);
    return found.map(
      grant =>
        [
          grant.id,
          {
            dataset: grant.dataset.ref,
            beneficiary: grant.subject.ref,
            level: grant.level,
            state: grantStateAt(grant, clock.now()),
          },
        ] as const,
    );
  }

  async #domainGrants(ids: readonly string[]) {
    const { domainGrants, clock } = this.#options;
    const found = await domainGrants.get(ids);
    return found.map(
      grant =>
        [
          grant.id,
          {
            domain: grant.domain.ref,
            beneficiary: grant.subject.ref,
            level: grant.level,
            state: presentDomainGrant(grant, clock.now()).state,
          },
        ] as const,
    );
  }
}

function loader(
  read: (
    ids: readonly string[],
  ) => Promise<Array<readonly [string, EventSubjectFacts]>>,
) {
  return new DataLoader<string, EventSubjectFacts | undefined>(
    async ids => {
      const found = new Map(await read([...new Set(ids)]));
      return ids.map(id => found.get(id));
    },
    { cache: false, batchScheduleFn: callback => setImmediate(callback) },
  );
}
