import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { GivenDomainOwners } from '../approvals/StepApprovers';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import type { DatabaseDomainGrantStore } from './DatabaseDomainGrantStore';
import { managingLevels } from './managingLevels';

/** @see DomainOwners */
export interface DomainOwnersOptions {
  domainGrants: DatabaseDomainGrantStore;
  directory: Directory;
  config: DatasetAccessConfig;
  clock: Clock;
}

/** Those who were given a domain at a level to share it, as far as they are who they were. */
export class DomainOwners implements GivenDomainOwners {
  readonly #options: DomainOwnersOptions;

  constructor(options: DomainOwnersOptions) {
    this.#options = options;
  }

  async of(domainRef: string, domainUid: string): Promise<string[]> {
    const { domainGrants, directory, config, clock } = this.#options;
    const holders = await domainGrants.holdersOf(
      { ref: domainRef, uid: domainUid },
      managingLevels(config),
      clock.now(),
    );
    const entities = await directory.entities(holders.map(({ ref }) => ref));
    return holders
      .filter(({ ref, uid }) => entities.get(ref)?.metadata.uid === uid)
      .map(({ ref }) => ref);
  }
}
