import { ResponseError } from '@backstage/errors';
import { parseEntityRef } from '@backstage/catalog-model';
import createClient, { Client } from 'openapi-fetch';
import {
  DatasetAccessError,
  isDatasetAccessError,
} from '../errors/DatasetAccessError';
import type { operations, paths } from './api.gen';
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
  ErrorResponse,
  RequestCounts,
  Submission,
  SubmissionResult,
  Withdrawal,
} from './types';

/**
 * How to reach the backend plugin.
 *
 * @public
 */
export interface DatasetAccessClientOptions {
  /**
   * Where the plugin answers: `plugin://dataset-access` with the fetch API of a frontend, or the address that the
   * discovery service gives in a backend. Asked before each call.
   */
  baseUrl: string;
  /** Adds the caller's token. */
  fetch: (url: string, init: RequestInit) => Promise<Response>;
}

/** @public */
export type RequestQuery = NonNullable<
  operations['listRequests']['parameters']['query']
>;
/** @public */
export type GrantQuery = NonNullable<
  operations['listGrants']['parameters']['query']
>;

/**
 * Options of one call.
 *
 * @public
 */
export interface CallOptions {
  signal?: AbortSignal;
}

type Answer<T> = { data?: T; error?: unknown; response: Response };

/**
 * Typed client of the dataset-access backend. Every method throws {@link DatasetAccessError} when the backend refused
 * with a code, and `ResponseError` when something in between failed.
 *
 * @public
 */
export class DatasetAccessClient {
  readonly #client: Client<paths>;

  constructor(options: DatasetAccessClientOptions) {
    this.#client = createClient<paths>({
      baseUrl: options.baseUrl,
      // Backstage's fetch middleware builds a second Request from the first and loses its body on the way, so the
      // parts are handed over one by one
      fetch: async request => {
        const response = await options.fetch(request.url, {
          method: request.method,
          headers: request.headers,
          signal: request.signal,
          body: request.body ? await request.text() : undefined,
        });
        if (!isJson(response)) {
          // a sign-in page or a proxy answered in our place
          throw await ResponseError.fromResponse(
            response.ok
              ? new Response(await response.text(), { status: 502 })
              : response,
          );
        }
        return response;
      },
    });
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
}

function isJson(response: Response): boolean {
  return response.headers.get('content-type')?.includes('json') ?? false;
}

async function unwrap<T>(answer: Answer<T>): Promise<T> {
  const { data, error, response } = answer;
  if (response.ok && data !== undefined) {
    return data;
  }
  const refusal = (error as ErrorResponse | undefined)?.error;
  if (refusal && isDatasetAccessError(Object.assign(new Error(), refusal))) {
    throw new DatasetAccessError(
      refusal.code as DatasetAccessError['code'],
      refusal,
    );
  }
  // openapi-fetch has read the body already, so the error is built from what it found
  throw await ResponseError.fromResponse(
    new Response(typeof error === 'string' ? error : JSON.stringify(error), {
      status: response.ok ? 502 : response.status,
      statusText: response.statusText,
      headers: response.headers,
    }),
  );
}
