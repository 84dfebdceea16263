import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  AccessRequestDetail,
  grantConfirmPermission,
  requestCommentPermission,
  requestDecidePermission,
  requestWithdrawPermission,
  Verdict,
  toVerdict,
} from 'backstage-plugin-dataset-access-common';
import type {
  GrantCondition,
  GrantResource,
  RequestCondition,
  RequestResource,
} from 'backstage-plugin-dataset-access-node';
import type { Actor } from '../actors/Actor';
import type { ResourceLoader } from '../permissions/registerResourceTypes';
import type {
  GuardDecision,
  PermissionGuard,
} from '../permissions/PermissionGuard';

/** @see RequestPolicy */
export interface RequestPolicyOptions {
  guards: {
    request: PermissionGuard<RequestResource, RequestCondition>;
    grant: PermissionGuard<GrantResource, GrantCondition>;
  };
  requestResources: ResourceLoader<RequestResource>;
  grantResources: ResourceLoader<GrantResource>;
}

/** What the portal's permission policy says about requests. */
export class RequestPolicy {
  readonly #options: RequestPolicyOptions;

  constructor(options: RequestPolicyOptions) {
    this.#options = options;
  }

  /** For lists. */
  async decide(
    actor: Actor,
    permission: ResourcePermission,
  ): Promise<GuardDecision<RequestResource, RequestCondition>> {
    return this.#options.guards.request.decide(actor, permission);
  }

  /** Which of some requests the policy allows; one that does not exist is allowed only by a policy without conditions. */
  async allows(
    actor: Actor,
    permission: ResourcePermission,
    ids: string[],
  ): Promise<Set<string>> {
    const decision = await this.decide(actor, permission);
    return allowed(decision, ids, this.#options.requestResources);
  }

  /** What the caller could do by our rules, less what the policy forbids: screens must not offer what is refused. */
  async narrow(
    actor: Actor,
    detail: AccessRequestDetail,
  ): Promise<AccessRequestDetail> {
    const { guards, grantResources } = this.#options;
    const { id, grant, can, emergency } = detail;
    const [decide, withdraw, comment, confirm] = await Promise.all([
      this.allows(actor, requestDecidePermission, [id]),
      this.allows(actor, requestWithdrawPermission, [id]),
      this.allows(actor, requestCommentPermission, [id]),
      grant &&
        guards.grant
          .decide(actor, grantConfirmPermission)
          .then(decision => allowed(decision, [grant.id], grantResources)),
    ]);
    const narrow = (verdict: Verdict, ids: Set<string> | undefined) =>
      verdict.allowed && ids?.size === 0 ? toVerdict('FORBIDDEN') : verdict;
    return {
      ...detail,
      ...(emergency && {
        emergency: {
          ...emergency,
          can: { review: narrow(emergency.can.review, decide) },
        },
      }),
      can: {
        decide: narrow(can.decide, decide),
        ask: narrow(can.ask, decide),
        withdraw: narrow(can.withdraw, withdraw),
        comment: narrow(can.comment, comment),
        confirm: narrow(can.confirm, confirm),
      },
    };
  }
}

async function allowed<TResource>(
  decision: GuardDecision<TResource, unknown>,
  ids: string[],
  loader: ResourceLoader<TResource>,
): Promise<Set<string>> {
  if (decision.denied) {
    return new Set();
  }
  if (!decision.criteria) {
    return new Set(ids);
  }
  const resources = await loader.load(ids);
  return new Set(
    ids.filter((_, index) => {
      const resource = resources[index];
      return resource !== undefined && decision.allows(resource);
    }),
  );
}
