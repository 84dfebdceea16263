import type { OutboxMessage } from '../outbox/OutboxMessage';

/** Messages about who decides in whose place. */
export type DelegationMessage = OutboxMessage<
  'notify-delegation',
  { delegationId: string; except: string[] }
>;

/**
 * Tells both how it stands, but who brought it about.
 *
 * @param seq - number of the event that tells about it; makes the message unique
 */
export function delegationMessages(
  { id }: { id: string },
  seq: number,
  actor: string,
): DelegationMessage[] {
  return [
    {
      kind: 'notify-delegation',
      payload: { delegationId: id, except: [actor] },
      lane: `delegation:${id}`,
      dedupeKey: `delegation:${id}:${seq}`,
    },
  ];
}
