import { requestCreatePermission } from 'backstage-plugin-dataset-access-common';
import type {
  DatasetCondition,
  DatasetResource,
} from 'backstage-plugin-dataset-access-node';
import type { Actor } from '../actors/Actor';
import type { Dataset } from '../datasets/Dataset';
import type { HeldPrivileges } from '../permissions/HeldPrivileges';
import type { PermissionGuard } from '../permissions/PermissionGuard';

/** @see AskingRight */
export interface AskingRightOptions {
  held: HeldPrivileges;
  datasetGuard: PermissionGuard<DatasetResource, DatasetCondition>;
}

/**
 * Whether somebody may ask for access to a dataset at all: a policy gives it, to everybody unless administrators changed
 * that (S0.2), and the portal's own permission policy does not forbid it. The page and the submission ask this one function.
 */
export class AskingRight {
  readonly #options: AskingRightOptions;

  constructor(options: AskingRightOptions) {
    this.#options = options;
  }

  async of(actor: Actor, { ref, owners }: Dataset): Promise<boolean> {
    const { held, datasetGuard } = this.#options;
    const { name } = requestCreatePermission;
    if (actor.kind === 'user' && !held.by(actor, name, ref)) {
      return false;
    }
    const framework = await datasetGuard.decide(actor, requestCreatePermission);
    return framework.allows({ ref, owner: owners });
  }
}
