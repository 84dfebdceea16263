import {
  canonicalRef,
  DatasetAccessError,
  grantReadPermission,
  ReviewDetail,
  ReviewItem,
  ReviewItemPage,
  ReviewItemQuery,
  reviewManagePermission,
  ReviewPage,
  ReviewQuery,
  toVerdict,
} from 'backstage-plugin-dataset-access-common';
import type {
  Directory,
  GrantCondition,
  GrantResource,
} from 'backstage-plugin-dataset-access-node';
import type { Actor } from '../actors/Actor';
import type { Clock } from '../clock';
import { toIso } from '../database/columns';
import { cutPage, decodeCursor } from '../database/pageCursor';
import type { DatasetAccessConfig } from '../config/readConfig';
import type { DatabaseGrantStore } from '../grants/DatabaseGrantStore';
import { GrantRecord, presentGrant } from '../grants/GrantRecord';
import type { PermissionGuard } from '../permissions/PermissionGuard';
import type { PrivilegeGuard } from '../permissions/PrivilegeGuard';
import type {
  DatabaseReviewQueries,
  ReviewItemsQuery,
} from './DatabaseReviewQueries';
import { presentReview, ReviewItemRecord, ReviewRecord } from './ReviewRecord';
import type { ReviewRights, ReviewVerdict } from './ReviewRights';

/** @see ReadReviews */
export interface ReadReviewsOptions {
  reviewQueries: DatabaseReviewQueries;
  rights: ReviewRights;
  grants: DatabaseGrantStore;
  directory: Directory;
  guard: PermissionGuard<GrantResource, GrantCondition>;
  privilegeGuard: PrivilegeGuard;
  config: DatasetAccessConfig;
  clock: Clock;
}

/** What somebody may see of reviews. */
export interface ReviewSight {
  manages: boolean;
  /** The user and all groups he is in; nothing for services. */
  principals: string[];
}

/**
 * Shows reviews: all of them to who manages reviews and to services, to others those in which they are asked, and of these
 * the grants they are asked about.
 */
export class ReadReviews {
  readonly #options: ReadReviewsOptions;

  constructor(options: ReadReviewsOptions) {
    this.#options = options;
  }

  /** @throws `BAD_CURSOR`, `CATALOG_UNAVAILABLE`, `DECISIONS_UNAVAILABLE` */
  async list(actor: Actor, query: ReviewQuery): Promise<ReviewPage> {
    const { reviewQueries } = this.#options;
    const { state, limit = 25 } = query;
    const list = ['reviews', state];
    const cursor = query.cursor
      ? decodeCursor(query.cursor, list, 'number')
      : undefined;
    const sight = await this.sight(actor);
    const found = await reviewQueries.page(
      { state, principals: sight.manages ? undefined : sight.principals },
      cursor,
      limit,
    );
    const { items, ...cursors } = cutPage(found, limit, cursor, list, one => ({
      value: one.startedAt.getTime(),
      id: one.id,
    }));
    return {
      ...cursors,
      items: await this.#present(items, sight),
      can: { manage: sight.manages && actor.kind === 'user' },
    };
  }

  /** @throws `REVIEW_NOT_FOUND`, `CATALOG_UNAVAILABLE`, `DECISIONS_UNAVAILABLE` */
  async get(actor: Actor, reviewId: string): Promise<ReviewDetail> {
    const { reviewQueries, config, clock } = this.#options;
    const { review, sight } = await this.look(actor, reviewId);
    const [[presented], reviewers] = await Promise.all([
      this.#present([review], sight),
      reviewQueries.byReviewer(review.id, clock.now()),
    ]);
    return {
      ...presented,
      reviewers: sight.manages
        ? reviewers
        : reviewers.filter(({ ref }) => sight.principals.includes(ref)),
      commentNeeded: config.reviews.revokeNeedsComment,
      can: { close: toVerdict(closeRefusal(actor, review, sight)) },
    };
  }

