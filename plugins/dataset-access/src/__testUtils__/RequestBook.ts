import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  AccessRequestDetail,
  AccessRequestPage,
  confirmVerdict,
  DatasetAccessError,
  HistoryEntry,
  RequestOperation,
  RequestQuery,
  requestVerdict,
  Submission,
  SubmissionOutcome,
  toVerdict,
} from 'backstage-plugin-dataset-access-common';
import { entities, members } from './people';
import { aRequest, orders, products, StoredRequest } from './requests';

/** The requests of a world under the rules of the common package, as one person meets them. */
export class RequestBook {
  constructor(readonly me: string, readonly requests: StoredRequest[]) {}

  /** Whether something is meant for the user, or for a group of the user. */
  isMine(ref: string): boolean {
    return ref === this.me || Boolean(members[ref]?.includes(this.me));
  }

  /** @throws what the backend answers when the user may not do this to the request, or no longer */
  find(
    requestId: string,
    operation: RequestOperation,
    version?: number,
  ): StoredRequest {
    const request = this.requests.find(({ id }) => id === requestId);
    if (!request) {
      throw new DatasetAccessError('REQUEST_NOT_FOUND');
    }
    const refusal = this.#refusal(operation, request);
    if (refusal) {
      throw new DatasetAccessError(refusal, {
        current: {
          status: request.status,
          version: request.version,
          decidedBy: request.decision?.by,
          decidedAt: request.decision?.at,
        },
      });
    }
    if (version !== undefined && version !== request.version) {
      throw new DatasetAccessError('STALE_VERSION');
    }
    return request;
  }

  change(
    request: StoredRequest,
    changes: Partial<StoredRequest>,
    entry: Pick<HistoryEntry, 'type' | 'text' | 'facts'>,
  ): AccessRequestDetail {
    const changed = {
      ...request,
      ...changes,
      history: [
        ...request.history,
        {
          ...entry,
          seq: request.history.length + 1,
          at: new Date().toISOString(),
          actor: this.me,
        },
      ],
    };
    this.requests.splice(this.requests.indexOf(request), 1, changed);
    return this.detail(changed);
  }

  /** Files a request, unless there is a reason not to. */
  file(
    { dataset, level, duration, reason }: Submission,
    beneficiary: string,
    batchId: string,
  ): SubmissionOutcome {
    if (!entities.some(one => stringifyEntityRef(one) === beneficiary)) {
      const { code, message } = new DatasetAccessError('BENEFICIARY_NOT_FOUND');
      return { beneficiary, outcome: 'refused', code, message };
    }
    const earlier = this.requests.filter(
      one => one.dataset.ref === dataset && one.beneficiary === beneficiary,
    );
    if (earlier.some(({ status }) => status === 'pending')) {
      return { beneficiary, outcome: 'already-pending' };
    }
    if (earlier.some(({ grant }) => grant?.state === 'active')) {
      return { beneficiary, outcome: 'already-has-access' };
    }
    if (earlier.some(({ grant }) => grant)) {
      return { beneficiary, outcome: 'already-approved' };
    }
    const request = aRequest({
      id: `request-${this.requests.length + 1}`,
      batchId,
      dataset: dataset === orders.ref ? orders : products,
      beneficiary,
      requester: this.me,
      level,
      duration,
      reason,
      createdAt: new Date().toISOString(),
    });
    this.requests.push(request);
    return { beneficiary, outcome: 'created', requestId: request.id };
  }

  list(query: RequestQuery): AccessRequestPage {
    const { view, status, q = '', level, batch, sort, limit = 25 } = query;
    const from = Number(query.cursor ?? 0);
    if (Number.isNaN(from)) {
      throw new DatasetAccessError('BAD_CURSOR');
    }
    const found = this.requests
      .filter(one =>
        view === 'inbox'
          ? this.#isApprover(one)
          : [one.requester, one.beneficiary].some(ref => this.isMine(ref)),
      )
      .filter(one => !status || status.split(',').includes(one.status))
      .filter(one => !level || one.level === level)
      .filter(one => !batch || one.batchId === batch)
      .filter(({ dataset, beneficiary }) =>
        `${dataset.title} ${beneficiary}`
          .toLowerCase()
          .includes(q.toLowerCase()),
      )
      .sort((a, b) =>
        sort?.endsWith('dataset')
          ? a.dataset.title.localeCompare(b.dataset.title)
          : a.createdAt.localeCompare(b.createdAt),
      );
    if (sort?.startsWith('-')) {
      found.reverse();
    }
    const to = from + limit;
    return {
      items: found.slice(from, to),
      nextCursor: to < found.length ? String(to) : undefined,
      prevCursor: from > 0 ? String(Math.max(0, from - limit)) : undefined,
    };
  }

  detail(request: StoredRequest): AccessRequestDetail {
    const can = (operation: RequestOperation) =>
      toVerdict(this.#refusal(operation, request));
    return {
      ...request,
      can: {
        decide: can('decide'),
        withdraw: can('withdraw'),
        comment: can('comment'),
        ask: can('ask'),
        confirm: toVerdict(this.confirmRefusal(request)),
      },
    };
  }

  confirmRefusal(request: StoredRequest) {
    return request.grant
      ? confirmVerdict({
          ...this.#facts(request),
          state: request.grant.state,
          pendingInSource: request.grant.pendingInSource,
          isManual: request.grant.connector === 'manual',
          isSubject: request.grant.subject === this.me,
          isHolder: this.isMine(request.grant.subject),
          isDatasetOwner: false,
          isDecider: request.decision?.by === this.me,
        })
      : 'GRANT_NOT_FOUND';
  }

  #refusal(operation: RequestOperation, request: StoredRequest) {
    return requestVerdict(operation, this.#facts(request));
  }

  #isApprover({ approvers }: StoredRequest): boolean {
    return approvers.some(({ ref }) => this.isMine(ref));
  }

  #facts(request: StoredRequest) {
    const { status, requester, beneficiary } = request;
    const isRequester = requester === this.me;
    const isBeneficiary = this.isMine(beneficiary);
    const isApprover = this.#isApprover(request);
    return {
      status,
      isUser: true,
      inCatalog: true,
      isSuperuser: false,
      isConnected: isRequester || isBeneficiary || isApprover,
      isRequester,
      isBeneficiary,
      isBeneficiaryItself: beneficiary === this.me,
      isApprover,
      hasApproved: false,
      selfApprovalAllowed: false,
    };
  }
}
