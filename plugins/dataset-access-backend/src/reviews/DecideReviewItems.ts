import {
  DatasetAccessError,
  ErrorCode,
  ReviewDecisionResult,
  ReviewDecisions,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import type { Actor } from '../actors/Actor';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import { runTransaction } from '../database/runTransaction';
import type { DatabaseGrantStore } from '../grants/DatabaseGrantStore';
import type { GrantRecord } from '../grants/GrantRecord';
import type { GrantTransitions } from '../grants/GrantTransitions';
import { readOptionalText } from '../texts/readText';
import type { DatabaseReviewQueries } from './DatabaseReviewQueries';
import type { DatabaseReviewStore } from './DatabaseReviewStore';
import type { ReadReviews } from './ReadReviews';
import { ReviewedDecision, reviewedGrant } from './reviewedGrant';
import { isOpen, ReviewRecord } from './ReviewRecord';
import type { ReviewRights } from './ReviewRights';

/** @see DecideReviewItems */
export interface DecideReviewItemsOptions {
  knex: Knex;
  reviews: DatabaseReviewStore;
  reviewQueries: DatabaseReviewQueries;
  read: ReadReviews;
  rights: ReviewRights;
  grants: DatabaseGrantStore;
  grantTransitions: GrantTransitions;
  config: DatasetAccessConfig;
  clock: Clock;
}

// a grant that changes in other ways under our hands is looked at again
const ATTEMPTS = 5;

/** Thrown to undo an answer when the grant was no longer as it was read. */
class GrantChanged extends Error {}

/**
 * Keeps or revokes what is asked about in a review. The answer, what it does to the grant, the history and what the connector
 * has to do are one transaction; each grant has its own, so that one that cannot be decided about keeps no other.
 */
export class DecideReviewItems {
  readonly #options: DecideReviewItemsOptions;

  constructor(options: DecideReviewItemsOptions) {
    this.#options = options;
  }

  /** @throws `REVIEW_NOT_FOUND`, `REVIEW_CLOSED`, `USER_REQUIRED`, `BAD_REASON`, `CATALOG_UNAVAILABLE` */
  async run(
    actor: Actor,
    reviewId: string,
    { decision, comment, grants: named }: ReviewDecisions,
  ): Promise<ReviewDecisionResult> {
    const { reviewQueries, read, clock } = this.#options;
    const text = this.#readComment(decision, comment);
    const { review, base } = await read.look(actor, reviewId);
    if (actor.kind !== 'user') {
      throw new DatasetAccessError('USER_REQUIRED');
    }
    const now = clock.now();
    if (!isOpen(review, now)) {
      throw new DatasetAccessError('REVIEW_CLOSED');
    }
    const grantIds = named.map(id => id.toLowerCase());
    const refusals = new Map<string, ErrorCode | undefined>();
    const answer = { decision, comment: text, at: now, by: actor.ref };
    let open = [...new Set(grantIds)];
    for (let attempt = 0; open.length > 0 && attempt < ATTEMPTS; attempt++) {
      open = await this.#decide(actor, review, base, open, answer, refusals);
    }
    open.forEach(id => refusals.set(id, 'RETRY_LATER'));
    const progress = await reviewQueries.progress([review.id], clock.now());
    return {
      outcomes: grantIds.map(grantId => {
        const code = refusals.get(grantId);
        return code
          ? {
              grantId,
              ok: false,
              code,
              message: new DatasetAccessError(code).message,
            }
          : { grantId, ok: true };
      }),
      progress: progress.get(review.id)!,
    };
  }

  /** @returns those that changed meanwhile, to be looked at again */
  async #decide(
    actor: Actor,
    review: ReviewRecord,
    base: Awaited<ReturnType<ReadReviews['look']>>['base'],
    grantIds: readonly string[],
    answer: ReviewedDecision & { by: string },
    refusals: Map<string, ErrorCode | undefined>,
  ): Promise<string[]> {
    const { reviewQueries, rights, grants } = this.#options;
    const items = base
      ? await reviewQueries.some(base, grantIds)
      : new Map<string, never>();
    const found = await grants.get([...items.keys()]);
    const byId = new Map(found.map(one => [one.id, one]));
    const verdict = await rights.of(actor, review, found, answer.at);
    const again: string[] = [];
    for (const id of grantIds) {
      const item = items.get(id);
      const grant = byId.get(id);
      if (!item || !grant) {
        refusals.set(id, 'GRANT_NOT_FOUND');
        continue;
      }
      // the same person doing the same again, for instance after a lost connection (threat model D3)
      const isRepeated =
        item.decidedBy === answer.by && item.decision === answer.decision;
      const refusal = isRepeated
        ? undefined
        : verdict(item, grant, answer.decision);
      refusals.set(id, refusal);
      if (!refusal && !isRepeated) {
        if (!(await this.#write(review, grant, answer))) {
          again.push(id);
        }
      }
    }
    return again;
  }

  async #write(
    review: ReviewRecord,
    grant: GrantRecord,
    answer: ReviewedDecision,
  ): Promise<boolean> {
    const { knex, reviews, grantTransitions } = this.#options;
    try {
      return await runTransaction(knex, async trx => {
        const isNews = await reviews.answer(trx, {
          reviewId: review.id,
          grantId: grant.id,
          ...answer,
        });
        if (
          isNews &&
          !(await grantTransitions.apply(
            trx,
            reviewedGrant(grant, review, answer),
          ))
        ) {
          throw new GrantChanged();
        }
        return isNews;
      });
    } catch (error) {
      if (error instanceof GrantChanged) {
        return false;
      }
      throw error;
    }
  }

  #readComment(
    decision: ReviewDecisions['decision'],
    comment: string | undefined,
  ): string | undefined {
    const text = readOptionalText(comment, 'comment');
    const { revokeNeedsComment } = this.#options.config.reviews;
    if (!text && decision === 'revoke' && revokeNeedsComment) {
      throw new DatasetAccessError('BAD_REASON', {
        message: 'A revocation in a review needs a comment.',
      });
    }
    return text;
  }
}
