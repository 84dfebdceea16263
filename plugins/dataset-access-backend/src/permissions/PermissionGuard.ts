import type {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PermissionCriteria,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
  PermissionResourceRef,
} from '@backstage/plugin-permission-node';
import type { Actor } from '../actors/Actor';

/** What the portal's permission policy says about one permission of one caller. */
export interface GuardDecision<TResource, TQuery> {
  /** The policy says no, whatever the resource. */
  denied: boolean;
  /** The policy's conditions, for lists; absent when it allows everything. */
  criteria?: PermissionCriteria<TQuery>;
  /** Whether a resource satisfies the policy. */
  allows(resource: TResource): boolean;
}

/** @see PermissionGuard */
export interface PermissionGuardOptions<TResource, TQuery> {
  permissions: PermissionsService;
  registry: PermissionsRegistryService;
  resourceRef: PermissionResourceRef<TResource, TQuery>;
}

/**
 * Asks the permission framework, once per call however many resources are looked at, and applies its conditions here:
 * to one resource or, as SQL, to a list. The framework allows everything when it is off and for services, so it only ever
 * narrows what our own rules allow (threat model, finding 1).
 */
export class PermissionGuard<TResource, TQuery> {
  readonly #permissions: PermissionsService;
  readonly #authorize: ReturnType<typeof createConditionAuthorizer<TResource>>;
  readonly #transform: ReturnType<typeof createConditionTransformer<TQuery>>;

  constructor({
    permissions,
    registry,
    resourceRef,
  }: PermissionGuardOptions<TResource, TQuery>) {
    const ruleset = registry.getPermissionRuleset(resourceRef);
    this.#permissions = permissions;
    this.#authorize = createConditionAuthorizer(ruleset);
    this.#transform = createConditionTransformer(ruleset);
  }

  async decide(
    { credentials }: Actor,
    permission: ResourcePermission,
  ): Promise<GuardDecision<TResource, TQuery>> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    return {
      denied: decision.result === AuthorizeResult.DENY,
      criteria:
        decision.result === AuthorizeResult.CONDITIONAL
          ? this.#transform(decision.conditions)
          : undefined,
      allows: resource => this.#authorize(decision, resource),
    };
  }
}
