import type { OutboxMessage } from '../outbox/OutboxMessage';

/** Messages about access reviews. Texts and recipients are worked out on delivery. */
export type ReviewMessage =
  | OutboxMessage<'notify-reviewers', { reviewId: string }>
  | OutboxMessage<'notify-review-starter', { reviewId: string }>;

export type ReviewMessageKind = ReviewMessage['kind'];

/**
 * Asks those who have something left to review, or asks them once more.
 *
 * @param round - what makes the message unique, such as the instant of a reminder
 */
export function reviewersMessage(
  { id }: { id: string },
  round: string,
): ReviewMessage {
  return {
    kind: 'notify-reviewers',
    payload: { reviewId: id },
    lane: `review:${id}`,
    dedupeKey: `reviewers:${id}:${round}`,
  };
}

/** Tells who started a review that nothing is left in it, or that it has closed. */
export function starterMessage(
  { id }: { id: string },
  cause: 'done' | 'closed',
): ReviewMessage {
  return {
    kind: 'notify-review-starter',
    payload: { reviewId: id },
    lane: `review:${id}`,
    dedupeKey: `review-${cause}:${id}`,
  };
}
