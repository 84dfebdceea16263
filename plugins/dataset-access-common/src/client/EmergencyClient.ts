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
  Emergency,
  EmergencyPage,
  EmergencyReviewDraft,
  EmergencyWish,
} from './types';

/** @public */
export type EmergencyQuery = NonNullable<
  operations['listEmergencies']['parameters']['query']
>;

/**
 * Typed client for access that is taken without asking, and its review. Errors are those of {@link DatasetAccessClient}.
 *
 * @public
 */
export class EmergencyClient {
  readonly #client: Client<paths>;

  constructor(options: DatasetAccessClientOptions) {
    this.#client = createTransport(options);
  }

  /** @param dataset - entity ref */
  async takeEmergencyAccess(
    dataset: string,
    body: EmergencyWish,
    options?: { idempotencyKey?: string },
  ): Promise<Emergency> {
    const path = parseEntityRef(dataset);
    return unwrap(
      await this.#client.POST(
        '/v1/datasets/{kind}/{namespace}/{name}/emergency-access',
        {
          params: {
            path,
            header: options?.idempotencyKey
              ? { 'Idempotency-Key': options.idempotencyKey }
              : undefined,
          },
          body,
        },
      ),
    );
  }

  async listEmergencies(
    query: EmergencyQuery,
    options?: CallOptions,
  ): Promise<EmergencyPage> {
    return unwrap(
      await this.#client.GET('/v1/emergencies', {
        params: { query },
        signal: options?.signal,
      }),
    );
  }

  async reviewEmergency(
    emergencyId: string,
    body: EmergencyReviewDraft,
  ): Promise<Emergency> {
    return unwrap(
      await this.#client.POST('/v1/emergencies/{emergencyId}/review', {
        params: { path: { emergencyId } },
        body,
      }),
    );
  }
}
