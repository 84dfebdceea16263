import type { OutboxMessage } from '../outbox/OutboxMessage';

/** Messages about grants. Texts and recipients are worked out on delivery. */
export type GrantMessage =
  | OutboxMessage<'notify-answerable', { grantId: string; except: string[] }>
  | OutboxMessage<'notify-holder', { grantId: string }>
  | OutboxMessage<'notify-escalation', { grantId: string }>;

export type GrantMessageKind = GrantMessage['kind'];

/**
 * Tells those who answer for the dataset that there is something to do: to take access back by hand, or to look why it
 * cannot be made real.
 *
 * @param seq - number of the event that tells about it; makes the message unique
 */
export function answerableMessage(
  { id }: { id: string },
  seq: number,
  actor: string | undefined,
): GrantMessage {
  return {
    kind: 'notify-answerable',
    payload: { grantId: id, except: actor ? [actor] : [] },
    lane: `grant:${id}`,
    dedupeKey: `answerable:${id}:${seq}`,
  };
}

/** Tells the holder that access ends soon. */
export function holderMessage(
  { id }: { id: string },
  seq: number,
): GrantMessage {
  return {
    kind: 'notify-holder',
    payload: { grantId: id },
    lane: `grant:${id}`,
    dedupeKey: `holder:${id}:${seq}`,
  };
}

/** Tells superusers of a task that waits too long, and those who answer for the dataset once more. */
export function escalationMessage(
  { id }: { id: string },
  seq: number,
): GrantMessage {
  return {
    kind: 'notify-escalation',
    payload: { grantId: id },
    lane: `grant:${id}`,
    dedupeKey: `escalation:${id}:${seq}`,
  };
}
