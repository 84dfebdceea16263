import { stringify } from 'csv-stringify/sync';
import type { Clock } from '../clock';
import type { Actor } from '../actors/Actor';
import { toIso } from '../database/columns';
import type { DatabaseGrantStore } from '../grants/DatabaseGrantStore';
import type { GrantRecord } from '../grants/GrantRecord';
import type { DatabaseReviewQueries } from './DatabaseReviewQueries';
import type { ReadReviews } from './ReadReviews';
import type { ReviewItemRecord, ReviewRecord } from './ReviewRecord';

/** @see ExportReview */
export interface ExportReviewOptions {
  read: ReadReviews;
  reviewQueries: DatabaseReviewQueries;
  grants: DatabaseGrantStore;
  clock: Clock;
}

const PAGE = 500;

const COLUMNS = [
  'review',
  'grant',
  'dataset',
  'dataset title',
  'source',
  'holder',
  'level',
  'since',
  'until',
  'state',
  'decided by',
  'decided at',
  'comment',
];

/**
 * Writes the items of a review down for auditors, as CSV (RFC 4180), a page at a time, so that it never is in memory as a
 * whole. A text that a spreadsheet would take for a formula is quoted: names and comments come from anybody.
 */
export class ExportReview {
  readonly #options: ExportReviewOptions;

  constructor(options: ExportReviewOptions) {
    this.#options = options;
  }

  /** @throws as {@link ReadReviews.get}, before the first line */
  async run(
    actor: Actor,
    reviewId: string,
  ): Promise<{ filename: string; lines: AsyncIterable<string> }> {
    const { review, base } = await this.#options.read.look(actor, reviewId);
    return {
      filename: `access-review-${review.id}.csv`,
      lines: this.#lines(review, base),
    };
  }

  async *#lines(
    review: ReviewRecord,
    base: Awaited<ReturnType<ReadReviews['look']>>['base'],
  ): AsyncGenerator<string> {
    const { reviewQueries, grants } = this.#options;
    // spreadsheets take it for UTF-8 when it begins so
    yield `\ufeff${csv([COLUMNS])}`;
    let found: Array<ReviewItemRecord & { datasetRef: string }> = [];
    let more = base !== undefined;
    while (base && more) {
      const last = found.at(-1);
      found = await reviewQueries.items(
        base,
        last && { direction: 'next', value: last.datasetRef, id: last.grantId },
        PAGE,
      );
      more = found.length > PAGE;
      found = found.slice(0, PAGE);
      const byId = new Map(
        (await grants.get(found.map(({ grantId }) => grantId))).map(one => [
          one.id,
          one,
        ]),
      );
      if (found.length > 0) {
        yield csv(
          found.map(item => line(review, item, byId.get(item.grantId)!)),
        );
      }
    }
  }
}

function line(
  review: ReviewRecord,
  item: ReviewItemRecord,
  grant: GrantRecord,
): Array<string | undefined> {
  const byRule = item.decision !== undefined && item.decidedBy === undefined;
  return [
    review.name,
    grant.id,
    grant.dataset.ref,
    grant.dataset.title,
    grant.dataset.source,
    grant.subject.ref,
    grant.level,
    toIso(grant.activatedAt),
    toIso(grant.expiresAt),
    item.state,
    byRule ? 'rule of the review' : item.decidedBy,
    toIso(item.decidedAt),
    item.comment,
  ];
}

function csv(rows: Array<Array<string | undefined>>): string {
  return stringify(rows, { escape_formulas: true, record_delimiter: '\r\n' });
}
