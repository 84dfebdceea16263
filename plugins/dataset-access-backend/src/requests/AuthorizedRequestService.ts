import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  AccessRequestDetail,
  AccessRequestPage,
  BulkDecision,
  BulkDecisionResult,
  canonicalRef,
  Comment,
  DatasetAccessError,
  Decision,
  isDatasetAccessError,
  RequestCounts,
  RequestQuery,
  requestCommentPermission,
  requestDecidePermission,
  requestReadPermission,
  requestWithdrawPermission,
  Submission,
  SubmissionResult,
  Withdrawal,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import type { AskingRight } from '../approvers/AskingRight';
import type { VisibleDatasets } from '../datasets/VisibleDatasets';
import type { RequestPolicy } from './RequestPolicy';
import type { RequestService } from './RequestService';

/** @see AuthorizedRequestService */
export interface AuthorizedRequestServiceOptions {
  service: RequestService;
  policy: RequestPolicy;
  datasets: VisibleDatasets;
  askingRight: AskingRight;
}

/**
 * Lets the portal's permission policy narrow what may be done with requests, before the rules of the product are asked.
 * A request that may not be read answers as one that does not exist.
 */
export class AuthorizedRequestService implements RequestService {
  readonly #options: AuthorizedRequestServiceOptions;

  constructor(options: AuthorizedRequestServiceOptions) {
    this.#options = options;
  }

  async submit(
    actor: Actor,
    submission: Submission,
    idempotencyKey?: string,
  ): Promise<SubmissionResult> {
    const { service, askingRight, datasets } = this.#options;
    if (actor.kind !== 'user') {
      throw new DatasetAccessError('USER_REQUIRED');
    }
    // read as the caller, so that a hidden dataset is not given away by a refusal
    const ref = canonicalRef(submission.dataset);
    if (!(await askingRight.of(actor, await datasets.get(actor, ref)))) {
      throw new DatasetAccessError('FORBIDDEN');
    }
    return service.submit(actor, submission, idempotencyKey);
  }

  async list(actor: Actor, query: RequestQuery): Promise<AccessRequestPage> {
    const { service, policy } = this.#options;
    const { denied, criteria } = await policy.decide(
      actor,
      requestReadPermission,
    );
    return denied ? { items: [] } : service.list(actor, query, { criteria });
  }

  async counts(actor: Actor): Promise<RequestCounts> {
    const { service, policy } = this.#options;
    const { denied, criteria } = await policy.decide(
      actor,
      requestReadPermission,
    );
    return denied
      ? { inbox: 0, mine: 0, tasks: 0 }
      : service.counts(actor, { criteria });
  }

  async get(actor: Actor, requestId: string): Promise<AccessRequestDetail> {
    const { service, policy } = this.#options;
    const readable = await policy.allows(actor, requestReadPermission, [
      requestId,
    ]);
    if (readable.size === 0) {
      throw new DatasetAccessError('REQUEST_NOT_FOUND');
    }
    return policy.narrow(actor, await service.get(actor, requestId));
  }

  async decide(
    actor: Actor,
    requestId: string,
    decision: Decision,
  ): Promise<AccessRequestDetail> {
    const { service, policy } = this.#options;
    await this.#require(actor, requestDecidePermission, requestId);
    return policy.narrow(
      actor,
      await service.decide(actor, requestId, decision),
    );
  }

  async decideMany(
    actor: Actor,
    decisions: BulkDecision['decisions'],
  ): Promise<BulkDecisionResult> {
    const { service, policy } = this.#options;
    const ids = decisions.map(({ requestId }) => requestId);
    const allowed = await policy.allows(actor, requestDecidePermission, ids);
    const { outcomes } = await service.decideMany(
      actor,
      decisions.filter(({ requestId }) => allowed.has(requestId)),
    );
    const decided = new Map(outcomes.map(one => [one.requestId, one]));
    return {
      outcomes: await Promise.all(
        ids.map(async requestId => {
          const outcome = decided.get(requestId);
          if (outcome) {
            return outcome;
          }
          const { code, message } = await this.#refusal(actor, requestId);
          return { requestId, ok: false, code, message };
        }),
      ),
    };
  }

  async withdraw(
    actor: Actor,
    requestId: string,
    withdrawal: Withdrawal,
  ): Promise<AccessRequestDetail> {
    const { service, policy } = this.#options;
    await this.#require(actor, requestWithdrawPermission, requestId);
    return policy.narrow(
      actor,
      await service.withdraw(actor, requestId, withdrawal),
    );
  }

  async comment(
    actor: Actor,
    requestId: string,
    comment: Comment,
  ): Promise<AccessRequestDetail> {
    const { service, policy } = this.#options;
    const permission = comment.asksForInformation
      ? requestDecidePermission
      : requestCommentPermission;
    await this.#require(actor, permission, requestId);
    return policy.narrow(
      actor,
      await service.comment(actor, requestId, comment),
    );
  }

  async #require(
    actor: Actor,
    permission: ResourcePermission,
    requestId: string,
  ): Promise<void> {
    const { policy } = this.#options;
    const allowed = await policy.allows(actor, permission, [requestId]);
    if (allowed.size === 0) {
      throw await this.#refusal(actor, requestId);
    }
  }

  /** Who may not even read the request must not learn from the refusal that there is one. */
  async #refusal(actor: Actor, requestId: string): Promise<DatasetAccessError> {
    try {
      await this.get(actor, requestId);
      return new DatasetAccessError('FORBIDDEN');
    } catch (error) {
      if (isDatasetAccessError(error)) {
        return error;
      }
      throw error;
    }
  }
}
