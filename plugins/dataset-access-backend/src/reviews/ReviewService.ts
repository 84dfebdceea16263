import type {
  ReviewDecisionResult,
  ReviewDecisions,
  ReviewDetail,
  ReviewDraft,
  ReviewItemPage,
  ReviewItemQuery,
  ReviewPage,
  ReviewPreview,
  ReviewQuery,
  ReviewScope,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';

/** Access reviews: whether each grant of a scope is still needed (issue 5 item 9). */
export interface ReviewService {
  /** @throws `BAD_CURSOR`, `CATALOG_UNAVAILABLE`, `DECISIONS_UNAVAILABLE` */
  list(actor: Actor, query: ReviewQuery): Promise<ReviewPage>;

  /**
   * @throws `FORBIDDEN`, `USER_REQUIRED`, `BAD_ENTITY_REF`, `BAD_DURATION`, `BAD_REASON`, `BAD_PERIOD`, `REVIEW_EMPTY`,
   * `CATALOG_UNAVAILABLE`, `DECISIONS_UNAVAILABLE`
   */
  start(actor: Actor, draft: ReviewDraft): Promise<ReviewDetail>;

  /** @throws `FORBIDDEN`, `USER_REQUIRED`, `BAD_ENTITY_REF`, `BAD_DURATION`, `CATALOG_UNAVAILABLE`, `DECISIONS_UNAVAILABLE` */
  preview(actor: Actor, scope: ReviewScope): Promise<ReviewPreview>;

  /** @throws `REVIEW_NOT_FOUND`, `CATALOG_UNAVAILABLE`, `DECISIONS_UNAVAILABLE` */
  get(actor: Actor, reviewId: string): Promise<ReviewDetail>;

  /** @throws as {@link ReviewService.get}, and `BAD_CURSOR`, `BAD_ENTITY_REF` */
  items(
    actor: Actor,
    reviewId: string,
    query: ReviewItemQuery,
  ): Promise<ReviewItemPage>;

  /** @throws as {@link ReviewService.get}, and `REVIEW_CLOSED`, `USER_REQUIRED`, `BAD_REASON` */
  decide(
    actor: Actor,
    reviewId: string,
    decisions: ReviewDecisions,
  ): Promise<ReviewDecisionResult>;

  /** @throws as {@link ReviewService.get}, and `REVIEW_CLOSED`, `USER_REQUIRED`, `FORBIDDEN` */
  close(actor: Actor, reviewId: string): Promise<ReviewDetail>;

  /** @throws as {@link ReviewService.get} */
  export(
    actor: Actor,
    reviewId: string,
  ): Promise<{ filename: string; lines: AsyncIterable<string> }>;
}
