import type { JsonObject } from '@backstage/types';
import type { HistoryType } from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import { appendToChain } from '../audit/eventChain';
import type { EntitlementWishes } from '../entitlements/EntitlementWishes';
import { answerableMessage, holderMessage } from '../notices/grantMessages';
import { noticeMessages } from '../notices/noticeMessages';
import type { OutboxMessage } from '../outbox/OutboxMessage';
import type { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import type { DatabaseGrantStore, GrantChange } from './DatabaseGrantStore';
import { GrantRecord, MANUAL } from './GrantRecord';

/** What can happen to a grant once it is there. */
export type GrantEventType = Extract<
  HistoryType,
  `grant-${string}` | 'provisioning-failed'
>;

/** One change of one grant. */
export interface GrantTransition {
  grant: GrantRecord;
  change: GrantChange;
  at: Date;
  /** Absent when the system acts. */
  actor?: string;
  type: GrantEventType;
  facts: JsonObject;
  text?: string;
  /** Nobody is told; it is in the history. */
  quiet?: boolean;
}

/** What follows from a change, besides its place in the history. */
interface Consequences {
  /** The connector has to look at what is wanted. */
  wish?: true;
  /** Those who answer for the dataset have something to do. */
  tells?: 'answerable' | 'holder';
  /** Of those only when a person makes access real there. */
  byHandOnly?: true;
}

const consequences: Record<GrantEventType, Consequences> = {
  'grant-created': { wish: true },
  'grant-confirmed': {},
  'grant-provisioned': {},
  'provisioning-failed': { tells: 'answerable' },
  'grant-revoked': { wish: true, tells: 'answerable', byHandOnly: true },
  'grant-returned': { wish: true, tells: 'answerable', byHandOnly: true },
  'grant-expired': { wish: true, tells: 'answerable', byHandOnly: true },
  'grant-ending': { tells: 'holder' },
  'grant-suspended': { wish: true },
  'grant-resumed': { wish: true },
  'grant-removed': {},
  'grant-reviewed': {},
};

/** @see GrantTransitions */
export interface GrantTransitionsOptions {
  grants: DatabaseGrantStore;
  audit: DatabaseAuditStore;
  outbox: DatabaseOutboxStore;
  wishes: EntitlementWishes;
}

/**
 * The only way a stored grant changes. State, history, what the connector has to do and whom to tell are written in the
 * caller's transaction, or not at all (design §9); nothing is sent or done in a source from here.
 */
export class GrantTransitions {
  readonly #options: GrantTransitionsOptions;

  constructor(options: GrantTransitionsOptions) {
    this.#options = options;
  }

  /** @returns false when the grant was no longer as the caller had read it; nothing happened then */
  async apply(
    trx: Knex.Transaction,
    transition: GrantTransition,
  ): Promise<boolean> {
    const { grants, audit, outbox, wishes } = this.#options;
    const { grant, change, at, actor, type, facts, text } = transition;
    if (!(await grants.change(trx, grant, change, at))) {
      return false;
    }
    const event = appendToChain({ type: 'grant', id: grant.id }, grant.head, {
      type,
      at,
      actor,
      facts,
      text,
    });
    await audit.append(trx, [event]);
    if (consequences[type].wish && grant.connector !== MANUAL) {
      await wishes.record(trx, [grant], at);
    }
    if (!transition.quiet) {
      await outbox.enqueue(trx, messages(transition, event.seq), at);
    }
    return true;
  }
}

function messages(transition: GrantTransition, seq: number): OutboxMessage[] {
  const { grant, type, actor } = transition;
  const { requestId: id, batchId } = grant;
  const own = ownMessages(transition, seq);
  return type === 'grant-created' || !id || !batchId
    ? own
    : [...noticeMessages(type, [{ id, batchId, seq }], actor), ...own];
}

/** What those hear who answer for the dataset, or who have the access. */
function ownMessages(
  { grant, type, actor }: GrantTransition,
  seq: number,
): OutboxMessage[] {
  const { tells, byHandOnly } = consequences[type];
  if (tells === 'holder') {
    return [holderMessage(grant, seq)];
  }
  const isTheirs = !byHandOnly || grant.connector === MANUAL;
  return tells && isTheirs ? [answerableMessage(grant, seq, actor)] : [];
}