  /** @throws as {@link ReadReviews.get}, and `BAD_CURSOR`, `BAD_ENTITY_REF` */
  async items(
    actor: Actor,
    reviewId: string,
    query: ReviewItemQuery,
  ): Promise<ReviewItemPage> {
    const { reviewQueries, rights, grants, clock } = this.#options;
    const filters = {
      state: query.state,
      datasetRef: query.dataset && canonicalRef(query.dataset),
      text: query.q,
    };
    const list = ['review-items', reviewId, query.mine, filters];
    const cursor = query.cursor
      ? decodeCursor(query.cursor, list, 'string')
      : undefined;
    const limit = query.limit ?? 25;
    const { review, sight, base } = await this.look(actor, reviewId);
    if (!base) {
      return { items: [] };
    }
    const found = await reviewQueries.items(
      {
        ...base,
        ...filters,
        mine: query.mine === 'true' ? sight.principals : undefined,
      },
      cursor,
      limit,
    );
    const { items, ...cursors } = cutPage(found, limit, cursor, list, one => ({
      value: one.datasetRef,
      id: one.grantId,
    }));
    const byId = new Map(
      (await grants.get(items.map(({ grantId }) => grantId))).map(one => [
        one.id,
        one,
      ]),
    );
    const now = clock.now();
    const verdict = await rights.of(actor, review, [...byId.values()], now);
    return {
      ...cursors,
      items: items.map(item =>
        presentItem(item, byId.get(item.grantId)!, verdict, now),
      ),
    };
  }

  /**
   * How much waits for somebody in all open reviews, up to a limit.
   *
   * @throws `CATALOG_UNAVAILABLE`
   */
  async count(actor: Actor, limit: number): Promise<number> {
    const { reviewQueries, directory, clock } = this.#options;
    return actor.kind === 'user'
      ? reviewQueries.countOpen(
          [...(await directory.principalsOf(actor.ref))],
          clock.now(),
          limit,
        )
      : 0;
  }

  /**
   * A review with what a caller may see of it.
   *
   * @returns `base` limits queries to the items the caller may see; absent when the portal's policy hides all of them
   * @throws `REVIEW_NOT_FOUND`, `CATALOG_UNAVAILABLE`, `DECISIONS_UNAVAILABLE`
   */
  async look(
    actor: Actor,
    reviewId: string,
  ): Promise<{
    review: ReviewRecord;
    sight: ReviewSight;
    base: ReviewItemsQuery | undefined;
  }> {
    const { reviewQueries, guard, clock } = this.#options;
    const [review, sight] = await Promise.all([
      reviewQueries.get(reviewId),
      this.sight(actor),
    ]);
    const sees =
      review &&
      (sight.manages ||
        (await reviewQueries.isAsked(review.id, sight.principals)));
    if (!sees) {
      throw new DatasetAccessError('REVIEW_NOT_FOUND');
    }
    const { denied, criteria } = await guard.decide(actor, grantReadPermission);
    return {
      review,
      sight,
      base: denied
        ? undefined
        : {
            reviewId: review.id,
            principals: sight.manages ? undefined : sight.principals,
            criteria,
            now: clock.now(),
          },
    };
  }

  /** @throws `CATALOG_UNAVAILABLE`, `DECISIONS_UNAVAILABLE` */
  async sight(actor: Actor): Promise<ReviewSight> {
    const { directory, privilegeGuard } = this.#options;
    if (actor.kind === 'service') {
      return { manages: true, principals: [] };
    }
    const [manages, principals] = await Promise.all([
      privilegeGuard.allows(actor, reviewManagePermission),
      directory.principalsOf(actor.ref),
    ]);
    return { manages, principals: [...principals] };
  }

  async #present(
    reviews: readonly ReviewRecord[],
    { principals }: ReviewSight,
  ) {
    const { reviewQueries, clock } = this.#options;
    const ids = reviews.map(({ id }) => id);
    const open = reviews
      .filter(({ state }) => state === 'open')
      .map(({ id }) => id);
    const now = clock.now();
    const [progress, mine] = await Promise.all([
      reviewQueries.progress(ids, now),
      reviewQueries.openFor(open, principals, now),
    ]);
    return reviews.map(review =>
      presentReview(review, progress.get(review.id)!, mine.get(review.id) ?? 0),
    );
  }
}

/** Why somebody may not close a review, or `undefined` when he may. */
export function closeRefusal(
  actor: Actor,
  { state }: ReviewRecord,
  { manages }: ReviewSight,
) {
  if (actor.kind !== 'user') {
    return 'USER_REQUIRED';
  }
  if (!manages) {
    return 'FORBIDDEN';
  }
  return state === 'open' ? undefined : 'REVIEW_CLOSED';
}

function presentItem(
  item: ReviewItemRecord,
  grant: GrantRecord,
  verdict: ReviewVerdict,
  now: Date,
): ReviewItem {
  return {
    grant: presentGrant(grant, now),
    state: item.state,
    decidedBy: item.decidedBy,
    decidedAt: toIso(item.decidedAt),
    byRule: item.decision !== undefined && item.decidedBy === undefined,
    comment: item.comment,
    can: {
      keep: toVerdict(verdict(item, grant, 'keep')),
      revoke: toVerdict(verdict(item, grant, 'revoke')),
    },
  };
}
