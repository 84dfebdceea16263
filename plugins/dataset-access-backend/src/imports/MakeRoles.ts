import type { Knex } from 'knex';
import { EMPTY_CHAIN } from '../audit/eventChain';
import type { Clock } from '../clock';
import { nameKey } from '../policies/PolicyRecord';
import type { DatabaseRoleStore } from '../roles/DatabaseRoleStore';
import type { RoleHistory } from '../roles/RoleHistory';
import type { RoleRecord } from '../roles/RoleRecord';
import type { ImportedRole } from './ImportSource';

/** @see MakeRoles */
export interface MakeRolesOptions {
  roles: DatabaseRoleStore;
  roleHistory: RoleHistory;
  clock: Clock;
}

/** Makes the roles of an import that are not here yet. Until policies name them they give nothing. */
export class MakeRoles {
  readonly #options: MakeRolesOptions;

  constructor(options: MakeRolesOptions) {
    this.#options = options;
  }

  /** @param there - all roles of this portal */
  async make(
    trx: Knex.Transaction,
    by: string,
    wanted: readonly ImportedRole[],
    there: readonly RoleRecord[],
  ): Promise<void> {
    const { roles, roleHistory, clock } = this.#options;
    const titles = new Set(there.map(({ title }) => nameKey(title)));
    for (const { id, title: called } of wanted) {
      const title = freeTitle(called, titles);
      titles.add(nameKey(title));
      const removed = await roles.find(id, trx);
      const role: RoleRecord = {
        id,
        title,
        shipped: false,
        head: removed?.head ?? EMPTY_CHAIN,
        createdAt: clock.now(),
        createdBy: by,
      };
      await roles.put(trx, role);
      await roleHistory.append(trx, role, 'created', by, { title });
    }
  }
}

/** Titles are unique; one that is taken gets a number. */
function freeTitle(wanted: string, taken: ReadonlySet<string>): string {
  let title = wanted;
  for (let number = 2; taken.has(nameKey(title)); number++) {
    title = `${wanted} (${number})`;
  }
  return title;
}
