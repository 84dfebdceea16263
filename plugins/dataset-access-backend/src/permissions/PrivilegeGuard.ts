import type { PermissionsService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  DatasetAccessError,
  DecisionIndex,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import type { Clock } from '../clock';

/** @see PrivilegeGuard */
export interface PrivilegeGuardOptions {
  permissions: PermissionsService;
  decisions: { require(): DecisionIndex };
  clock: Clock;
}

/**
 * Guards what only holders of a privilege may do. The policies decide, whatever the permission framework says: it allows
 * everything when it is off. When it is on it is asked as well, and can only narrow (design §7).
 */
export class PrivilegeGuard {
  readonly #options: PrivilegeGuardOptions;

  constructor(options: PrivilegeGuardOptions) {
    this.#options = options;
  }

  /**
   * Whether the caller holds the privilege that a permission is named after. Services may read; they never act.
   *
   * @param resource - canonical ref, for privileges that are held on entities
   * @throws `DECISIONS_UNAVAILABLE`
   */
  async allows(
    actor: Actor,
    permission: BasicPermission,
    resource?: string,
  ): Promise<boolean> {
    const { permissions, decisions, clock } = this.#options;
    if (actor.kind === 'service') {
      return permission.attributes.action === 'read';
    }
    const holds = decisions
      .require()
      .check(actor.ref, permission.name, resource, clock.now().getTime());
    if (!holds) {
      return false;
    }
    const [{ result }] = await permissions.authorize([{ permission }], {
      credentials: actor.credentials,
    });
    return result === AuthorizeResult.ALLOW;
  }

  /** @throws `USER_REQUIRED`, `FORBIDDEN`, `DECISIONS_UNAVAILABLE` */
  async require(
    actor: Actor,
    permission: BasicPermission,
    resource?: string,
  ): Promise<void> {
    if (!(await this.allows(actor, permission, resource))) {
      throw new DatasetAccessError(
        actor.kind === 'service' ? 'USER_REQUIRED' : 'FORBIDDEN',
      );
    }
  }
}
