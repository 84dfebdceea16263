import type { OutboxMessage } from '../outbox/OutboxMessage';

/** Messages about emergency access. Texts and recipients are worked out on delivery. */
export type EmergencyMessage =
  | OutboxMessage<'notify-emergency', { id: string; reminder: boolean }>
  | OutboxMessage<'notify-emergency-user', { id: string }>;

export type EmergencyMessageKind = EmergencyMessage['kind'];

/**
 * Tells everybody who answers for the dataset, and all superusers, of access that was taken: that it was, that its review
 * waits too long, or what came of that.
 *
 * @param occasion - makes the message unique
 */
export function emergencyMessage(
  { id }: { id: string },
  occasion: 'taken' | 'reviewed' | `reminded:${string}`,
): EmergencyMessage {
  return {
    kind: 'notify-emergency',
    payload: { id, reminder: occasion.startsWith('reminded') },
    lane: `emergency:${id}`,
    dedupeKey: `emergency:${id}:${occasion}`,
  };
}

/** Tells who took the access what the review came to. */
export function emergencyUserMessage({ id }: { id: string }): EmergencyMessage {
  return {
    kind: 'notify-emergency-user',
    payload: { id },
    lane: `emergency:${id}`,
    dedupeKey: `emergency-user:${id}`,
  };
}
