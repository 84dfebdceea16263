import {
  AccessGrant,
  AccessGrantPage,
  AccessRequestDetail,
  AccessRequestPage,
  BulkDecision,
  BulkDecisionResult,
  Comment,
  Confirmation,
  DatasetAccess,
  DatasetAccessClient,
  DatasetAccessError,
  Decision,
  Delegation,
  DelegationDraft,
  DelegationPage,
  durationEnd,
  effectiveAccess,
  GrantQuery,
  isBeingSetUp,
  RequestCounts,
  RequestQuery,
  Submission,
  SubmissionResult,
  Withdrawal,
} from 'backstage-plugin-dataset-access-common';
import { STEWARDS } from './people';
import { RequestBook } from './RequestBook';
import { aGrant, aRequest, orders, products, StoredRequest } from './requests';

/** What the client offers, without what it keeps to itself. */
type DatasetAccessApi = Pick<DatasetAccessClient, keyof DatasetAccessClient>;

/** The backend as one person meets it, in memory. */
export class MemoryDatasetAccess implements DatasetAccessApi {
  /** Overrides what a dataset says, where it is not to follow from the requests. */
  situation: Partial<DatasetAccess> = {};
  /** What the user has to grant and to take back by hand. */
  tasks = 0;
  /** Who decides in whose place, and is not over. */
  delegations: Delegation[] = [];
  /** What emergency access the user is to review. */
  emergencyReviews: number | undefined;
  readonly #book: RequestBook;
  readonly #results = new Map<string, [body: string, SubmissionResult]>();

  /**
   * @param me - who is signed in
   * @param requests - several people can share them
   */
  constructor(readonly me: string, readonly requests: StoredRequest[] = []) {
    this.#book = new RequestBook(me, requests);
  }

  async getDatasetAccess(datasetRef: string): Promise<DatasetAccess> {
    const dataset = [orders, products].find(({ ref }) => ref === datasetRef);
    if (!dataset) {
      throw new DatasetAccessError('DATASET_NOT_FOUND');
    }
    const book = this.#book;
    const { approvers, trail, form } = aRequest();
    const about = this.requests.filter(one => one.dataset.ref === datasetRef);
    const open = about.filter(({ status }) => status === 'pending');
    const grants = about.flatMap(({ grant }) =>
      grant && book.isMine(grant.subject) ? [grant] : [],
    );
    return {
      dataset,
      request: { allowed: true },
      approvers,
      trail,
      form: form!,
      access: effectiveAccess(
        grants
          .filter(({ state }) => state === 'active')
          .map(({ id, subject, ...grant }) => ({
            ...grant,
            kind: 'grant',
            via: subject,
            grantId: id,
          })),
      ),
      openRequests: open.filter(one => book.isMine(one.beneficiary)),
      openForOthers: open.filter(
        one => one.requester === this.me && !book.isMine(one.beneficiary),
      ),
      settingUp: grants.filter(({ state }) => isBeingSetUp({ state })),
      can: { decide: book.isMine(STEWARDS), privileges: [] },
      ...this.situation,
    };
  }

  async listRequests(query: RequestQuery): Promise<AccessRequestPage> {
    return this.#book.list(query);
  }

  async countRequests(): Promise<RequestCounts> {
    const count = (view: RequestQuery['view']) =>
      this.#book.list({ view, status: 'pending' }).items.length;
    return {
      inbox: count('inbox'),
      mine: count('mine'),
      tasks: this.tasks,
      emergencyReviews: this.emergencyReviews,
    };
  }

  async getRequest(requestId: string): Promise<AccessRequestDetail> {
    return this.#book.detail(this.#book.find(requestId, 'read'));
  }

  async submitRequests(
    submission: Submission,
    idempotencyKey: string,
  ): Promise<SubmissionResult> {
    const body = JSON.stringify(submission);
    const [sent, answered] = this.#results.get(idempotencyKey) ?? [];
    if (sent && sent !== body) {
      throw new DatasetAccessError('IDEMPOTENCY_MISMATCH');
    }
    const batchId = `batch ${idempotencyKey}`;
    const result = answered ?? {
      batchId,
      approvers: aRequest().approvers,
      outcomes: submission.beneficiaries.map(beneficiary =>
        this.#book.file(submission, beneficiary, batchId),
      ),
    };
    this.#results.set(idempotencyKey, [body, result]);
    return result;
  }

