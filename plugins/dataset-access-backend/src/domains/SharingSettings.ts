import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import type { Directory } from 'backstage-plugin-dataset-access-node';
import { datasetSettings } from '../config/datasetSettings';
import type { DatasetAccessConfig } from '../config/readConfig';

/** @see SharingSettings */
export interface SharingSettingsOptions {
  directory: Directory;
  config: DatasetAccessConfig;
}

/**
 * Separation of duties when a domain is shared: nobody gives access to himself or to a group he belongs to, just as nobody
 * decides on such a request (design §3). Where that is allowed by configuration it is recorded.
 */
export class SharingSettings {
  readonly #options: SharingSettingsOptions;

  constructor(options: SharingSettingsOptions) {
    this.#options = options;
  }

  /**
   * @returns whether the sharer profits, where that is allowed
   * @throws `BENEFICIARY_APPROVAL`, `CATALOG_UNAVAILABLE`
   */
  async ownBenefit(
    sharer: string,
    subjectRef: string,
    domainRef: string,
  ): Promise<boolean> {
    const { directory, config } = this.#options;
    const members = await directory.membersOf([subjectRef]);
    if (!members.has(sharer)) {
      return false;
    }
    const { requests } = datasetSettings(config, domainRef, [domainRef]);
    if (requests.selfApproval === 'deny') {
      throw new DatasetAccessError('BENEFICIARY_APPROVAL');
    }
    return true;
  }
}
