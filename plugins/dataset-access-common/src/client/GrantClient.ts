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
  AccessGrantDetail,
  Confirmation,
  DriftOutcome,
  DriftPage,
  DriftResolution,
  GrantReturn,
  GrantTaskPage,
  Revocation,
} from './types';

/** @public */
export type TaskQuery = NonNullable<
  operations['listTasks']['parameters']['query']
>;
/** @public */
export type DriftQuery = NonNullable<
  operations['listDrift']['parameters']['query']
>;

/**
 * Typed client for what becomes of grants once they are approved: their end, what is to be done in the source, and where the
 * source differs. Errors are those of {@link DatasetAccessClient}.
 *
 * @public
 */
export class GrantClient {
  readonly #client: Client<paths>;

  constructor(options: DatasetAccessClientOptions) {
    this.#client = createTransport(options);
  }

  async getGrant(
    grantId: string,
    options?: CallOptions,
  ): Promise<AccessGrantDetail> {
    return unwrap(
      await this.#client.GET('/v1/grants/{grantId}', {
        params: { path: { grantId } },
        signal: options?.signal,
      }),
    );
  }

  async revokeGrant(grantId: string, body: Revocation): Promise<AccessGrant> {
    return unwrap(
      await this.#client.POST('/v1/grants/{grantId}/revocation', {
        params: { path: { grantId } },
        body,
      }),
    );
  }

  async returnGrant(grantId: string, body: GrantReturn): Promise<AccessGrant> {
    return unwrap(
      await this.#client.POST('/v1/grants/{grantId}/return', {
        params: { path: { grantId } },
        body,
      }),
    );
  }

  async confirmRemoval(
    grantId: string,
    body: Confirmation,
  ): Promise<AccessGrant> {
    return unwrap(
      await this.#client.POST('/v1/grants/{grantId}/removal', {
        params: { path: { grantId } },
        body,
      }),
    );
  }

  async listTasks(
    query: TaskQuery,
    options?: CallOptions,
  ): Promise<GrantTaskPage> {
    return unwrap(
      await this.#client.GET('/v1/tasks', {
        params: { query },
        signal: options?.signal,
      }),
    );
  }

  async listDrift(
    query: DriftQuery,
    options?: CallOptions,
  ): Promise<DriftPage> {
    return unwrap(
      await this.#client.GET('/v1/drift', {
        params: { query },
        signal: options?.signal,
      }),
    );
  }

  async resolveDrift(
    driftId: string,
    body: DriftResolution,
  ): Promise<DriftOutcome> {
    return unwrap(
      await this.#client.POST('/v1/drift/{driftId}/resolution', {
        params: { path: { driftId } },
        body,
      }),
    );
  }
}
