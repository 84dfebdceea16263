import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import { appendToChain } from '../audit/eventChain';
import type { Clock } from '../clock';
import { runTransaction } from '../database/runTransaction';
import { delegationMessages } from '../notices/delegationMessages';
import type { DatabaseOutboxStore } from '../outbox/DatabaseOutboxStore';
import type { DatabaseDelegationStore } from './DatabaseDelegationStore';
import type { DelegationRecord } from './DelegationRecord';

/** @see EndDelegation */
export interface EndDelegationOptions {
  knex: Knex;
  delegations: DatabaseDelegationStore;
  audit: DatabaseAuditStore;
  outbox: DatabaseOutboxStore;
  clock: Clock;
}

/** Ends a delegation before its time: whoever was away is back, or whoever stands in cannot. */
export class EndDelegation {
  readonly #options: EndDelegationOptions;

  constructor(options: EndDelegationOptions) {
    this.#options = options;
  }

  /** @throws `DELEGATION_ENDED` */
  async run(
    userRef: string,
    delegation: DelegationRecord,
  ): Promise<DelegationRecord> {
    const { knex, delegations, audit, outbox, clock } = this.#options;
    const now = clock.now();
    const { id, head } = delegation;
    const event = appendToChain({ type: 'delegation', id }, head, {
      type: 'delegation-ended',
      at: now,
      actor: userRef,
      facts: {},
    });
    const ended = await runTransaction(knex, async trx => {
      if (!(await delegations.end(trx, delegation, userRef, now))) {
        return false;
      }
      await audit.append(trx, [event]);
      await outbox.enqueue(
        trx,
        delegationMessages(delegation, event.seq, userRef),
        now,
      );
      return true;
    });
    if (!ended) {
      throw new DatasetAccessError('DELEGATION_ENDED');
    }
    return { ...delegation, endedAt: now, endedBy: userRef, head: event };
  }
}
