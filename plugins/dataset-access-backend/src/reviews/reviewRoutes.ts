import type { OperationHandlers } from '../http/operation';
import type { ReviewService } from './ReviewService';

/** The operations on access reviews. */
export function reviewRoutes(
  service: ReviewService,
): OperationHandlers<
  | 'listReviews'
  | 'startReview'
  | 'previewReview'
  | 'getReview'
  | 'listReviewItems'
  | 'decideReviewItems'
  | 'closeReview'
  | 'exportReview'
> {
  return {
    listReviews: async ({ actor, query }) => ({
      status: 200,
      body: await service.list(actor, query),
    }),
    startReview: async ({ actor, body }) => ({
      status: 201,
      body: await service.start(actor, body),
    }),
    previewReview: async ({ actor, body }) => ({
      status: 200,
      body: await service.preview(actor, body),
    }),
    getReview: async ({ actor, params }) => ({
      status: 200,
      body: await service.get(actor, params.reviewId.toLowerCase()),
    }),
    listReviewItems: async ({ actor, params, query }) => ({
      status: 200,
      body: await service.items(actor, params.reviewId.toLowerCase(), query),
    }),
    decideReviewItems: async ({ actor, params, body }) => ({
      status: 200,
      body: await service.decide(actor, params.reviewId.toLowerCase(), body),
    }),
    closeReview: async ({ actor, params }) => ({
      status: 200,
      body: await service.close(actor, params.reviewId.toLowerCase()),
    }),
    exportReview: async ({ actor, params }) => ({
      status: 200,
      csv: await service.export(actor, params.reviewId.toLowerCase()),
    }),
  };
}
