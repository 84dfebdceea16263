import type { Knex } from 'knex';
import { AuditEntry, appendToChain } from '../audit/eventChain';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import {
  HistoryCause,
  NoticeCause,
  noticeMessages,
  NoticeSubject,
} from '../notices/noticeMessages';
import type { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import type {
  DatabaseRequestStore,
  RequestChange,
} from './DatabaseRequestStore';
import type { RequestRecord } from './RequestRecord';

/** One kind of change, applied to any number of requests. */
export interface RequestTransition {
  requests: readonly RequestRecord[];
  change: RequestChange;
  at: Date;
  /** Absent when the system acts. */
  actor?: string;
  type: HistoryCause;
  /** What listeners hear, when it is not what the history says. */
  notice?: NoticeCause;
  /** What the history says about it. */
  facts?: (request: RequestRecord) => AuditEntry['facts'];
  text?: string;
  /** Who listens to it besides those who always do. */
  also?: NoticeSubject['also'];
}

/** @see RequestTransitions */
export interface RequestTransitionsOptions {
  store: DatabaseRequestStore;
  audit: DatabaseAuditStore;
  outbox: DatabaseOutboxStore;
}

/**
 * The only way a stored request changes. State, history and the messages that follow are written in the caller's
 * transaction, or not at all (design §9); nothing is sent from here.
 */
export class RequestTransitions {
  readonly #options: RequestTransitionsOptions;

  constructor(options: RequestTransitionsOptions) {
    this.#options = options;
  }

  /**
   * @returns the requests that were changed; the others were no longer as the caller had read them, and nothing
   * happened to them
   */
  async apply(
    trx: Knex.Transaction,
    transition: RequestTransition,
  ): Promise<RequestRecord[]> {
    const { store, audit, outbox } = this.#options;
    const { requests, change, at, actor, type, facts, text, also } = transition;
    const { notice = type } = transition;
    if (requests.length === 0) {
      return [];
    }
    const ids = await store.change(trx, requests, change, at);
    const changed = requests.filter(({ id }) => ids.has(id));
    await audit.append(
      trx,
      changed.map(request =>
        appendToChain({ type: 'request', id: request.id }, request.head, {
          type,
          at,
          actor,
          facts: facts?.(request) ?? {},
          text,
        }),
      ),
    );
    const subjects = changed.map(({ id, batchId, head }) => ({
      id,
      batchId,
      seq: head.seq + 1,
      also,
    }));
    await outbox.enqueue(trx, noticeMessages(notice, subjects, actor), at);
    return changed;
  }
}
