import type {
  AccessRequestDetail,
  AccessRequestPage,
  BulkDecision,
  BulkDecisionResult,
  Comment,
  Decision,
  RequestCounts,
  RequestQuery,
  Submission,
  SubmissionResult,
  Withdrawal,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import type { RequestCriteria } from './requestCriteria';

/** Limits that a permission policy puts on a list. */
export interface RequestListLimits {
  criteria?: RequestCriteria;
}

/** What can be done with requests. Errors are those of the closed list; each method names its own. */
export interface RequestService {
  /** @see SubmitRequests.run */
  submit(
    actor: Actor,
    submission: Submission,
    idempotencyKey?: string,
  ): Promise<SubmissionResult>;

  /** @see ListRequests.run */
  list(
    actor: Actor,
    query: RequestQuery,
    limits?: RequestListLimits,
  ): Promise<AccessRequestPage>;

  /** @see ListRequests.count */
  counts(actor: Actor, limits?: RequestListLimits): Promise<RequestCounts>;

  /** @see ReadRequest.run */
  get(actor: Actor, requestId: string): Promise<AccessRequestDetail>;

  /** @see DecideRequests.run */
  decide(
    actor: Actor,
    requestId: string,
    decision: Decision,
  ): Promise<AccessRequestDetail>;

  /** @see DecideRequests.run */
  decideMany(
    actor: Actor,
    decisions: BulkDecision['decisions'],
  ): Promise<BulkDecisionResult>;

  /** @see WithdrawRequest.run */
  withdraw(
    actor: Actor,
    requestId: string,
    withdrawal: Withdrawal,
  ): Promise<AccessRequestDetail>;

  /** @see CommentOnRequest.run */
  comment(
    actor: Actor,
    requestId: string,
    comment: Comment,
  ): Promise<AccessRequestDetail>;
}
