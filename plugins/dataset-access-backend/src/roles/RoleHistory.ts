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

/** Something that happened to a role. */
export interface RoleEvent {
  role: RoleRecord;
  type: string;
  facts: Record<string, string | undefined>;
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
    const heads = await this.record(trx, by, [{ role, type, facts }]);
    const head = heads.get(role.id)!;
    await this.#options.roles.advance(trx, { ...role, head });
    return head;
  }

  /**
   * Records many events at once. Where the chains stand then, the caller has to write with the roles.
   *
   * @param events - those of one role follow one another, the first of them the head it comes with
   * @returns the heads after them, by role
   */
  async record(
    trx: Knex.Transaction,
    by: string | undefined,
    events: readonly RoleEvent[],
  ): Promise<Map<string, ChainHead>> {
    const { audit, clock } = this.#options;
    const heads = new Map<string, ChainHead>();
    const chained = events.map(({ role: { id, head }, type, facts }) => {
      const event = appendToChain({ type: 'role', id }, heads.get(id) ?? head, {
        type,
        at: clock.now(),
        actor: by,
        facts: JSON.parse(JSON.stringify(facts)),
      });
      heads.set(id, event);
      return event;
    });
    await audit.append(trx, chained);
    return heads;
  }
}
