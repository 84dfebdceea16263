import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  AccessGrant,
  AccessGrantDetail,
  AccessGrantPage,
  Confirmation,
  DatasetAccessError,
  grantConfirmPermission,
  GrantQuery,
  grantReadPermission,
  GrantReturn,
  grantRevokePermission,
  Revocation,
  toVerdict,
  Verdict,
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

/** Lets the portal's permission policy narrow what may be done with grants. Giving back one's own is nobody else's business. */
export class AuthorizedGrantService implements GrantService {
  readonly #options: AuthorizedGrantServiceOptions;

  constructor(options: AuthorizedGrantServiceOptions) {
    this.#options = options;
  }

  async list(actor: Actor, query: GrantQuery): Promise<AccessGrantPage> {
    const { service, guard } = this.#options;
    const decision = await guard.decide(actor, grantReadPermission);
    return decision.denied
      ? { items: [], answersFor: false }
      : service.list(actor, query, { criteria: decision.criteria });
  }

  async get(actor: Actor, grantId: string): Promise<AccessGrantDetail> {
    if (
      (await this.#refusal(actor, grantReadPermission, grantId)) !== undefined
    ) {
      throw new DatasetAccessError('GRANT_NOT_FOUND');
    }
    const detail = await this.#options.service.get(actor, grantId);
    const { can } = detail;
    return {
      ...detail,
      // screens must not offer what is refused
      can: {
        confirm: await this.#narrow(
          actor,
          grantConfirmPermission,
          grantId,
          can.confirm,
        ),
        revoke: await this.#narrow(
          actor,
          grantRevokePermission,
          grantId,
          can.revoke,
        ),
        return: can.return,
        confirmRemoval: await this.#narrow(
          actor,
          grantConfirmPermission,
          grantId,
          can.confirmRemoval,
        ),
      },
    };
  }

  async confirm(
    actor: Actor,
    grantId: string,
    confirmation: Confirmation,
  ): Promise<AccessGrant> {
    await this.#require(actor, grantConfirmPermission, grantId);
    return this.#options.service.confirm(actor, grantId, confirmation);
  }

  async revoke(
    actor: Actor,
    grantId: string,
    revocation: Revocation,
  ): Promise<AccessGrant> {
    await this.#require(actor, grantRevokePermission, grantId);
    return this.#options.service.revoke(actor, grantId, revocation);
  }

  async return(
    actor: Actor,
    grantId: string,
    giving: GrantReturn,
  ): Promise<AccessGrant> {
    return this.#options.service.return(actor, grantId, giving);
  }

  async confirmRemoval(
    actor: Actor,
    grantId: string,
    confirmation: Confirmation,
  ): Promise<AccessGrant> {
    await this.#require(actor, grantConfirmPermission, grantId);
    return this.#options.service.confirmRemoval(actor, grantId, confirmation);
  }

  async #require(
    actor: Actor,
    permission: ResourcePermission,
    grantId: string,
  ): Promise<void> {
    const refusal = await this.#refusal(actor, permission, grantId);
    if (refusal) {
      throw new DatasetAccessError(refusal);
    }
  }

  async #narrow(
    actor: Actor,
    permission: ResourcePermission,
    grantId: string,
    verdict: Verdict,
  ): Promise<Verdict> {
    return verdict.allowed && (await this.#refusal(actor, permission, grantId))
      ? toVerdict('FORBIDDEN')
      : verdict;
  }

  /** With conditions, the answer is the same whether or not there is such a grant. */
  async #refusal(
    actor: Actor,
    permission: ResourcePermission,
    grantId: string,
  ): Promise<'FORBIDDEN' | 'GRANT_NOT_FOUND' | undefined> {
    const { guard, grantResources } = this.#options;
    const decision = await guard.decide(actor, permission);
    if (decision.denied) {
      return 'FORBIDDEN';
    }
    if (decision.criteria) {
      const [grant] = await grantResources.load([grantId]);
      return grant && decision.allows(grant) ? undefined : 'GRANT_NOT_FOUND';
    }
    return undefined;
  }
}
