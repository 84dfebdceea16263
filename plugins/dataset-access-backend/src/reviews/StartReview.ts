import {
  DatasetAccessError,
  DecisionIndex,
  ReviewDraft,
  ReviewPreview,
  ReviewScope,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { DateTime, Duration } from 'luxon';
import { randomUUID } from 'node:crypto';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import { appendToChain, EMPTY_CHAIN } from '../audit/eventChain';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import { runTransaction } from '../database/runTransaction';
import type { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import { readOptionalText, readText } from '../texts/readText';
import type { DatabaseReviewQueries } from './DatabaseReviewQueries';
import type {
  DatabaseReviewStore,
  ReviewedDataset,
} from './DatabaseReviewStore';
import { datasetKey, Reviewers, ReviewPanel } from './Reviewers';
import { reviewersMessage } from './reviewMessages';
import type { ReviewRecord } from './ReviewRecord';
import { readScope, ResolvedScope, resolveScope } from './reviewScope';

/** @see StartReview */
export interface StartReviewOptions {
  knex: Knex;
  reviews: DatabaseReviewStore;
  reviewQueries: DatabaseReviewQueries;
  reviewers: Reviewers;
  decisions: { require(): DecisionIndex };
  audit: DatabaseAuditStore;
  outbox: DatabaseOutboxStore;
  config: DatasetAccessConfig;
  clock: Clock;
}

const NAME_BOUNDS = { minLength: 1, maxLength: 200 };
/** Datasets whose reviewers are looked up at a time. */
const PAGE = 200;

/** Starts access reviews, and says before what they would ask. */
export class StartReview {
  readonly #options: StartReviewOptions;

  constructor(options: StartReviewOptions) {
    this.#options = options;
  }

  /** @throws `BAD_ENTITY_REF`, `BAD_DURATION`, `CATALOG_UNAVAILABLE`, `DECISIONS_UNAVAILABLE` */
  async preview(scope: ReviewScope): Promise<ReviewPreview> {
    const { grants, datasets } = await this.#options.reviewQueries.inScope(
      this.#resolve(readScope(scope), this.#options.clock.now()),
    );
    const panels = await this.#panels(datasets);
    return {
      grants,
      datasets: datasets.length,
      reviewers: new Set(panels.flatMap(([, { users }]) => [...users])).size,
      datasetsWithoutReviewer: panels.filter(([, one]) => one.isFallback)
        .length,
    };
  }

  /**
   * @returns the id of the review
   * @throws as {@link StartReview.preview}, and `BAD_REASON`, `BAD_PERIOD`, `REVIEW_EMPTY`
   */
  async run(starter: string, draft: ReviewDraft): Promise<string> {
    const { knex, reviews, reviewQueries, audit, outbox, clock } =
      this.#options;
    const now = clock.now();
    const review = this.#read(starter, draft, now);
    const scope = this.#resolve(review.scope, now);
    // the catalog is asked before the transaction; who answers for a dataset that comes in meanwhile is found out later
    const { datasets } = await reviewQueries.inScope(scope);
    const panels = await this.#panels(datasets);
    await runTransaction(knex, async trx => {
      const grants = await reviews.insert(trx, review, scope);
      if (grants === 0) {
        throw new DatasetAccessError('REVIEW_EMPTY');
      }
      await reviews.addParties(
        trx,
        review.id,
        panels.map(([dataset, { principals }]) => [dataset, principals]),
      );
      const { name, dueAt, unreviewed } = review;
      await audit.append(trx, [
        appendToChain({ type: 'review', id: review.id }, EMPTY_CHAIN, {
          type: 'review-started',
          at: now,
          actor: starter,
          facts: {
            scope: { ...review.scope },
            dueAt: dueAt.toISOString(),
            unreviewed,
            grants,
          },
          text: name,
        }),
      ]);
      await outbox.enqueue(trx, [reviewersMessage(review, 'started')], now);
    });
    return review.id;
  }

  #read(starter: string, draft: ReviewDraft, now: Date): ReviewRecord {
    const { config } = this.#options;
    const dueAt = new Date(draft.dueAt);
    if (!(dueAt > now)) {
      throw new DatasetAccessError('BAD_PERIOD', {
        message: 'The due date of a review has to be in the future.',
      });
    }
    return {
      id: randomUUID(),
      name: readText(draft.name, NAME_BOUNDS, 'name'),
      description: readOptionalText(draft.description, 'description'),
      scope: readScope(draft.scope),
      unreviewed: draft.unreviewed,
      state: 'open',
      dueAt,
      reminders: remindersOf(
        dueAt,
        draft.reminders ?? config.reviews.reminders,
        now,
      ),
      startedBy: starter,
      startedAt: now,
    };
  }

  #resolve(scope: ReviewScope, now: Date): ResolvedScope {
    return resolveScope(scope, () => this.#options.decisions.require(), now);
  }

  async #panels(
    datasets: readonly ReviewedDataset[],
  ): Promise<Array<[ReviewedDataset, ReviewPanel]>> {
    const all: Array<[ReviewedDataset, ReviewPanel]> = [];
    for (let done = 0; done < datasets.length; done += PAGE) {
      const page = datasets.slice(done, done + PAGE);
      const panels = await this.#options.reviewers.of(page);
      page.forEach(one => all.push([one, panels.get(datasetKey(one))!]));
    }
    return all;
  }
}

function remindersOf(
  dueAt: Date,
  before: readonly string[],
  now: Date,
): Date[] {
  const due = DateTime.fromJSDate(dueAt, { zone: 'utc' });
  const instants = before.map(text => {
    const duration = Duration.fromISO(text);
    if (!duration.isValid) {
      throw new DatasetAccessError('BAD_DURATION');
    }
    return due.minus(duration).toMillis();
  });
  return [...new Set(instants)]
    .filter(at => at > now.getTime())
    .sort((a, b) => a - b)
    .map(at => new Date(at));
}
