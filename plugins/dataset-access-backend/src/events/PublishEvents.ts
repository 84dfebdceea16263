import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  DATASET_ACCESS_TOPIC,
  type DatasetAccessEvent,
} from 'backstage-plugin-dataset-access-common';
import type { OutboxHandler } from '../outbox/OutboxMessage';
import type { EventMessage } from './eventMessages';
import type { SubjectsOfEvents } from './SubjectsOfEvents';

/** How long the subscribers of this process are waited for, in ms. */
const LONGEST_WAIT_MS = 10_000;

/** @see PublishEvents */
export interface PublishEventsOptions {
  events: EventsService;
  eventSubjects: SubjectsOfEvents;
  logger: LoggerService;
  /** For tests, in ms. */
  longestWaitMs?: number;
}

/** Hands changes of requests and grants to the events service, one at a time for each subject, until it takes them. */
export class PublishEvents {
  readonly #options: PublishEventsOptions;

  constructor(options: PublishEventsOptions) {
    this.#options = options;
  }

  /** By message kind, for the outbox worker. */
  handlers(): Record<EventMessage['kind'], OutboxHandler> {
    return {
      // what the outbox holds was written by eventMessages
      'publish-event': payload =>
        this.#publish(payload as EventMessage['payload']),
    };
  }

  async #publish({
    subject,
    seq,
    type,
    at,
    actor,
  }: EventMessage['payload']): Promise<void> {
    const { eventSubjects, logger } = this.#options;
    const id = `${subject.type}:${subject.id}:${seq}`;
    const facts = await eventSubjects.of(subject);
    if (!facts) {
      logger.warn(
        `Event ${id} was not published, since what it is about is gone`,
      );
      return;
    }
    await this.#handOver({
      id,
      seq,
      type: type as DatasetAccessEvent['type'],
      at,
      ...(actor === null ? {} : { actor }),
      subject,
      ...facts,
    });
  }

  /**
   * By the time that waiting is over, every subscriber of this process has the event; one that does not come back from it must
   * not keep later events from the others.
   *
   * @throws Error when the events service did not take it; the outbox then tries again
   */
  async #handOver(event: DatasetAccessEvent): Promise<void> {
    const { events, logger, longestWaitMs = LONGEST_WAIT_MS } = this.#options;
    let timer: NodeJS.Timeout | undefined;
    const waited = new Promise<'waited'>(resolve => {
      timer = setTimeout(() => resolve('waited'), longestWaitMs);
    });
    const handedOver = events.publish({
      topic: DATASET_ACCESS_TOPIC,
      eventPayload: event,
    });
    try {
      if ((await Promise.race([handedOver, waited])) === 'waited') {
        // whatever becomes of it now is nobody's to hear
        handedOver.catch(() => {});
        logger.warn(
          `A subscriber to ${DATASET_ACCESS_TOPIC} takes longer than ${
            longestWaitMs / 1000
          } s for event ${event.id}, and was not waited for`,
        );
      }
    } finally {
      clearTimeout(timer);
    }
  }
}
