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
    const removed = new Map(
      (
        await roles.findAll(
          wanted.map(({ id }) => id),
          trx,
        )
      ).map(role => [role.id, role]),
    );
    const made = wanted.map(({ id, title: called }): RoleRecord => {
      const title = freeTitle(called, titles);
      titles.add(nameKey(title));
      return {
        id,
        title,
        shipped: false,
        head: removed.get(id)?.head ?? EMPTY_CHAIN,
        createdAt: clock.now(),
        createdBy: by,
      };
    });
    const heads = await roleHistory.record(
      trx,
      by,
      made.map(role => ({
        role,
        type: 'created',
        facts: { title: role.title },
      })),
    );
    const current = made.map(role => ({ ...role, head: heads.get(role.id)! }));
    await roles.insert(
      trx,
      current.filter(({ id }) => !removed.has(id)),
    );
    for (const role of current.filter(({ id }) => removed.has(id))) {
      await roles.put(trx, role);
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
