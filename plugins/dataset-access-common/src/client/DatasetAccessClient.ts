import { parseEntityRef } from '@backstage/catalog-model';
import type { Client } from 'openapi-fetch';
import type { operations, paths } from './api.gen';
import {
  CallOptions,
  createTransport,
  DatasetAccessClientOptions,
  unwrap,
} from './transport';
import type {
  AccessGrant,
  AccessGrantPage,
  AccessRequestDetail,
  AccessRequestPage,
  BulkDecision,
  BulkDecisionResult,
  Comment,
  Confirmation,
  DatasetAccess,
  Decision,
  Delegation,
  DelegationDraft,
  DelegationPage,
  RequestCounts,
  Submission,
  SubmissionResult,
  Withdrawal,
} from './types';

/** @public */
export type RequestQuery = NonNullable<
  operations['listRequests']['parameters']['query']
>;
/** @public */
export type GrantQuery = NonNullable<
  operations['listGrants']['parameters']['query']
>;

/** @public */
export type DelegationQuery = NonNullable<
  operations['listDelegations']['parameters']['query']
>;

/**
 * Typed client of the dataset-access backend. Every method throws {@link DatasetAccessError} when the backend refused
 * with a code, and `ResponseError` when something in between failed.
 *
 * @public
 */
export class DatasetAccessClient {
  readonly #client: Client<paths>;

  constructor(options: DatasetAccessClientOptions) {
    this.#client = createTransport(options);
  }

  async getDatasetAccess(
    datasetRef: string,
    options?: CallOptions,
  ): Promise<DatasetAccess> {
    const path = parseEntityRef(datasetRef);
    return unwrap(
      await this.#client.GET('/v1/datasets/{kind}/{namespace}/{name}/access', {
        params: { path },
        signal: options?.signal,
      }),
    );
  }

  async listRequests(
    query: RequestQuery,
    options?: CallOptions,
  ): Promise<AccessRequestPage> {
    return unwrap(
      await this.#client.GET('/v1/requests', {
        params: { query },
        signal: options?.signal,
      }),
    );
  }

  async countRequests(options?: CallOptions): Promise<RequestCounts> {
    return unwrap(
      await this.#client.GET('/v1/requests/counts', {
        signal: options?.signal,
      }),
    );
  }

  async getRequest(
    requestId: string,
    options?: CallOptions,
  ): Promise<AccessRequestDetail> {
    return unwrap(
      await this.#client.GET('/v1/requests/{requestId}', {
        params: { path: { requestId } },
        signal: options?.signal,
      }),
    );
  }

  /** @param idempotencyKey - the same key with the same body answers as the first time, however often it is sent */
  async submitRequests(
    body: Submission,
    idempotencyKey: string,
  ): Promise<SubmissionResult> {
    return unwrap(
      await this.#client.POST('/v1/requests', {
        params: { header: { 'Idempotency-Key': idempotencyKey } },
        body,
      }),
    );
  }

  async decideRequest(
    requestId: string,
    body: Decision,
  ): Promise<AccessRequestDetail> {
    return unwrap(
      await this.#client.POST('/v1/requests/{requestId}/decision', {
        params: { path: { requestId } },
        body,
      }),
    );
  }

  async decideRequests(body: BulkDecision): Promise<BulkDecisionResult> {
    return unwrap(await this.#client.POST('/v1/requests/decisions', { body }));
  }

  async withdrawRequest(
    requestId: string,
    body: Withdrawal,
  ): Promise<AccessRequestDetail> {
    return unwrap(
      await this.#client.POST('/v1/requests/{requestId}/withdrawal', {
        params: { path: { requestId } },
        body,
      }),
    );
  }

  async commentOnRequest(
    requestId: string,
    body: Comment,
  ): Promise<AccessRequestDetail> {
    return unwrap(
      await this.#client.POST('/v1/requests/{requestId}/comments', {
        params: { path: { requestId } },
        body,
      }),
    );
  }

  async listGrants(
    query: GrantQuery,
    options?: CallOptions,
  ): Promise<AccessGrantPage> {
    return unwrap(
      await this.#client.GET('/v1/grants', {
        params: { query },
        signal: options?.signal,
      }),
    );
  }

  async confirmGrant(
    grantId: string,
    body: Confirmation,
  ): Promise<AccessGrant> {
    return unwrap(
      await this.#client.POST('/v1/grants/{grantId}/confirmation', {
        params: { path: { grantId } },
        body,
      }),
    );
  }

  async listDelegations(
    query: DelegationQuery,
    options?: CallOptions,
  ): Promise<DelegationPage> {
    return unwrap(
      await this.#client.GET('/v1/delegations', {
        params: { query },
        signal: options?.signal,
      }),
    );
  }

  async createDelegation(body: DelegationDraft): Promise<Delegation> {
    return unwrap(await this.#client.POST('/v1/delegations', { body }));
  }

  async endDelegation(delegationId: string): Promise<Delegation> {
    return unwrap(
      await this.#client.POST('/v1/delegations/{delegationId}/end', {
        params: { path: { delegationId } },
      }),
    );
  }
}
