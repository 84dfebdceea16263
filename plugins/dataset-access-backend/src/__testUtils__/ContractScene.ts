import type { Response } from 'supertest';
import { BOB, ORDERS } from './smallWorld';

/** How a backend is called: by a user, by a `service`, or by `nobody`. */
export interface ApiCalls {
  get(caller: string, path: string): PromiseLike<Response>;
  post(
    caller: string,
    path: string,
    body: object | string,
    headers?: Record<string, string>,
  ): PromiseLike<Response>;
}

/** Users that nothing is known of, one for each call that needs somebody without a past. */
export const newcomers = Array.from(
  { length: 80 },
  (_, index) => `user:default/newcomer-${index}`,
);

/** Brings requests into the states that the cases of the contract need, each for somebody new so that none meets another. */
export class ContractScene {
  readonly get: ApiCalls['get'];
  readonly post: ApiCalls['post'];
  readonly #newcomers = newcomers.values();

  constructor({ get, post }: ApiCalls) {
    this.get = get;
    this.post = post;
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
}

/** The calls that lead to the answers of an operation, each under the status and the situation. */
export type ContractCases = Record<
  `${number} ${string}`,
  (scene: ContractScene) => PromiseLike<Response>
>;
