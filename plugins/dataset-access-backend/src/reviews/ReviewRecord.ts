import type {
  Review,
  ReviewItemState,
  ReviewProgress,
  ReviewRule,
  ReviewScope,
  ReviewState,
} from 'backstage-plugin-dataset-access-common';
import {
  InstantColumn,
  Nullable,
  toInstant,
  toIso,
  toJson,
  toOptionalInstant,
} from '../database/columns';

/** An access review as it is stored. Refs in the scope are canonical, durations ISO-8601. */
export interface ReviewRecord {
  id: string;
  name: string;
  description?: string;
  scope: ReviewScope;
  /** What becomes of what nobody reviewed. */
  unreviewed: ReviewRule;
  state: ReviewState;
  dueAt: Date;
  /** Those to come, in order. */
  reminders: Date[];
  startedBy: string;
  startedAt: Date;
  closedAt?: Date;
  /** Absent when it closed at its due date. */
  closedBy?: string;
}

/** The columns of `access_reviews`. */
export interface ReviewRow {
  id: string;
  name: string;
  description: Nullable<string>;
  scope: string;
  unreviewed: ReviewRule;
  state: ReviewState;
  due_at: InstantColumn;
  reminders: string;
  next_reminder_at: Nullable<InstantColumn>;
  started_by: string;
  started_at: InstantColumn;
  closed_at: Nullable<InstantColumn>;
  closed_by: Nullable<string>;
}

/** What is asked about one grant, and what was answered. */
export interface ReviewItemRecord {
  reviewId: string;
  grantId: string;
  state: ReviewItemState;
  decision?: ReviewRule;
  decidedAt?: Date;
  /** Absent when the rule decided. */
  decidedBy?: string;
  comment?: string;
}

/** The columns of `access_review_items`, with the state that is worked out from them and the grant. */
export interface ReviewItemRow {
  review_id: string;
  grant_id: string;
  dataset_ref: string;
  dataset_uid: string;
  subject_ref: string;
  decision: Nullable<ReviewRule>;
  decided_at: Nullable<InstantColumn>;
  decided_by: Nullable<string>;
  comment: Nullable<string>;
  item_state: ReviewItemState;
}

export function toReviewRow(review: ReviewRecord): ReviewRow {
  return {
    id: review.id,
    name: review.name,
    description: review.description ?? null,
    scope: JSON.stringify(review.scope),
    unreviewed: review.unreviewed,
    state: review.state,
    due_at: review.dueAt,
    reminders: remindersColumn(review.reminders),
    next_reminder_at: review.reminders[0] ?? null,
    started_by: review.startedBy,
    started_at: review.startedAt,
    closed_at: review.closedAt ?? null,
    closed_by: review.closedBy ?? null,
  };
}

export function remindersColumn(reminders: readonly Date[]): string {
  return JSON.stringify(reminders.map(at => at.toISOString()));
}

export function fromReviewRow(row: ReviewRow): ReviewRecord {
  return {
    id: row.id,
    name: row.name,
    description: row.description ?? undefined,
    scope: toJson(row.scope),
    unreviewed: row.unreviewed,
    state: row.state,
    dueAt: toInstant(row.due_at),
    reminders: toJson<string[]>(row.reminders).map(at => new Date(at)),
    startedBy: row.started_by,
    startedAt: toInstant(row.started_at),
    closedAt: toOptionalInstant(row.closed_at),
    closedBy: row.closed_by ?? undefined,
  };
}

export function fromReviewItemRow(row: ReviewItemRow): ReviewItemRecord {
  return {
    reviewId: row.review_id,
    grantId: row.grant_id,
    state: row.item_state,
    decision: row.decision ?? undefined,
    decidedAt: toOptionalInstant(row.decided_at),
    decidedBy: row.decided_by ?? undefined,
    comment: row.comment ?? undefined,
  };
}

/** Whether people can still decide in it: not once it is closing, nor past its due date, closed by then or not. */
export function isOpen({ state, dueAt }: ReviewRecord, now: Date): boolean {
  return state === 'open' && dueAt > now;
}

/** A review as the API shows it. */
export function presentReview(
  review: ReviewRecord,
  progress: ReviewProgress,
  openForMe: number,
): Review {
  const { id, name, description, scope, unreviewed, state } = review;
  return {
    id,
    name,
    description,
    scope,
    unreviewed,
    state,
    dueAt: review.dueAt.toISOString(),
    startedBy: review.startedBy,
    startedAt: review.startedAt.toISOString(),
    closedAt: toIso(review.closedAt),
    closedBy: review.closedBy,
    progress,
    openForMe,
  };
}
