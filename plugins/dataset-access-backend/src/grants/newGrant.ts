import {
  AccessLevel,
  ApprovalRule,
  durationEnd,
  GrantState,
} from 'backstage-plugin-dataset-access-common';
import { randomUUID } from 'node:crypto';
import { appendToChain, AuditEvent, EMPTY_CHAIN } from '../audit/eventChain';
import { GrantRecord, MANUAL } from './GrantRecord';

/** What the decider gives, at most what was asked for. */
export interface GrantTerms {
  level: AccessLevel;
  /** ISO-8601; absent: until revoked. */
  duration?: string;
  /** The decider states that the access already exists in the source. A connector sees to it anyway. */
  granted: boolean;
  accessNote?: string;
  /** For a domain, whether access to its datasets goes with it. */
  datasetLevelAccess?: boolean;
}

/** The approved request, as far as the grant takes it over. */
export interface GrantBasis {
  id: string;
  batchId: string;
  requester: string;
  dataset: GrantRecord['dataset'];
  beneficiary: GrantRecord['subject'];
}

/** Who approved it, or what did in place of a person. */
export type GrantDecider =
  | { by: string; rule?: undefined }
  | { by?: undefined; rule: ApprovalRule };

/** An approval, as the grant follows from it. */
export interface ApprovedGrant {
  request: GrantBasis;
  terms: GrantTerms;
  /** What makes access to the dataset real. */
  connector: string;
  decider: GrantDecider;
  now: Date;
  /** When the holder is to be reminded of an end. */
  nextReminder: (expiresAt: Date | undefined) => Date | null;
}

/**
 * The grant that an approval creates, with its history. It waits to be made real unless the decider says that it already
 * is; only then does its clock start (design §3, §4).
 */
export function newGrant({
  request,
  terms,
  connector,
  decider,
  now,
  nextReminder,
}: ApprovedGrant): { grant: GrantRecord; events: AuditEvent[] } {
  const id = randomUUID();
  const isManual = connector === MANUAL;
  // where a connector finds out by itself, nobody's word counts
  const granted = terms.granted && isManual && decider.by !== undefined;
  const subject = { type: 'grant' as const, id };
  const created = appendToChain(subject, EMPTY_CHAIN, {
    type: 'grant-created',
    at: now,
    actor: decider.by,
    facts: {
      request: request.id,
      dataset: request.dataset.ref,
      subject: request.beneficiary.ref,
      level: terms.level,
      duration: terms.duration ?? null,
      connector,
      ...(decider.rule && { rule: decider.rule.name }),
    },
  });
  const expiresAt =
    granted && terms.duration ? durationEnd(terms.duration, now) : undefined;
  const confirmed = granted
    ? [
        appendToChain(
          subject,
          created,
          confirmation(decider.by, now, expiresAt, terms.accessNote),
        ),
      ]
    : [];
  const events = [created, ...confirmed];
  return {
    grant: {
      id,
      requestId: request.id,
      batchId: request.batchId,
      requester: request.requester,
      connector,
      dataset: request.dataset,
      subject: request.beneficiary,
      level: terms.level,
      duration: terms.duration,
      state: firstState(isManual, granted),
      version: 1,
      head: events[events.length - 1],
      grantedBy: decider.by,
      rule: decider.rule,
      confirmedBy: granted ? decider.by : undefined,
      accessNote: terms.accessNote,
      createdAt: now,
      updatedAt: now,
      activatedAt: granted ? now : undefined,
      expiresAt,
      nextReminderAt: nextReminder(expiresAt) ?? undefined,
    },
    events,
  };
}

function firstState(isManual: boolean, granted: boolean): GrantState {
  if (!isManual) {
    return 'provisioning';
  }
  return granted ? 'active' : 'awaiting-provisioning';
}

/** The history entry of a grant that became real. */
export function confirmation(
  actor: string | undefined,
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
