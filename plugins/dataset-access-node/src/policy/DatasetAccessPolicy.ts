import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  ConditionalPolicyDecision,
  isResourcePermission,
  Permission,
  PermissionCondition,
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  DecisionIndex,
  READ_ENTITIES,
  responsibilityManagePermission,
  responsibilityReadPermission,
} from 'backstage-plugin-dataset-access-common';
import type { DecisionSource } from '../decisions/decisionIndexServiceRef';

/**
 * How the policies of this product take part in the portal's permission policy.
 *
 * @public
 */
export interface DatasetAccessPolicyOptions {
  /** The index of this process. */
  decisions: DecisionSource;
  /**
   * Names of Backstage permissions that need the privilege of the same name, beside those of this product and
   * `catalog.entity.read`.
   */
  enforced?: readonly string[];
  logger?: LoggerService;
}

const CATALOG_ENTITY = 'catalog-entity';
const OWN_PERMISSIONS = 'dataset-access.';
/** Of this product's permissions without a resource, those whose privileges are held on some entities and not on others. */
const HELD_ON: ReadonlySet<string> = new Set([
  responsibilityReadPermission.name,
  responsibilityManagePermission.name,
]);
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };
const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };

/**
 * A permission policy that adds what the policies of this product say to another one. It can only narrow: what the base
 * denies stays denied, whatever has been granted here (P-26). It asks no database and calls nobody.
 *
 * @public
 */
export class DatasetAccessPolicy implements PermissionPolicy {
  readonly #base: PermissionPolicy;
  readonly #options: DatasetAccessPolicyOptions;
  readonly #enforced: ReadonlySet<string>;

  /**
   * Narrows a policy of one's own.
   *
   * @param base - what decides about everything else, and first about what this product decides about
   */
  static wrap(
    base: PermissionPolicy,
    options: DatasetAccessPolicyOptions,
  ): DatasetAccessPolicy {
    return new DatasetAccessPolicy(base, options);
  }

  private constructor(
    base: PermissionPolicy,
    options: DatasetAccessPolicyOptions,
  ) {
    this.#base = base;
    this.#options = options;
    this.#enforced = new Set(options.enforced);
  }

  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const base = await this.#base.handle(request, user);
    if (base.result === AuthorizeResult.DENY) {
      return base;
    }
    const ours = this.#decide(request.permission, user);
    return ours === undefined ? base : this.#both(base, ours, request);
  }

  /** @returns `undefined` when it is none of our business */
  #decide(
    permission: Permission,
    user: PolicyQueryUser | undefined,
  ): PolicyDecision | undefined {
    const { name } = permission;
    const isRead = name === READ_ENTITIES;
    const isOurs = name.startsWith(OWN_PERMISSIONS);
    if (!isRead && !isOurs && !this.#enforced.has(name)) {
      return undefined;
    }
    if (isOurs && (isResourcePermission(permission) || HELD_ON.has(name))) {
      // the plugin itself decides about its requests and grants, by more than privileges, and about responsibilities
      return undefined;
    }
    const subject = refOf(user);
    const index = this.#options.decisions.current();
    if (!subject || !index) {
      return DENY;
    }
    const now = Date.now();
    if (!isResourcePermission(permission, CATALOG_ENTITY)) {
      // of other resources we know nothing, so only what is held everywhere counts
      return index.check(subject, name, undefined, now) ? ALLOW : DENY;
    }
    if (isRead) {
      return this.#seesEverything(index, subject, now)
        ? ALLOW
        : conditional('IS_VISIBLE_TO', { principals: [subject] });
    }
    return index.check(subject, name, undefined, now)
      ? ALLOW
      : conditional('HOLDS_PRIVILEGE', {
          privilege: name,
          principals: [subject],
        });
  }

  #seesEverything(index: DecisionIndex, subject: string, now: number): boolean {
    return (
      !index.resources.hasHidden() &&
      index.check(subject, READ_ENTITIES, undefined, now)
    );
  }

  /** What both allow. */
  #both(
    base: PolicyDecision,
    ours: PolicyDecision,
    { permission }: PolicyQuery,
  ): PolicyDecision {
    if (ours.result !== AuthorizeResult.CONDITIONAL) {
      return ours.result === AuthorizeResult.DENY ? ours : base;
    }
    if (base.result !== AuthorizeResult.CONDITIONAL) {
      return ours;
    }
    if (
      base.pluginId !== ours.pluginId ||
      base.resourceType !== ours.resourceType
    ) {
      this.#options.logger?.error(
        `The base policy answers ${permission.name} with conditions on ${base.resourceType} of ${base.pluginId}, which cannot be combined; it is denied`,
      );
      return DENY;
    }
    return {
      ...ours,
      conditions: { allOf: [base.conditions, ours.conditions] },
    };
  }
}

function conditional(
  rule: string,
  params: PermissionCondition['params'],
): ConditionalPolicyDecision {
  const conditions: PermissionCriteria<PermissionCondition> = {
    resourceType: CATALOG_ENTITY,
    rule,
    params,
  };
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'catalog',
    resourceType: CATALOG_ENTITY,
    conditions,
  };
}

function refOf(user: PolicyQueryUser | undefined): string | undefined {
  const principal = user?.credentials.principal as
    | { userEntityRef?: string }
    | undefined;
  return principal?.userEntityRef?.toLowerCase();
}
