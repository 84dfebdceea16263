import type {
  DomainEventType,
  HistoryType,
} from 'backstage-plugin-dataset-access-common';
import type { OutboxMessage } from '../outbox/OutboxMessage';

/** Messages about requests. Payloads name what to look at; texts and recipients are worked out on delivery. */
export type NoticeMessage =
  | OutboxMessage<
      'notify-approvers',
      { batchId: string; except: string[]; reminder: boolean }
    >
  | OutboxMessage<
      'notify-former-approvers',
      { requestId: string; former: string[] }
    >
  | OutboxMessage<'notify-requester', { batchId: string; except: string[] }>
  | OutboxMessage<'notify-beneficiary', { requestId: string; except: string[] }>
  | OutboxMessage<'notify-superusers', { batchId: string }>
  | OutboxMessage<'notify-oversight', { requestId: string }>
  | OutboxMessage<'signal-pages', { requestIds: string[] }>;

export type NoticeKind = NoticeMessage['kind'];

type Audience = 'approvers' | 'superusers' | 'requester' | 'beneficiary';

/** What happened to a request, as its history says it. */
export type HistoryCause = Exclude<
  HistoryType,
  'grant-created' | DomainEventType
>;

/** What happened to a request, as far as somebody should hear of it. */
export type NoticeCause = HistoryCause | 'approved-by-rule';

// Co-approvers learn of a decision because the notice to approvers is sent again under the same scope and says what is
// true then; so the row "needs your decision" turns into "decided by …".
const audiences: Record<NoticeCause, Audience[]> = {
  filed: ['approvers'],
  'approver-changed': ['approvers'],
  'approver-lost': ['superusers', 'requester'],
  commented: [],
  'information-requested': ['requester'],
  reminded: ['approvers'],
  escalated: ['approvers'],
  'approval-given': ['approvers'],
  approved: ['approvers', 'requester', 'beneficiary'],
  // there was nothing for approvers to decide, so nothing of theirs turns into something else
  'approved-by-rule': ['requester', 'beneficiary'],
  // those in charge have louder notices of their own
  'emergency-taken': [],
  'emergency-reviewed': [],
  denied: ['approvers', 'requester', 'beneficiary'],
  withdrawn: ['approvers', 'requester'],
  expired: ['approvers', 'requester', 'beneficiary'],
  cancelled: ['approvers', 'requester', 'beneficiary'],
  'grant-confirmed': ['approvers', 'requester', 'beneficiary'],
  'grant-provisioned': ['requester', 'beneficiary'],
  'provisioning-failed': ['requester'],
  'grant-revoked': ['requester', 'beneficiary'],
  'grant-returned': ['requester', 'beneficiary'],
  'grant-expired': ['requester', 'beneficiary'],
  'grant-ending': [],
  'grant-suspended': ['requester', 'beneficiary'],
  'grant-resumed': ['requester', 'beneficiary'],
  'grant-removed': [],
  'grant-reviewed': [],
};

/** A request that something happened to. */
export interface NoticeSubject {
  id: string;
  batchId: string;
  /** Number of the event that tells about it; makes the message unique. */
  seq: number;
  /** Who listens beside those that the cause names, for comments. */
  also?: Audience[];
}

/**
 * The messages that go with something that happened to some requests: one digest per batch and audience, not one
 * message per beneficiary (P-17). Whoever did it is not told.
 */
export function noticeMessages(
  cause: NoticeCause,
  subjects: readonly NoticeSubject[],
  actor: string | undefined,
): NoticeMessage[] {
  const except = actor ? [actor] : [];
  const batches = new Map<string, NoticeSubject[]>();
  for (const subject of subjects) {
    batches.set(subject.batchId, [
      ...(batches.get(subject.batchId) ?? []),
      subject,
    ]);
  }
  return [...batches].flatMap(([batchId, members]): NoticeMessage[] => {
    const lane = `batch:${batchId}`;
    const key = `${cause}:${members[0].id}:${members[0].seq}`;
    const heard = new Set([
      ...audiences[cause],
      ...members.flatMap(({ also = [] }) => also),
    ]);
    const messages: NoticeMessage[] = [
      {
        kind: 'signal-pages',
        payload: { requestIds: members.map(({ id }) => id) },
        lane: `signal:${batchId}`,
        dedupeKey: `signal:${key}`,
      },
    ];
    if (heard.has('approvers')) {
      messages.push({
        kind: 'notify-approvers',
        payload: { batchId, except, reminder: cause === 'reminded' },
        lane,
        dedupeKey: `approvers:${key}`,
      });
    }
    if (heard.has('superusers')) {
      messages.push({
        kind: 'notify-superusers',
        payload: { batchId },
        lane,
        dedupeKey: `superusers:${key}`,
      });
    }
    if (heard.has('requester')) {
      messages.push({
        kind: 'notify-requester',
        payload: { batchId, except },
        lane,
        dedupeKey: `requester:${key}`,
      });
    }
    if (heard.has('beneficiary')) {
      messages.push(
        ...members.map(
          ({ id, seq }): NoticeMessage => ({
            kind: 'notify-beneficiary',
            payload: { requestId: id, except },
            lane,
            dedupeKey: `beneficiary:${cause}:${id}:${seq}`,
          }),
        ),
      );
    }
    return messages;
  });
}

/** Tells owners and superusers that somebody decided for himself, where that is allowed (design §3: recorded loudly). */
export function selfApprovalMessage({
  id,
  batchId,
  seq,
}: NoticeSubject): NoticeMessage {
  return {
    kind: 'notify-oversight',
    payload: { requestId: id },
    lane: `batch:${batchId}`,
    dedupeKey: `oversight:${id}:${seq}`,
  };
}

/** Tells those who were approvers that somebody else decides now. */
export function formerApproversMessage(
  { id, batchId, seq }: NoticeSubject,
  former: string[],
): NoticeMessage {
  return {
    kind: 'notify-former-approvers',
    payload: { requestId: id, former },
    lane: `batch:${batchId}`,
    dedupeKey: `former:${id}:${seq}`,
  };
}
