import { ResponseError } from '@backstage/errors';
import createClient, { Client } from 'openapi-fetch';
import {
  DatasetAccessError,
  isDatasetAccessError,
} from '../errors/DatasetAccessError';
import type { paths } from './api.gen';
import type { ErrorResponse } from './types';

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

/**
 * Options of one call.
 *
 * @public
 */
export interface CallOptions {
  signal?: AbortSignal;
}

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The typed operations of the API, over the given fetch. */
export function createTransport(
  options: DatasetAccessClientOptions,
): Client<paths> {
  return createClient<paths>({
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
      if (!isOurs(response)) {
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

/** The API answers with JSON, and with CSV where a file is asked for. */
function isOurs(response: Response): boolean {
  const type = response.headers.get('content-type') ?? '';
  return type.includes('json') || (response.ok && type.startsWith('text/csv'));
}

/** The data of an answer. @throws DatasetAccessError, and `ResponseError` when something in between failed */
export async function unwrap<T>(answer: Answer<T>): Promise<T> {
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
