import type { Knex } from 'knex';
import { appendToChain, ChainHead } from '../audit/eventChain';
import type { DatabaseAuditStore } from '../audit/DatabaseAuditStore';
import type { Clock } from '../clock';
import type { DatabaseRoleStore } from './DatabaseRoleStore';
import type { RoleRecord } from './RoleRecord';

/** @see RoleHistory */
export interface RoleHistoryOptions {
  audit: DatabaseAuditStore;
  roles: DatabaseRoleStore;
  clock: Clock;
}

/** Records what happened to a role and to who holds it, in the transaction of the change. */
export class RoleHistory {
  readonly #options: RoleHistoryOptions;

  constructor(options: RoleHistoryOptions) {
    this.#options = options;
  }

  /**
   * @param role - with the head that the event is to follow
   * @param by - absent: the system
   * @returns the head after it
   */
  async append(
    trx: Knex.Transaction,
    role: RoleRecord,
    type: string,
    by: string | undefined,
    facts: Record<string, string | undefined>,
  ): Promise<ChainHead> {
    const { audit, roles, clock } = this.#options;
    const event = appendToChain({ type: 'role', id: role.id }, role.head, {
      type,
      at: clock.now(),
      actor: by,
      facts: JSON.parse(JSON.stringify(facts)),
    });
    await audit.append(trx, [event]);
    await roles.advance(trx, { ...role, head: event });
    return event;
  }
}
