import type { Directory } from 'backstage-plugin-dataset-access-node';
import type { DatasetAccessConfig } from '../config/readConfig';
import type { DatasetReader } from '../datasets/Dataset';
import type { ApproverService } from './ApproverService';

/** @see AnswerableUsers */
export interface AnswerableUsersOptions {
  directory: Directory;
  reader: DatasetReader;
  approvers: ApproverService;
  config: DatasetAccessConfig;
}

/** Says who answers for a dataset: its approvers and owners as they are now, and superusers. */
export class AnswerableUsers {
  readonly #options: AnswerableUsersOptions;

  constructor(options: AnswerableUsersOptions) {
    this.#options = options;
  }

  /** @throws `CATALOG_UNAVAILABLE` */
  async answersFor(userRef: string, datasetRef: string): Promise<boolean> {
    const { directory, reader, approvers } = this.#options;
    const [isSuperuser, entities] = await Promise.all([
      this.isSuperuser(userRef),
      directory.entities([datasetRef]),
    ]);
    if (isSuperuser) {
      return true;
    }
    const dataset = reader.read(entities.get(datasetRef));
    if (!dataset) {
      return false;
    }
    const [{ members }, owners] = await Promise.all([
      approvers.routing(dataset),
      directory.membersOf(dataset.owners),
    ]);
    return members.has(userRef) || owners.has(userRef);
  }

  /** @throws `CATALOG_UNAVAILABLE` */
  async isSuperuser(userRef: string): Promise<boolean> {
    const { directory, config } = this.#options;
    return (await directory.membersOf(config.superusers)).has(userRef);
  }
}
