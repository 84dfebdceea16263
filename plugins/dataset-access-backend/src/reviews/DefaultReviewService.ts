import {
  DatasetAccessError,
  ReviewDecisions,
  ReviewDetail,
  ReviewDraft,
  ReviewItemQuery,
  reviewManagePermission,
  ReviewPreview,
  ReviewQuery,
  ReviewScope,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import type { Actor } from '../actors/Actor';
import type { PrivilegeGuard } from '../permissions/PrivilegeGuard';
import type { DatabaseReviewQueries } from './DatabaseReviewQueries';
import type { DatabaseReviewStore } from './DatabaseReviewStore';
import type { DecideReviewItems } from './DecideReviewItems';
import type { ExportReview } from './ExportReview';
import type { FinishReview } from './FinishReview';
import { closeRefusal, ReadReviews } from './ReadReviews';
import type { ReviewService } from './ReviewService';
import type { StartReview } from './StartReview';

/** @see DefaultReviewService */
export interface DefaultReviewServiceOptions {
  knex: Knex;
  reviews: DatabaseReviewStore;
  reviewQueries: DatabaseReviewQueries;
  start: StartReview;
  read: ReadReviews;
  decide: DecideReviewItems;
  finish: FinishReview;
  exported: ExportReview;
  privilegeGuard: PrivilegeGuard;
  /** Told after each change, so that what follows from it happens now and not at the next sweep. */
  afterChange: () => Promise<void>;
}

/** Access reviews. Only who manages reviews starts, previews and closes them; the rest is for those who are asked. */
export class DefaultReviewService implements ReviewService {
  readonly #options: DefaultReviewServiceOptions;

  constructor(options: DefaultReviewServiceOptions) {
    this.#options = options;
  }

  async list(actor: Actor, query: ReviewQuery) {
    return this.#options.read.list(actor, query);
  }

  async start(actor: Actor, draft: ReviewDraft): Promise<ReviewDetail> {
    const { start, read, afterChange } = this.#options;
    const starter = await this.#manager(actor);
    const id = await start.run(starter, draft);
    await afterChange();
    return read.get(actor, id);
  }

  async preview(actor: Actor, scope: ReviewScope): Promise<ReviewPreview> {
    await this.#manager(actor);
    return this.#options.start.preview(scope);
  }

  async get(actor: Actor, reviewId: string) {
    return this.#options.read.get(actor, reviewId);
  }

  async items(actor: Actor, reviewId: string, query: ReviewItemQuery) {
    return this.#options.read.items(actor, reviewId, query);
  }

  async decide(actor: Actor, reviewId: string, decisions: ReviewDecisions) {
    const { decide, afterChange } = this.#options;
    const result = await decide.run(actor, reviewId, decisions);
    await afterChange();
    return result;
  }

  async close(actor: Actor, reviewId: string): Promise<ReviewDetail> {
    const { knex, reviews, reviewQueries, read, finish, afterChange } =
      this.#options;
    const { review, sight } = await read.look(actor, reviewId);
    const refusal = closeRefusal(actor, review, sight);
    if (actor.kind !== 'user') {
      throw new DatasetAccessError('USER_REQUIRED');
    }
    // the same person doing the same again, for instance after a lost connection (threat model D3)
    const isRepeated = review.closedBy === actor.ref;
    if (refusal && !(sight.manages && isRepeated)) {
      throw new DatasetAccessError(refusal);
    }
    await reviews.beginToClose(knex, review.id, actor.ref);
    const closing = await reviewQueries.get(review.id);
    if (closing?.state === 'closing') {
      // what does not fit into one call is done by the sweep
      await finish.run(closing, { pages: 1 });
    }
    await afterChange();
    return read.get(actor, reviewId);
  }

  async export(actor: Actor, reviewId: string) {
    return this.#options.exported.run(actor, reviewId);
  }

  async #manager(actor: Actor): Promise<string> {
    await this.#options.privilegeGuard.require(actor, reviewManagePermission);
    if (actor.kind !== 'user') {
      throw new DatasetAccessError('USER_REQUIRED');
    }
    return actor.ref;
  }
}
