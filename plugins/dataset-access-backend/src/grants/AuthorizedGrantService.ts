import {
  AccessGrant,
  AccessGrantPage,
  Confirmation,
  DatasetAccessError,
  grantConfirmPermission,
  GrantQuery,
  grantReadPermission,
} from 'backstage-plugin-dataset-access-common';
import type {
  GrantCondition,
  GrantResource,
} from 'backstage-plugin-dataset-access-node';
import type { Actor } from '../actors/Actor';
import type { ResourceLoader } from '../permissions/registerResourceTypes';
import type { PermissionGuard } from '../permissions/PermissionGuard';
import type { GrantService } from './GrantService';

/** @see AuthorizedGrantService */
export interface AuthorizedGrantServiceOptions {
  service: GrantService;
  guard: PermissionGuard<GrantResource, GrantCondition>;
  grantResources: ResourceLoader<GrantResource>;
}

/** Lets the portal's permission policy narrow what may be done with grants. */
export class AuthorizedGrantService implements GrantService {
  readonly #options: AuthorizedGrantServiceOptions;

  constructor(options: AuthorizedGrantServiceOptions) {
    this.#options = options;
  }

  async list(actor: Actor, query: GrantQuery): Promise<AccessGrantPage> {
    const { service, guard } = this.#options;
    const decision = await guard.decide(actor, grantReadPermission);
    return decision.denied
      ? { items: [] }
      : service.list(actor, query, { criteria: decision.criteria });
  }

  async confirm(
    actor: Actor,
    grantId: string,
    confirmation: Confirmation,
  ): Promise<AccessGrant> {
    const { service, guard, grantResources } = this.#options;
    const decision = await guard.decide(actor, grantConfirmPermission);
    if (decision.denied) {
      throw new DatasetAccessError('FORBIDDEN');
    }
    if (decision.criteria) {
      const [grant] = await grantResources.load([grantId]);
      if (!grant || !decision.allows(grant)) {
        // the same answer whether or not there is such a grant
        throw new DatasetAccessError('GRANT_NOT_FOUND');
      }
    }
    return service.confirm(actor, grantId, confirmation);
  }
}
