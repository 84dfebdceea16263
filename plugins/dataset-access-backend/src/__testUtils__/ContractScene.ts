import type { Response } from 'supertest';
import { BOB, DAN, ORDERS, ROOT } from './smallWorld';

/** How a backend is called: by a user, by a `service`, or by `nobody`. */
export interface ApiCalls {
  get(caller: string, path: string): PromiseLike<Response>;
  post(
    caller: string,
    path: string,
    body: object | string,
    headers?: Record<string, string>,
  ): PromiseLike<Response>;
  put(caller: string, path: string, body: object): PromiseLike<Response>;
  delete(caller: string, path: string): PromiseLike<Response>;
}

/** Users that nothing is known of, one for each call that needs somebody without a past. */
export const newcomers = Array.from(
  { length: 120 },
  (_, index) => `user:default/newcomer-${index}`,
);

/** Brings requests into the states that the cases of the contract need, each for somebody new so that none meets another. */
export class ContractScene {
  readonly get: ApiCalls['get'];
  readonly post: ApiCalls['post'];
  readonly put: ApiCalls['put'];
  readonly delete: ApiCalls['delete'];
  readonly #newcomers = newcomers.values();
  #named = 0;

  constructor(calls: ApiCalls) {
    this.get = calls.get;
    this.post = calls.post;
    this.put = calls.put;
    this.delete = calls.delete;
  }

  /** An id and a name that nothing has yet. */
  name(): string {
    this.#named += 1;
    return `case-${this.#named}`;
  }

  newcomer(): string {
    const { value } = this.#newcomers.next();
    if (!value) {
      throw new Error('There are more cases than newcomers');
    }
    return value;
  }

  /** Submits for the caller himself, with sensible values for what a case does not care about. */
  submit(
    caller: string,
    submission: object = {},
    headers?: Record<string, string>,
  ): PromiseLike<Response> {
    const body = {
      dataset: ORDERS,
      beneficiaries: [caller],
      reason: 'Needed for the quarterly report',
      level: 'read-only',
      duration: 'P30D',
      ...submission,
    };
    return this.post(caller, '/v1/requests', body, headers);
  }

  /** A pending request of somebody new, or of a given person. */
  async filed(requester = this.newcomer(), submission?: object) {
    const { body } = await this.submit(requester, submission);
    const [{ requestId: id }] = body.outcomes;
    return { requester, id, path: `/v1/requests/${id}` };
  }

  /** A request that an approver has decided on. */
  async decided(decision: object, requester?: string, submission?: object) {
    const request = await this.filed(requester, submission);
    const { body } = await this.post(BOB, `${request.path}/decision`, decision);
    return { ...request, grant: `/v1/grants/${body.grant?.id}` };
  }

  /** A draft of a policy that nobody has written yet, with what a case wants to be different. */
  draft(difference: object = {}) {
    return {
      name: this.name(),
      description: 'For a case of the contract',
      type: 'metadata',
      privileges: ['metadata.edit-links'],
      actors: { users: [BOB], groups: ['group:default/sales'] },
      resources: [{ field: 'entity', operator: 'equals', values: [ORDERS] }],
      ...difference,
    };
  }

  /** A policy that the administrator has written. */
  async written(difference?: object) {
    const draft = this.draft(difference);
    const { body } = await this.post(ROOT, '/v1/policies', draft);
    return { draft, path: `/v1/policies/${body.id}` };
  }

  /** A role that the administrator has made, and those who hold it. */
  async made(...subjects: string[]) {
    const id = this.name();
    const path = `/v1/roles/${id}`;
    await this.post(ROOT, '/v1/roles', { id, title: `Role ${id}` });
    if (subjects.length > 0) {
      await this.post(ROOT, `${path}/assignments`, { subjects });
    }
    return { id, path };
  }

  /** Somebody new whom the owner of the orders has made responsible for them. */
  async responsible(difference: object = {}) {
    const draft = {
      role: 'data-steward',
      subject: this.newcomer(),
      resource: ORDERS,
      ...difference,
    };
    const { body } = await this.post(DAN, '/v1/responsibilities', draft);
    return { draft, path: `/v1/responsibilities/${body.id}` };
  }
}

/** The calls that lead to the answers of an operation, each under the status and the situation. */
export type ContractCases = Record<
  `${number} ${string}`,
  (scene: ContractScene) => PromiseLike<Response>
>;
