import type { Knex } from 'knex';
import { isDeepStrictEqual } from 'node:util';
import type { DatasetAccessConfig } from '../config/readConfig';
import type { DatabasePolicyStore } from '../policies/DatabasePolicyStore';
import { contentOf, nameKey } from '../policies/PolicyRecord';
import type { DatabaseRoleStore } from '../roles/DatabaseRoleStore';
import type { RoleRecord } from '../roles/RoleRecord';
import type { PreparedImport } from './PrepareImport';

/** @see RoleConflicts */
export interface RoleConflictsOptions {
  policies: DatabasePolicyStore;
  roles: DatabaseRoleStore;
  config: DatasetAccessConfig;
}

/**
 * Tells the roles of an import from others that happen to have the same id. Taking one for the other would give the
 * members of the one what the other gives: a role "admin" of somewhere else is rarely this portal's.
 */
export class RoleConflicts {
  readonly #options: RoleConflictsOptions;

  constructor(options: RoleConflictsOptions) {
    this.#options = options;
  }

  /**
   * @param there - all roles of this portal
   * @returns why roles of the import cannot be used, by id
   */
  async find(
    trx: Knex.Transaction,
    prepared: PreparedImport,
    there: readonly RoleRecord[],
  ): Promise<Map<string, string>> {
    const byId = new Map(there.map(role => [role.id, role]));
    const conflicts = new Map<string, string>();
    for (const { id, isShared } of prepared.roles) {
      const conflict = isShared
        ? undefined
        : await this.#conflictOf(trx, id, prepared, byId.get(id));
      if (conflict) {
        conflicts.set(
          id,
          `${conflict} Give the role of the import another name.`,
        );
      }
    }
    return conflicts;
  }

  async #conflictOf(
    trx: Knex.Transaction,
    id: string,
    prepared: PreparedImport,
    role: RoleRecord | undefined,
  ): Promise<string | undefined> {
    const { policies, roles, config } = this.#options;
    if (config.roles.default === id) {
      return `Everybody holds the role "${id}" here.`;
    }
    if (!role) {
      return undefined;
    }
    if (role.shipped) {
      return `The role "${id}" comes with this portal, and gives what it gives here.`;
    }
    const imported = new Map(
      prepared.policies
        .filter(({ content }) => content.actors.roles?.includes(id))
        .map(({ content }) => [nameKey(content.name), contentOf(content)]),
    );
    for (const policy of await policies.naming(id, trx)) {
      const key = nameKey(policy.name);
      if (!isDeepStrictEqual(contentOf(policy), imported.get(key))) {
        return `There is a role "${id}" here already, to which "${policy.name}" gives something else.`;
      }
      imported.delete(key);
    }
    if (imported.size === 0) {
      return undefined; // its members get nothing new
    }
    const members = new Set(
      prepared.bindings
        .filter(binding => binding.role === id)
        .map(({ subject }) => subject.ref),
    );
    const other = (await roles.bindingsOfRole(id, trx)).find(
      ({ subject }) => !members.has(subject.ref),
    );
    return (
      other &&
      `There is a role "${id}" here already, which ${other.subject.ref} holds.`
    );
  }
}
