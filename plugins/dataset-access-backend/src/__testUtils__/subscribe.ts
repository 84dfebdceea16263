import type { EventsService } from '@backstage/plugin-events-node';
import {
  DATASET_ACCESS_TOPIC,
  type DatasetAccessEvent,
} from 'backstage-plugin-dataset-access-common';

/** Subscribes to changes of requests and grants. @returns what has come, in order */
export async function subscribe(
  events: EventsService,
  onEvent: (event: DatasetAccessEvent) => void | Promise<void> = () => {},
  id = 'test',
): Promise<DatasetAccessEvent[]> {
  const received: DatasetAccessEvent[] = [];
  await events.subscribe({
    id,
    topics: [DATASET_ACCESS_TOPIC],
    async onEvent({ eventPayload }) {
      const event = eventPayload as DatasetAccessEvent;
      received.push(event);
      await onEvent(event);
    },
  });
  return received;
}
