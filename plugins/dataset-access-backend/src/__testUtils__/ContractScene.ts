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
  put(
    caller: string,
    path: string,
    body: object,
    headers?: Record<string, string>,
  ): PromiseLike<Response>;
  delete(caller: string, path: string): PromiseLike<Response>;
}

/** Users that nothing is known of, one for each call that needs somebody without a past. */
export const newcomers = Array.from(
  { length: 180 },
  (_, index) => `user:default/newcomer-${index}`,
);

/** Groups without members that have access to nothing, one for each call that needs one. */
export const crowds = Array.from(
  { length: 20 },
  (_, index) => `group:default/crowd-${index}`,
);

/** Domains that the owner of the orders owns too, and one that the steward owns. */
export const domainOwners = {
  airline: 'sales',
  hotels: 'sales',
  trains: 'sales',
  movies: 'stewards',
};

/** Brings requests into the states that the cases of the contract need, each for somebody new so that none meets another. */
export class ContractScene {
  readonly get: ApiCalls['get'];
  readonly post: ApiCalls['post'];
  readonly put: ApiCalls['put'];
  readonly delete: ApiCalls['delete'];
  readonly #newcomers = newcomers.values();
  readonly #crowds = crowds.values();
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
    return next(this.#newcomers);
  }

  crowd(): string {
    return next(this.#crowds);
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

  /** Somebody new who was given the domain airline by its owner. */
  async shared(difference: object = {}) {
    const subject = this.newcomer();
    const draft = { subject, level: 'read-only', ...difference };
    const { body } = await this.post(DAN, '/v1/domains/airline/grants', draft);
    return {
      draft,
      subject,
      path: `/v1/domains/airline/grants/${body.id}`,
      ofUser: `/v1/domains/airline/users/${encodeURIComponent(subject)}/grants`,
    };
  }

  /** The list of domains of a group, what it is, and what replaces it. */
  async listed(group = this.crowd()) {
    const path = `/v1/groups/${encodeURIComponent(group)}/domains`;
    const { body } = await this.get(DAN, path);
    return {
      path,
      group,
      replace: (
        list: object,
        { by = DAN, tag = body.etag, query = '' } = {},
      ): PromiseLike<Response> =>
        this.put(by, `${path}${query}`, list, { 'If-Match': tag }),
    };
  }
}

function next(unused: Iterator<string>): string {
  const { value } = unused.next();
  if (!value) {
    throw new Error('There are more cases than this was made for');
  }
  return value;
}

/** The calls that lead to the answers of an operation, each under the status and the situation. */
export type ContractCases = Record<
  `${number} ${string}`,
  (scene: ContractScene) => PromiseLike<Response>
>;
