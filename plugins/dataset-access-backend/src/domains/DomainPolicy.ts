import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type {
  DomainCondition,
  DomainResource,
} from 'backstage-plugin-dataset-access-node';
import type { Actor } from '../actors/Actor';
import type { PermissionGuard } from '../permissions/PermissionGuard';
import type { ResourceLoader } from '../permissions/registerResourceTypes';

/** @see DomainPolicy */
export interface DomainPolicyOptions {
  domainGuard: PermissionGuard<DomainResource, DomainCondition>;
  domainResources: ResourceLoader<DomainResource>;
}

/** What the portal's permission policy says about access to domains. */
export class DomainPolicy {
  readonly #options: DomainPolicyOptions;

  constructor(options: DomainPolicyOptions) {
    this.#options = options;
  }

  async allows(
    actor: Actor,
    permission: ResourcePermission,
    domainRef: string,
  ): Promise<boolean> {
    const denied = await this.denied(actor, permission, [domainRef]);
    return denied.length === 0;
  }

  /** Those of some domains that the policy does not allow; one that does not exist is allowed only without conditions. */
  async denied(
    actor: Actor,
    permission: ResourcePermission,
    domainRefs: readonly string[],
  ): Promise<string[]> {
    const { domainGuard, domainResources } = this.#options;
    const decision = await domainGuard.decide(actor, permission);
    if (decision.denied) {
      return [...domainRefs];
    }
    if (!decision.criteria) {
      return [];
    }
    const resources = await domainResources.load([...domainRefs]);
    return domainRefs.filter((_, at) => {
      const resource = resources[at];
      return !resource || !decision.allows(resource);
    });
  }

  /** Whether the policy says no whatever the domain. */
  async deniesAll(
    actor: Actor,
    permission: ResourcePermission,
  ): Promise<boolean> {
    return (await this.#options.domainGuard.decide(actor, permission)).denied;
  }
}
