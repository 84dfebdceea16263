import {
  AccessLevel,
  durationEnd,
} from 'backstage-plugin-dataset-access-common';
import { randomUUID } from 'node:crypto';
import { appendToChain, AuditEvent, EMPTY_CHAIN } from '../audit/eventChain';
import type { GrantRecord } from './GrantRecord';

/** What the decider gives, at most what was asked for. */
export interface GrantTerms {
  level: AccessLevel;
  /** ISO-8601; absent: until revoked. */
  duration?: string;
  /** The decider states that the access already exists in the source. */
  granted: boolean;
  accessNote?: string;
  /** For a domain, whether access to its datasets goes with it. */
  datasetLevelAccess?: boolean;
}

/** The approved request, as far as the grant takes it over. */
export interface GrantBasis {
  id: string;
  dataset: GrantRecord['dataset'];
  beneficiary: GrantRecord['subject'];
}

/**
 * The grant that an approval creates, with its history. It waits to be made real unless the decider says that it already
 * is; only then does its clock start (design §3, §4).
 */
export function newGrant(
  request: GrantBasis,
  terms: GrantTerms,
  decider: string,
  now: Date,
): { grant: GrantRecord; events: AuditEvent[] } {
  const id = randomUUID();
  const subject = { type: 'grant' as const, id };
  const created = appendToChain(subject, EMPTY_CHAIN, {
    type: 'grant-created',
    at: now,
    actor: decider,
    facts: {
      request: request.id,
      dataset: request.dataset.ref,
      subject: request.beneficiary.ref,
      level: terms.level,
      duration: terms.duration ?? null,
    },
  });
  const expiresAt =
    terms.granted && terms.duration
      ? durationEnd(terms.duration, now)
      : undefined;
  const confirmed = terms.granted
    ? [
        appendToChain(
          subject,
          created,
          confirmation(decider, now, expiresAt, terms.accessNote),
        ),
      ]
    : [];
  const events = [created, ...confirmed];
  return {
    grant: {
      id,
      requestId: request.id,
      dataset: request.dataset,
      subject: request.beneficiary,
      level: terms.level,
      duration: terms.duration,
      state: terms.granted ? 'active' : 'awaiting-provisioning',
      version: 1,
      head: events[events.length - 1],
      grantedBy: decider,
      confirmedBy: terms.granted ? decider : undefined,
      accessNote: terms.accessNote,
      createdAt: now,
      updatedAt: now,
      activatedAt: terms.granted ? now : undefined,
      expiresAt,
    },
    events,
  };
}

/** The history entry of a grant that became real. */
export function confirmation(
  actor: string,
  at: Date,
  expiresAt: Date | undefined,
  accessNote: string | undefined,
) {
  return {
    type: 'grant-confirmed' as const,
    at,
    actor,
    facts: { expiresAt: expiresAt?.toISOString() ?? null },
    text: accessNote,
  };
}