  async decideRequest(
    requestId: string,
    decision: Decision,
  ): Promise<AccessRequestDetail> {
    const request = this.#book.find(requestId, 'decide', decision.version);
    const { comment, granted, accessNote } = decision;
    const { level = request.level, duration = request.duration } = decision;
    const outcome = decision.decision === 'approve' ? 'approved' : 'denied';
    const at = new Date().toISOString();
    const grant = aGrant({
      id: `grant of ${requestId}`,
      requestId,
      dataset: request.dataset,
      subject: request.beneficiary,
      level,
      duration,
      grantedBy: this.me,
      ...(granted && activation(duration, this.me, accessNote)),
    });
    return this.#book.change(
      request,
      {
        status: outcome,
        version: request.version + 1,
        decision: { by: this.me, at, outcome, comment },
        ...(outcome === 'approved' && { grant }),
      },
      { type: outcome, text: comment, facts: { level, duration } },
    );
  }

  async decideRequests({
    decisions,
  }: BulkDecision): Promise<BulkDecisionResult> {
    const outcomes: BulkDecisionResult['outcomes'] = [];
    for (const { requestId, ...decision } of decisions) {
      try {
        const request = await this.decideRequest(requestId, decision);
        outcomes.push({ requestId, ok: true, request });
      } catch (error) {
        const { code, message, current } = error as DatasetAccessError;
        outcomes.push({ requestId, ok: false, code, message, current });
      }
    }
    return { outcomes };
  }

  async withdrawRequest(
    requestId: string,
    { version }: Withdrawal,
  ): Promise<AccessRequestDetail> {
    const request = this.#book.find(requestId, 'withdraw', version);
    return this.#book.change(
      request,
      { status: 'withdrawn', version: request.version + 1 },
      { type: 'withdrawn' },
    );
  }

  async commentOnRequest(
    requestId: string,
    { text, asksForInformation }: Comment,
  ): Promise<AccessRequestDetail> {
    return asksForInformation
      ? this.#book.change(
          this.#book.find(requestId, 'ask'),
          { waitingOn: 'requester' },
          { type: 'information-requested', text },
        )
      : this.#book.change(
          this.#book.find(requestId, 'comment'),
          { waitingOn: 'approver' },
          { type: 'commented', text },
        );
  }

  async listGrants(_query: GrantQuery): Promise<AccessGrantPage> {
    return {
      items: this.requests.flatMap(({ grant }) => grant ?? []),
      answersFor: false,
    };
  }

  async confirmGrant(
    grantId: string,
    { accessNote }: Confirmation,
  ): Promise<AccessGrant> {
    const request = this.requests.find(({ grant }) => grant?.id === grantId);
    if (!request?.grant) {
      throw new DatasetAccessError('GRANT_NOT_FOUND');
    }
    const refusal = this.#book.confirmRefusal(request);
    if (refusal) {
      throw new DatasetAccessError(refusal);
    }
    const active = activation(request.grant.duration, this.me, accessNote);
    const grant = { ...request.grant, ...active };
    this.#book.change(request, { grant }, { type: 'grant-confirmed' });
    return grant;
  }

  async listDelegations(): Promise<DelegationPage> {
    return { items: this.delegations };
  }

  async createDelegation({
    approver = this.me,
    startsAt = new Date().toISOString(),
    ...draft
  }: DelegationDraft): Promise<Delegation> {
    const made: Delegation = {
      ...draft,
      id: `delegation-${this.delegations.length + 1}`,
      approver,
      startsAt,
      createdBy: this.me,
      createdAt: new Date().toISOString(),
      can: { end: true },
    };
    this.delegations = [made, ...this.delegations];
    return made;
  }

  async endDelegation(delegationId: string): Promise<Delegation> {
    const ended = this.delegations.find(({ id }) => id === delegationId);
    if (!ended) {
      throw new DatasetAccessError('DELEGATION_ENDED');
    }
    this.delegations = this.delegations.filter(one => one !== ended);
    return { ...ended, endedAt: new Date().toISOString() };
  }
}

/** The access exists in the source from now on. */
function activation(
  duration: string | undefined,
  confirmedBy: string,
  accessNote: string | undefined,
): Partial<AccessGrant> {
  const now = new Date();
  return {
    state: 'active',
    activatedAt: now.toISOString(),
    expiresAt: duration && durationEnd(duration, now).toISOString(),
    confirmedBy,
    accessNote,
  };
}
