import type {
  AccessRequest,
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
import type { Clock } from '../clock';
import type { CommentOnRequest } from './CommentOnRequest';
import type { DatabaseRequestQueries } from './DatabaseRequestQueries';
import type { DecideRequests } from './DecideRequests';
import type { ListRequests } from './ListRequests';
import { presentRequest } from './presentRequest';
import type { ReadRequest } from './ReadRequest';
import type { RequestedAccess } from './RequestedAccess';
import type { RequestListLimits, RequestService } from './RequestService';
import type { SubmitRequests } from './SubmitRequests';
import type { WithdrawRequest } from './WithdrawRequest';

/** @see DefaultRequestService */
export interface DefaultRequestServiceOptions {
  submit: SubmitRequests;
  list: ListRequests;
  read: ReadRequest;
  decide: DecideRequests;
  withdraw: WithdrawRequest;
  comment: CommentOnRequest;
  queries: DatabaseRequestQueries;
  requestedAccess: RequestedAccess;
  clock: Clock;
  /** Told after each change, so that what follows from it happens now and not at the next sweep. */
  afterChange: () => Promise<void>;
}

/** Requests with the rules of the product, which hold with the permission framework on or off. */
export class DefaultRequestService implements RequestService {
  readonly #options: DefaultRequestServiceOptions;

  constructor(options: DefaultRequestServiceOptions) {
    this.#options = options;
  }

  async submit(
    actor: Actor,
    submission: Submission,
    idempotencyKey?: string,
  ): Promise<SubmissionResult> {
    const result = await this.#options.submit.run(
      actor,
      submission,
      idempotencyKey,
    );
    await this.#options.afterChange();
    return result;
  }

  async list(
    actor: Actor,
    query: RequestQuery,
    limits?: RequestListLimits,
  ): Promise<AccessRequestPage> {
    return this.#options.list.run(actor, query, limits);
  }

  /** Pending requests on a dataset that somebody filed or is meant to benefit from. */
  async openOnDataset(
    datasetRef: string,
    requester: string,
    principals: readonly string[],
  ): Promise<AccessRequest[]> {
    const { queries, clock } = this.#options;
    const open = await queries.openOnDataset(datasetRef, requester, principals);
    return open.map(one => presentRequest(one, undefined, clock.now()));
  }

  async counts(
    actor: Actor,
    limits?: RequestListLimits,
  ): Promise<RequestCounts> {
    return this.#options.list.count(actor, limits);
  }

  async get(actor: Actor, requestId: string): Promise<AccessRequestDetail> {
    return this.#options.read.run(actor, requestId);
  }

  async decide(
    actor: Actor,
    requestId: string,
    decision: Decision,
  ): Promise<AccessRequestDetail> {
    const [{ error }] = await this.#options.decide.run(actor, [
      { ...decision, requestId },
    ]);
    if (error) {
      throw error;
    }
    await this.#options.afterChange();
    return this.get(actor, requestId);
  }

  async decideMany(
    actor: Actor,
    decisions: BulkDecision['decisions'],
  ): Promise<BulkDecisionResult> {
    const { decide, queries, requestedAccess, clock, afterChange } =
      this.#options;
    const outcomes = await decide.run(actor, decisions);
    await afterChange();
    const done = outcomes.flatMap(({ requestId, error }) =>
      error ? [] : [requestId],
    );
    const [requests, granted] = await Promise.all([
      queries.get(done),
      requestedAccess.of(done),
    ]);
    const byId = new Map(
      requests.map(request => [
        request.id,
        presentRequest(request, granted.get(request.id), clock.now()),
      ]),
    );
    return {
      outcomes: outcomes.map(({ requestId, error }) => ({
        requestId,
        ok: !error,
        request: byId.get(requestId),
        code: error?.code,
        message: error?.message,
        current: error?.current,
      })),
    };
  }

  async withdraw(
    actor: Actor,
    requestId: string,
    withdrawal: Withdrawal,
  ): Promise<AccessRequestDetail> {
    await this.#options.withdraw.run(actor, requestId, withdrawal);
    await this.#options.afterChange();
    return this.get(actor, requestId);
  }

  async comment(
    actor: Actor,
    requestId: string,
    comment: Comment,
  ): Promise<AccessRequestDetail> {
    await this.#options.comment.run(actor, requestId, comment);
    await this.#options.afterChange();
    return this.get(actor, requestId);
  }
}
