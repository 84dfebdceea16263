import {
  DatasetAccessError,
  ErrorCode,
  ReviewDecisionResult,
  ReviewDecisions,
  ReviewDetail,
  ReviewDraft,
  ReviewItem,
  ReviewItemPage,
  ReviewItemQuery,
  ReviewPage,
  ReviewPreview,
  ReviewProgress,
  ReviewQuery,
  ReviewScope,
  toVerdict,
} from 'backstage-plugin-dataset-access-common';
import { cutPage } from './cutPage';
import { MemoryDatasetAccess } from './MemoryDatasetAccess';
import { ANA, CLEO, STEWARDS } from './people';
import type { ReviewApi } from './portalApis';
import { aGrant, daysFromNow, products } from './requests';

type Stored = Omit<ReviewItem, 'can'> & { refusal?: ErrorCode };

/** An access that nobody has decided about. */
export function anItem(facts: Partial<Stored> = {}): Stored {
  return {
    grant: aGrant({ state: 'active', activatedAt: daysFromNow(-20) }),
    state: 'open',
    byRule: false,
    ...facts,
  };
}

/** Ana's access to the orders, Cleo's to the products, and that of the stewards themselves to the orders. */
export const threeItems = () => [
  anItem(),
  anItem({
    grant: aGrant({
      id: 'grant-2',
      dataset: products,
      subject: CLEO,
      level: 'editor',
      state: 'active',
    }),
  }),
  anItem({
    grant: aGrant({ id: 'grant-3', subject: STEWARDS, state: 'active' }),
    refusal: 'BENEFICIARY_APPROVAL',
  }),
];

/** The backend with one access review, as one person meets it, in memory. */
export class MemoryReviews extends MemoryDatasetAccess implements ReviewApi {
  review: Omit<ReviewDetail, 'progress' | 'openForMe' | 'can'> = {
    id: 'review-1',
    name: 'Spring clean',
    scope: {},
    dueAt: daysFromNow(10),
    unreviewed: 'revoke',
    state: 'open',
    startedBy: ANA,
    startedAt: daysFromNow(-4),
    reviewers: [{ ref: STEWARDS, total: 3, open: 3 }],
    commentNeeded: false,
  };
  reviews = 1;
  preview: ReviewPreview = {
    grants: 3,
    datasets: 2,
    reviewers: 4,
    datasetsWithoutReviewer: 0,
  };
  readonly started: ReviewDraft[] = [];
  readonly previewed: ReviewScope[] = [];

  constructor(
    me: string,
    public items: Stored[] = threeItems(),
    public manages = false,
  ) {
    super(me);
  }

  async listReviews({ state }: ReviewQuery): Promise<ReviewPage> {
    const all = this.reviews === 0 ? [] : [this.#detail()];
    return {
      items: all.filter(one => !state || one.state === state),
      can: { manage: this.manages },
    };
  }

  async startReview(draft: ReviewDraft): Promise<ReviewDetail> {
    this.started.push(draft);
    if (this.preview.grants === 0) {
      throw new DatasetAccessError('REVIEW_EMPTY');
    }
    this.reviews = 1;
    this.review = { ...this.review, ...draft };
    return this.#detail();
  }

  async previewReview(scope: ReviewScope): Promise<ReviewPreview> {
    this.previewed.push(scope);
    return this.preview;
  }

  async getReview(reviewId: string): Promise<ReviewDetail> {
    if (reviewId !== this.review.id) {
      throw new DatasetAccessError('REVIEW_NOT_FOUND');
    }
    return this.#detail();
  }

  async listReviewItems(
    _: string,
    query: ReviewItemQuery,
  ): Promise<ReviewItemPage> {
    return cutPage(
      this.items
        .filter(({ refusal }) => query.mine !== 'true' || !refusal)
        .filter(({ state }) => !query.state || state === query.state)
        .filter(
          ({ grant }) =>
            !query.q ||
            `${grant.subject} ${grant.dataset.title}`
              .toLocaleLowerCase('en-US')
              .includes(query.q),
        )
        .map(item => this.#present(item)),
      query,
    );
  }

  async decideReviewItems(
    _: string,
    { decision, grants, comment }: ReviewDecisions,
  ): Promise<ReviewDecisionResult> {
    const outcomes = grants.map(grantId => {
      const item = this.items.find(({ grant }) => grant.id === grantId)!;
      const code = this.#present(item).can[decision].code;
      if (code) {
        const { message } = new DatasetAccessError(code as ErrorCode);
        return { grantId, ok: false, code, message };
      }
      Object.assign(item, {
        state: decision === 'keep' ? 'kept' : 'revoked',
        decidedBy: this.me,
        decidedAt: daysFromNow(0),
        comment,
      });
      return { grantId, ok: true };
    });
    return { outcomes, progress: this.#progress() };
  }

  async closeReview(): Promise<ReviewDetail> {
    for (const item of this.items.filter(({ state }) => state === 'open')) {
      item.state = this.review.unreviewed === 'keep' ? 'kept' : 'revoked';
      item.byRule = true;
    }
    this.review = {
      ...this.review,
      state: 'closed',
      closedAt: daysFromNow(0),
      closedBy: this.me,
    };
    return this.#detail();
  }

  async exportReview(): Promise<string> {
    return 'review,grant\r\n';
  }

  #detail(): ReviewDetail {
    const isOpen = this.review.state === 'open';
    return {
      ...this.review,
      progress: this.#progress(),
      openForMe: this.items.filter(
        ({ state, refusal }) => isOpen && state === 'open' && !refusal,
      ).length,
      can: { close: toVerdict(this.#closeRefusal()) },
    };
  }

  #closeRefusal(): ErrorCode | undefined {
    if (!this.manages) {
      return 'FORBIDDEN';
    }
    return this.review.state === 'open' ? undefined : 'REVIEW_CLOSED';
  }

  #progress(): ReviewProgress {
    const count = (wanted: ReviewItem['state']) =>
      this.items.filter(({ state }) => state === wanted).length;
    return {
      total: this.items.length,
      kept: count('kept'),
      revoked: count('revoked'),
      ended: count('ended'),
      open: count('open'),
    };
  }

  #present({ refusal, ...item }: Stored): ReviewItem {
    const stands: Record<ReviewItem['state'], ErrorCode | undefined> = {
      open: undefined,
      kept: 'ALREADY_REVIEWED',
      revoked: 'ALREADY_REVIEWED',
      ended: 'GRANT_ENDED',
    };
    const keep = refusal ?? stands[item.state];
    return {
      ...item,
      can: {
        keep: toVerdict(keep),
        revoke: toVerdict(!refusal && item.state === 'kept' ? undefined : keep),
      },
    };
  }
}
