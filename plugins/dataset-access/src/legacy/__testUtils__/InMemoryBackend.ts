import type { FetchApi } from '@backstage/core-plugin-api';
import type {
  AccessRequestDetail,
  DatasetAccess,
  Submission,
  SubmissionResult,
} from 'backstage-plugin-dataset-access-common';
import { accessControlAnswers } from './accessControlAnswers';

const USER = 'user:default/guest';
const approvers = [{ ref: 'group:default/logistics', via: 'owner' as const }];

/** A backend that files requests, and keeps them as long as a test lasts. It stands behind the app's fetch API. */
export class InMemoryBackend implements FetchApi {
  readonly requests: AccessRequestDetail[] = [];
  /** What was asked of it, as `METHOD path`. */
  readonly calls: string[] = [];

  fetch: FetchApi['fetch'] = async (input, init) => {
    const { host, pathname, searchParams } = new URL(String(input));
    const method = init?.method ?? 'GET';
    this.calls.push(`${method} ${host}${pathname}`);
    const [, ref] = pathname.match(/^\/v1\/datasets\/(.*)\/access$/) ?? [];
    const [, id] = pathname.match(/^\/v1\/requests\/([^/]+)$/) ?? [];
    const answer = accessControlAnswers[pathname];
    if (answer && method === 'GET') {
      return Response.json(answer);
    }
    if (ref) {
      return Response.json(this.#situation(ref.replace('/', ':')));
    }
    if (id) {
      const found = this.requests.find(request => request.id === id);
      return found ? Response.json(found) : notFound();
    }
    if (pathname === '/v1/requests' && method === 'POST') {
      return Response.json(this.#file(JSON.parse(String(init?.body))), {
        status: 201,
      });
    }
    if (pathname === '/v1/requests') {
      const isInbox = searchParams.get('view') === 'inbox';
      const items = this.requests.filter(
        ({ can }) => can.decide.allowed === isInbox,
      );
      return Response.json({ items });
    }
    return notFound();
  };

  /** Puts a request there that somebody else filed, for the user to decide on. */
  addToInbox(id: string, reason: string): void {
    const request = this.#request(id, 'resource:default/parcels', reason);
    this.requests.push({
      ...request,
      requester: 'user:default/ana',
      beneficiary: 'user:default/ana',
      can: { ...request.can, decide: { allowed: true } },
    });
  }

  #file(submission: Submission): SubmissionResult {
    const { beneficiaries, dataset, reason } = submission;
    const outcomes = beneficiaries.map(beneficiary => {
      const id = `request-${this.requests.length + 1}`;
      this.requests.push({
        ...this.#request(id, dataset, reason),
        beneficiary,
      });
      return { beneficiary, outcome: 'created' as const, requestId: id };
    });
    return { batchId: 'batch-1', approvers, outcomes };
  }

  #situation(ref: string): DatasetAccess {
    return {
      dataset: { ref, title: titleOf(ref), source: 'Snowflake' },
      request: { allowed: true },
      approvers,
      trail: [],
      form: {
        reason: { minLength: 10, maxLength: 2000 },
        levels: ['read-only'],
        defaultLevel: 'read-only',
        durations: ['P30D', 'P90D'],
        defaultDuration: 'P90D',
        indefiniteAllowed: false,
      },
      access: { paths: [] },
      openRequests: this.requests.filter(
        ({ dataset, beneficiary }) =>
          dataset.ref === ref && beneficiary === USER,
      ),
      openForOthers: [],
      settingUp: [],
      can: { decide: false, privileges: [] },
    };
  }

  #request(
    id: string,
    datasetRef: string,
    reason: string,
  ): AccessRequestDetail {
    const now = new Date();
    return {
      id,
      batchId: 'batch-1',
      dataset: { ref: datasetRef, title: titleOf(datasetRef) },
      beneficiary: USER,
      requester: USER,
      level: 'read-only',
      duration: 'P90D',
      reason,
      status: 'pending',
      waitingOn: 'approver',
      version: 1,
      approvers,
      createdAt: now.toISOString(),
      updatedAt: now.toISOString(),
      pendingUntil: new Date(now.getTime() + 30 * 86_400_000).toISOString(),
      history: [],
      historyIntact: true,
      trail: [],
      can: {
        decide: { allowed: false },
        withdraw: { allowed: true },
        comment: { allowed: true },
        ask: { allowed: false },
        confirm: { allowed: false },
      },
    };
  }
}

function titleOf(ref: string): string {
  return ref === 'resource:default/parcels' ? 'Parcels' : 'Routes';
}

function notFound(): Response {
  const message = 'There is no such request.';
  return Response.json(
    { error: { name: 'NotFoundError', code: 'REQUEST_NOT_FOUND', message } },
    { status: 404 },
  );
}
