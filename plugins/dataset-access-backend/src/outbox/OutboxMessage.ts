import type { JsonObject } from '@backstage/types';

/** An effect that has to follow a change, written in the transaction of the change. */
export interface OutboxMessage<
  TKind extends string = string,
  TPayload extends JsonObject = JsonObject,
> {
  kind: TKind;
  /** Refs and ids only: what is shown is read when the message is delivered, so that it is never out of date. */
  payload: TPayload;
  /** Messages of one lane are delivered one at a time, by one replica at a time. */
  lane: string;
  /** A second message with the same key is dropped. */
  dedupeKey: string;
}

/** Carries out one kind of message. It may run more than once for one message, and must then have the same effect. */
export type OutboxHandler = (payload: JsonObject) => Promise<void>;
