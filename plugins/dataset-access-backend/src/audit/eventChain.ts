import type { JsonObject } from '@backstage/types';
import { createHash, randomBytes } from 'node:crypto';

/** What a chain of events is about. */
export type AuditSubject = {
  type:
    | 'request'
    | 'grant'
    | 'emergency'
    | 'domain-grant'
    | 'review'
    | 'policy'
    | 'role'
    | 'responsibility'
    | 'delegation';
  id: string;
};

/** Something that happened, before it has its place in the chain. */
export interface AuditEntry<TType extends string = string> {
  type: TType;
  at: Date;
  /** Absent when the system acted. */
  actor?: string;
  /** What changed. Never free text: that goes into {@link AuditEntry.text}, where it can be erased. */
  facts: JsonObject;
  text?: string;
}

/** An event in its place. */
export interface AuditEvent extends AuditEntry {
  subject: AuditSubject;
  /** 1, 2, 3 … without gaps. */
  seq: number;
  textSalt?: string;
  /** Digest of salt and text; still there when the text was erased. */
  textDigest?: string;
  prevHash: string;
  hash: string;
}

/** Where a chain stands: what the next event must follow. */
export interface ChainHead {
  seq: number;
  hash: string;
}

/** The head of a chain that has no event yet. */
export const EMPTY_CHAIN: ChainHead = { seq: 0, hash: '' };

/**
 * The head of a chain as its subject's row has it. When that event was deleted there is no hash to go on from; what is
 * appended then leaves a gap, which {@link firstBrokenEvent} finds.
 */
export function headOf(row: {
  event_seq: number;
  head_hash: string | null;
}): ChainHead {
  return { seq: row.event_seq, hash: row.head_hash ?? EMPTY_CHAIN.hash };
}

/**
 * Puts an event at the end of a chain. Its hash covers everything about it and the hash before it, so that changing,
 * removing or inserting an event breaks the chain from there on. Chains of different subjects are independent: their
 * writers never wait for each other.
 */
export function appendToChain(
  subject: AuditSubject,
  head: ChainHead,
  entry: AuditEntry,
): AuditEvent {
  const textSalt =
    entry.text === undefined ? undefined : randomBytes(16).toString('hex');
  const linked = {
    ...entry,
    subject,
    seq: head.seq + 1,
    textSalt,
    textDigest:
      entry.text === undefined ? undefined : digest(textSalt, entry.text),
    prevHash: head.hash,
  };
  return { ...linked, hash: hashOf(linked) };
}

/**
 * The sequence number of the first event that is not as it was written, or `undefined` when the chain is intact.
 * Erased texts are fine: their digest is part of the chain, the text is not.
 *
 * @param events - the whole chain, in order
 * @param headSeq - how many events the subject says it has; catches a chain that lost its tail. There may be more, when
 * one was added after the subject was read
 */
export function firstBrokenEvent(
  events: readonly AuditEvent[],
  headSeq: number,
): number | undefined {
  let head = EMPTY_CHAIN;
  for (const event of events) {
    const textFits =
      event.text === undefined ||
      event.textDigest === digest(event.textSalt, event.text);
    if (
      event.seq !== head.seq + 1 ||
      event.prevHash !== head.hash ||
      event.hash !== hashOf(event) ||
      !textFits
    ) {
      return head.seq + 1;
    }
    head = event;
  }
  return head.seq < headSeq ? head.seq + 1 : undefined;
}

// The order of this list is part of the stored format.
function hashOf(event: Omit<AuditEvent, 'hash' | 'text' | 'textSalt'>): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        event.prevHash,
        event.subject.type,
        event.subject.id,
        event.seq,
        event.type,
        event.at.toISOString(),
        event.actor ?? null,
        JSON.stringify(event.facts),
        event.textDigest ?? null,
      ]),
    )
    .digest('hex');
}

function digest(salt: string | undefined, text: string): string {
  return createHash('sha256')
    .update(JSON.stringify([salt, text]))
    .digest('hex');
}
