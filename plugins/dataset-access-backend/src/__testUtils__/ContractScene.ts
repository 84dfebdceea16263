import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { DriftRecord, toDriftRow } from '../drift/DriftRecord';
import type { GrantRow } from '../grants/GrantRecord';
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
  { length: 260 },
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
  readonly #database: () => Promise<Knex>;
  readonly #newcomers = newcomers.values();
  readonly #crowds = crowds.values();
  #named = 0;

  /** @param database - where the backend keeps what the API does not write */
  constructor(calls: ApiCalls, database: () => Promise<Knex>) {
    this.#database = database;
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

  /** Access of somebody new that was there, and that the owner has revoked. */
  async revoked() {
    const decided = await this.decided({ decision: 'approve', granted: true });
    const reason = 'The project is over';
    await this.post(DAN, `${decided.grant}/revocation`, { reason });
    return decided;
  }

  /** Something on the orders that somebody new was given in the source by others, with what a case wants to be different. */
  async differing(difference: Partial<DriftRecord> = {}) {
    const knex = await this.#database();
    const { id: request_id } = await this.decided({ decision: 'approve' });
    const known: GrantRow = await knex('access_grants')
      .where({ request_id })
      .first();
    const drift: DriftRecord = {
      id: randomUUID(),
      connector: 'warehouse',
      kind: 'unmanaged',
      dataset: {
        ref: known.dataset_ref,
        uid: known.dataset_uid,
        title: known.dataset_title,
      },
      holder: known.subject_ref.split('/')[1],
      subject: { ref: known.subject_ref, uid: known.subject_uid },
      level: 'read-only',
      privileges: ['SELECT'],
      steps: [],
      target: { table: 1, role: 2 },
      foundAt: new Date(),
      ...difference,
    };
    await knex('drifts').insert(toDriftRow(drift));
    return { path: `/v1/drift/${drift.id}/resolution` };
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
