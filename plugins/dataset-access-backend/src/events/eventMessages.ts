import type { DatasetAccessEvent } from 'backstage-plugin-dataset-access-common';
import type { AuditEvent } from '../audit/eventChain';
import type { OutboxMessage } from '../outbox/OutboxMessage';

/** What the lanes of events begin with; a worker of their own takes them. */
export const EVENT_LANES = 'event:';

/** Publishes one change. Without its texts, which stay in the history alone. */
export type EventMessage = OutboxMessage<
  'publish-event',
  {
    subject: DatasetAccessEvent['subject'];
    seq: number;
    type: string;
    at: string;
    actor: string | null;
  }
>;

const published: readonly string[] = [
  'request',
  'grant',
  'domain-grant',
] satisfies Array<DatasetAccessEvent['subject']['type']>;

/** The messages that go with what was added to histories; changes of one subject share a lane and so keep their order. */
export function eventMessages(events: readonly AuditEvent[]): EventMessage[] {
  return events
    .filter(({ subject }) => published.includes(subject.type))
    .map(({ subject, seq, type, at, actor = null }) => ({
      kind: 'publish-event',
      payload: {
        subject: { ...subject } as DatasetAccessEvent['subject'],
        ...{ seq, type, actor },
        at: at.toISOString(),
      },
      lane: `${EVENT_LANES}${subject.type}:${subject.id}`,
      dedupeKey: `event:${subject.type}:${subject.id}:${seq}`,
    }));
}
