import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { Clock } from '../clock';
import { runTransaction } from '../database/runTransaction';
import type { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import type { DatabaseReviewQueries } from './DatabaseReviewQueries';
import type {
  DatabaseReviewStore,
  ReviewedDataset,
} from './DatabaseReviewStore';
import type { FinishReview } from './FinishReview';
import { datasetKey, Reviewers } from './Reviewers';
import { reviewersMessage, starterMessage } from './reviewMessages';
import type { ReviewRecord } from './ReviewRecord';

/** @see SweepReviews */
export interface SweepReviewsOptions {
  knex: Knex;
  reviews: DatabaseReviewStore;
  reviewQueries: DatabaseReviewQueries;
  reviewers: Reviewers;
  finish: FinishReview;
  outbox: DatabaseOutboxStore;
  clock: Clock;
  logger: LoggerService;
  afterChange: () => Promise<void>;
}

/** Datasets whose reviewers are looked up at a time. */
const PAGE = 200;

/** What becomes due in reviews: they close, reviewers are reminded, and who is asked follows the catalog. */
export class SweepReviews {
  readonly #options: SweepReviewsOptions;

  constructor(options: SweepReviewsOptions) {
    this.#options = options;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const { knex, reviews, reviewQueries, finish, clock, afterChange } =
      this.#options;
    const now = clock.now();
    await this.#each(await reviewQueries.toClose(now), signal, async review => {
      if (review.state === 'open') {
        await reviews.beginToClose(knex, review.id, undefined);
      }
      await finish.run(review, { signal });
    });
    await this.#each(await reviewQueries.toRemind(now), signal, review =>
      this.#remind(review, now),
    );
    await this.#tellOfDone(now);
    await afterChange();
  }

  /** Asks those who answer for the datasets now, who may be others than at the start. */
  async follow(signal?: AbortSignal): Promise<void> {
    await this.#each(await this.#options.reviewQueries.open(), signal, review =>
      this.#follow(review, signal),
    );
  }

  /** Each review on its own, so that one that cannot be done stops no other. */
  async #each(
    due: readonly ReviewRecord[],
    signal: AbortSignal | undefined,
    work: (review: ReviewRecord) => Promise<void>,
  ): Promise<void> {
    for (const review of due) {
      if (signal?.aborted) {
        return;
      }
      try {
        await work(review);
      } catch (error) {
        this.#options.logger.warn(
          `Access review ${
            review.id
          } is due, and the next sweep tries again: ${stringifyError(error)}`,
        );
      }
    }
  }

  async #remind(review: ReviewRecord, now: Date): Promise<void> {
    const { knex, reviews, outbox } = this.#options;
    await this.#follow(review);
    await runTransaction(knex, async trx => {
      if (await reviews.remind(trx, review, now)) {
        const round = review.reminders[0].toISOString();
        await outbox.enqueue(trx, [reviewersMessage(review, round)], now);
      }
    });
  }

  /** Who started a review may close it when nothing is left; he is told once. */
  async #tellOfDone(now: Date): Promise<void> {
    const { knex, reviewQueries, outbox } = this.#options;
    const open = await reviewQueries.open();
    const progress = await reviewQueries.progress(
      open.map(({ id }) => id),
      now,
    );
    const done = open.filter(({ id }) => progress.get(id)!.open === 0);
    if (done.length > 0) {
      await runTransaction(knex, trx =>
        outbox.enqueue(
          trx,
          done.map(review => starterMessage(review, 'done')),
          now,
        ),
      );
    }
  }

  async #follow(review: ReviewRecord, signal?: AbortSignal): Promise<void> {
    const { reviewQueries, clock } = this.#options;
    let after: ReviewedDataset | undefined;
    let page: ReviewedDataset[];
    do {
      page = await reviewQueries.openDatasets(
        review.id,
        after,
        clock.now(),
        PAGE,
      );
      after = page.at(-1);
      await this.#followPage(review, page);
    } while (page.length === PAGE && !signal?.aborted);
  }

  async #followPage(
    review: ReviewRecord,
    page: readonly ReviewedDataset[],
  ): Promise<void> {
    const { knex, reviews, reviewQueries, reviewers } = this.#options;
    const panels = await reviewers.of(page);
    const stored = new Map<string, string[]>();
    for (const { dataset, principal } of await reviewQueries.parties(
      review.id,
      page,
    )) {
      const key = datasetKey(dataset);
      stored.set(key, [...(stored.get(key) ?? []), principal]);
    }
    const changed = page.flatMap(
      (dataset): Array<[ReviewedDataset, string[]]> => {
        const key = datasetKey(dataset);
        const { principals } = panels.get(key)!;
        const before = [...(stored.get(key) ?? [])].sort().join('\n');
        return before === [...principals].sort().join('\n')
          ? []
          : [[dataset, principals]];
      },
    );
    if (changed.length > 0) {
      await runTransaction(knex, trx =>
        reviews.setParties(trx, review.id, changed),
      );
    }
  }
}
