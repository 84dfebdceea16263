import type { Directory } from 'backstage-plugin-dataset-access-node';
import { DateTime } from 'luxon';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import type { NoticeRecipients } from '../deliveries/NoticeRecipients';
import type { NoticeSender } from '../deliveries/NoticeSender';
import type { OutboxHandler } from '../outbox/OutboxMessage';
import type { DatabaseReviewQueries } from './DatabaseReviewQueries';
import type { ReviewedDataset } from './DatabaseReviewStore';
import { datasetKey, Reviewers } from './Reviewers';
import type { ReviewMessage, ReviewMessageKind } from './reviewMessages';
import { isOpen, ReviewRecord } from './ReviewRecord';

/** @see ReviewNotices */
export interface ReviewNoticesOptions {
  reviewQueries: DatabaseReviewQueries;
  reviewers: Reviewers;
  directory: Directory;
  recipients: NoticeRecipients;
  sender: NoticeSender;
  config: DatasetAccessConfig;
  clock: Clock;
}

type Payload<TKind extends ReviewMessageKind> = Extract<
  ReviewMessage,
  { kind: TKind }
>['payload'];

const PAGE = 100;

/** Delivers the notices about reviews: one per person and review, whatever there is to review in it. */
export class ReviewNotices {
  readonly #options: ReviewNoticesOptions;

  constructor(options: ReviewNoticesOptions) {
    this.#options = options;
  }

  /** By message kind, for the outbox worker. */
  handlers(): Record<string, OutboxHandler> {
    // what the outbox holds was written by reviewMessages
    return {
      'notify-reviewers': payload =>
        this.#toReviewers(payload as Payload<'notify-reviewers'>),
      'notify-review-starter': payload =>
        this.#toStarter(payload as Payload<'notify-review-starter'>),
    } satisfies Record<ReviewMessageKind, OutboxHandler>;
  }

  async #toReviewers({ reviewId }: Payload<'notify-reviewers'>): Promise<void> {
    const { reviewQueries, sender, clock } = this.#options;
    const review = await reviewQueries.get(reviewId);
    if (!review || !isOpen(review, clock.now())) {
      return;
    }
    const byCount = new Map<number, Set<string>>();
    for (const [user, count] of await this.#openByUser(review)) {
      byCount.set(count, (byCount.get(count) ?? new Set()).add(user));
    }
    const due = day(review.dueAt);
    for (const [count, users] of byCount) {
      await sender.send(users, {
        topic: 'access-task',
        scope: `review:${review.id}`,
        link: this.#link(review),
        title: `Access review “${review.name}”: ${
          count === 1 ? '1 grant waits' : `${count} grants wait`
        } for you until ${due}`,
        description: `Keep what is still needed and revoke the rest. What nobody reviews is ${
          review.unreviewed === 'keep' ? 'kept' : 'revoked'
        } then.`,
      });
    }
  }

  async #toStarter({
    reviewId,
  }: Payload<'notify-review-starter'>): Promise<void> {
    const { reviewQueries, recipients, sender, clock } = this.#options;
    const review = await reviewQueries.get(reviewId);
    if (!review) {
      return;
    }
    const { kept, revoked, ended, open } = (
      await reviewQueries.progress([review.id], clock.now())
    ).get(review.id)!;
    if (review.state === 'open' && open > 0) {
      return;
    }
    const isClosed = review.state !== 'open';
    await sender.send(await recipients.existing([review.startedBy]), {
      topic: 'access-task',
      // of its own: who started a review may be asked in it, too
      scope: `review-result:${review.id}`,
      link: this.#link(review),
      title: `Access review “${review.name}” ${
        isClosed ? 'is closed' : 'is done: nothing is left to review'
      }`,
      description: `${kept} kept, ${revoked} revoked, ${ended} ended otherwise.${
        isClosed ? '' : ' You can close it now.'
      }`,
    });
  }

  /** How much waits for each person; nobody is asked about what he has himself. */
  async #openByUser(review: ReviewRecord): Promise<Map<string, number>> {
    const { reviewQueries, reviewers, directory, clock } = this.#options;
    const now = clock.now();
    const counts = new Map<string, number>();
    let after: ReviewedDataset | undefined;
    let page: ReviewedDataset[];
    do {
      page = await reviewQueries.openDatasets(review.id, after, now, PAGE);
      after = page.at(-1);
      const panels = await reviewers.of(page);
      const open = await reviewQueries.openHolders(review.id, page, now);
      const holders = new Map(
        await Promise.all(
          [...new Set(open.map(({ holder }) => holder))].map(
            async ref => [ref, await directory.membersOf([ref])] as const,
          ),
        ),
      );
      for (const { dataset, holder } of open) {
        for (const user of panels.get(datasetKey(dataset))?.users ?? []) {
          if (!holders.get(holder)!.has(user)) {
            counts.set(user, (counts.get(user) ?? 0) + 1);
          }
        }
      }
    } while (page.length === PAGE);
    return counts;
  }

  #link({ id }: ReviewRecord): string {
    return `${this.#options.config.notifications.pagePath}/reviews/${id}`;
  }
}

function day(date: Date): string {
  return DateTime.fromJSDate(date, { zone: 'utc' })
    .setLocale('en')
    .toLocaleString(DateTime.DATE_MED);
}
