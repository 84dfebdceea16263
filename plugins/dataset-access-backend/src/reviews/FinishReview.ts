import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { grantStateAt, hasEnded } from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import { appendToChain, EMPTY_CHAIN } from '../audit/eventChain';
import type { Clock } from '../clock';
import { runTransaction } from '../database/runTransaction';
import type { DatabaseGrantStore } from '../grants/DatabaseGrantStore';
import type { GrantRecord } from '../grants/GrantRecord';
import type { GrantTransitions } from '../grants/GrantTransitions';
import type { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import type { DatabaseReviewQueries } from './DatabaseReviewQueries';
import type { DatabaseReviewStore } from './DatabaseReviewStore';
import { reviewedGrant } from './reviewedGrant';
import { starterMessage } from './reviewMessages';
import type { ReviewRecord } from './ReviewRecord';

/** @see FinishReview */
export interface FinishReviewOptions {
  knex: Knex;
  reviews: DatabaseReviewStore;
  reviewQueries: DatabaseReviewQueries;
  grants: DatabaseGrantStore;
  grantTransitions: GrantTransitions;
  audit: DatabaseAuditStore;
  outbox: DatabaseOutboxStore;
  clock: Clock;
  logger: LoggerService;
}

const PAGE = 100;

/** Undoes the answer for a grant that is no longer as it was read; it is looked at again. */
class GrantChanged extends Error {}

/**
 * Applies the rule of a closing review to what nobody reviewed, a grant at a time, and closes the review once nothing is left.
 * It can stop anywhere and be started again, also by two at once: each grant is decided about at most once.
 */
export class FinishReview {
  readonly #options: FinishReviewOptions;

  constructor(options: FinishReviewOptions) {
    this.#options = options;
  }

  /**
   * @param pages - how many pages of a hundred grants are done at most
   * @returns whether the review is closed now
   */
  async run(
    review: ReviewRecord,
    { pages = Infinity, signal }: { pages?: number; signal?: AbortSignal } = {},
  ): Promise<boolean> {
    const { reviewQueries, grants, clock } = this.#options;
    let after = '';
    for (let page = 0; page < pages && !signal?.aborted; page++) {
      const ids = await reviewQueries.undecided(
        review.id,
        after,
        clock.now(),
        PAGE,
      );
      after = ids.at(-1) ?? after;
      for (const grant of await grants.get(ids)) {
        await this.#tryRule(review, grant);
      }
      if (ids.length < PAGE) {
        return this.#close(review);
      }
    }
    return false;
  }

  async #tryRule(review: ReviewRecord, grant: GrantRecord): Promise<void> {
    try {
      await this.#rule(review, grant);
    } catch (error) {
      this.#options.logger.warn(
        `Grant ${
          grant.id
        } could not be decided about by the rule of access review ${
          review.id
        }, and the next sweep tries again: ${stringifyError(error)}`,
      );
    }
  }

  async #rule(review: ReviewRecord, grant: GrantRecord): Promise<void> {
    const { knex, reviews, grantTransitions, clock } = this.#options;
    const at = clock.now();
    if (hasEnded(grantStateAt(grant, at))) {
      return;
    }
    const decision = review.unreviewed;
    await runTransaction(knex, async trx => {
      const isNews = await reviews.answer(trx, {
        reviewId: review.id,
        grantId: grant.id,
        decision,
        at,
      });
      const transition = reviewedGrant(grant, review, { decision, at });
      if (isNews && !(await grantTransitions.apply(trx, transition))) {
        throw new GrantChanged('it changed meanwhile');
      }
    });
  }

  /** Nothing is left, or what is left could not be done now and is tried again by the next sweep. */
  async #close(review: ReviewRecord): Promise<boolean> {
    const { knex, reviews, reviewQueries, audit, outbox, clock } =
      this.#options;
    const now = clock.now();
    const left = await reviewQueries.undecided(review.id, '', now, 1);
    if (left.length > 0) {
      return false;
    }
    await runTransaction(knex, async trx => {
      if (!(await reviews.close(trx, review.id, now))) {
        return;
      }
      const progress = await reviewQueries.progress([review.id], now, trx);
      const heads = await audit.heads(trx, 'review', [review.id]);
      await audit.append(trx, [
        appendToChain(
          { type: 'review', id: review.id },
          heads.get(review.id) ?? EMPTY_CHAIN,
          {
            type: 'review-closed',
            at: now,
            actor: review.closedBy,
            facts: { ...progress.get(review.id)! },
          },
        ),
      ]);
      await outbox.enqueue(trx, [starterMessage(review, 'closed')], now);
    });
    return true;
  }
}
