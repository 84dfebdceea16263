import type { Client } from 'openapi-fetch';
import type { operations, paths } from './api.gen';
import {
  CallOptions,
  createTransport,
  DatasetAccessClientOptions,
  unwrap,
} from './transport';
import type {
  ReviewDecisionResult,
  ReviewDecisions,
  ReviewDetail,
  ReviewDraft,
  ReviewItemPage,
  ReviewPage,
  ReviewPreview,
  ReviewScope,
} from './types';

/** @public */
export type ReviewQuery = NonNullable<
  operations['listReviews']['parameters']['query']
>;
/** @public */
export type ReviewItemQuery = NonNullable<
  operations['listReviewItems']['parameters']['query']
>;

/**
 * Typed client for access reviews: campaigns that ask those who answer for datasets whether each grant is still needed (issue
 * 5 item 9). Errors are those of {@link DatasetAccessClient}.
 *
 * @public
 */
export class ReviewClient {
  readonly #client: Client<paths>;

  constructor(options: DatasetAccessClientOptions) {
    this.#client = createTransport(options);
  }

  async listReviews(
    query: ReviewQuery,
    options?: CallOptions,
  ): Promise<ReviewPage> {
    return unwrap(
      await this.#client.GET('/v1/reviews', {
        params: { query },
        signal: options?.signal,
      }),
    );
  }

  async startReview(body: ReviewDraft): Promise<ReviewDetail> {
    return unwrap(await this.#client.POST('/v1/reviews', { body }));
  }

  async previewReview(
    body: ReviewScope,
    options?: CallOptions,
  ): Promise<ReviewPreview> {
    return unwrap(
      await this.#client.POST('/v1/reviews/preview', {
        body,
        signal: options?.signal,
      }),
    );
  }

  async getReview(
    reviewId: string,
    options?: CallOptions,
  ): Promise<ReviewDetail> {
    return unwrap(
      await this.#client.GET('/v1/reviews/{reviewId}', {
        params: { path: { reviewId } },
        signal: options?.signal,
      }),
    );
  }

  async listReviewItems(
    reviewId: string,
    query: ReviewItemQuery,
    options?: CallOptions,
  ): Promise<ReviewItemPage> {
    return unwrap(
      await this.#client.GET('/v1/reviews/{reviewId}/items', {
        params: { path: { reviewId }, query },
        signal: options?.signal,
      }),
    );
  }

  async decideReviewItems(
    reviewId: string,
    body: ReviewDecisions,
  ): Promise<ReviewDecisionResult> {
    return unwrap(
      await this.#client.POST('/v1/reviews/{reviewId}/decisions', {
        params: { path: { reviewId } },
        body,
      }),
    );
  }

  async closeReview(reviewId: string): Promise<ReviewDetail> {
    return unwrap(
      await this.#client.POST('/v1/reviews/{reviewId}/close', {
        params: { path: { reviewId } },
      }),
    );
  }

  /** The items as a CSV file. */
  async exportReview(reviewId: string, options?: CallOptions): Promise<string> {
    return unwrap(
      await this.#client.GET('/v1/reviews/{reviewId}/export', {
        params: { path: { reviewId } },
        parseAs: 'text',
        signal: options?.signal,
      }),
    );
  }
}
