import type { ImportReport } from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { isDeepStrictEqual } from 'node:util';
import type { DatabasePolicyStore } from '../policies/DatabasePolicyStore';
import type { PolicyChanges } from '../policies/PolicyChanges';
import { contentOf, nameKey, PolicyContent } from '../policies/PolicyRecord';
import type { DatabaseRoleStore } from '../roles/DatabaseRoleStore';
import type { AssignMembers } from './AssignMembers';
import type { Unsupported } from './ImportSource';
import type { MakeRoles } from './MakeRoles';
import type { PlacedBinding, PreparedImport } from './PrepareImport';
import type { RoleConflicts } from './RoleConflicts';
import { PlacedPolicy, withoutActors } from './withoutActors';

/** @see SaveImport */
export interface SaveImportOptions {
  policies: DatabasePolicyStore;
  policyChanges: PolicyChanges;
  roles: DatabaseRoleStore;
  roleConflicts: RoleConflicts;
  makeRoles: MakeRoles;
  assignMembers: AssignMembers;
}

/** What became of an import. */
export type ImportOutcome = Omit<ImportReport, 'dryRun'>;

/** Writes an import, in a transaction that the caller holds the administration lock in. */
export class SaveImport {
  readonly #options: SaveImportOptions;

  constructor(options: SaveImportOptions) {
    this.#options = options;
  }

  /** @throws `ESCALATION` */
  async save(
    trx: Knex.Transaction,
    by: string,
    prepared: PreparedImport,
  ): Promise<ImportOutcome> {
    const { roles, roleConflicts, makeRoles, assignMembers } = this.#options;
    const unsupported = [...prepared.unsupported];
    const there = await roles.list(undefined, trx);
    const conflicts = await roleConflicts.find(trx, prepared, there);
    const policies = prepared.policies.flatMap(policy =>
      withoutActors(policy, actor => conflicts.get(actor), unsupported),
    );
    const bindings = withoutConflicts(
      prepared.bindings,
      conflicts,
      unsupported,
    );
    const missing = rolesIn(policies, bindings);
    there.forEach(({ id }) => missing.delete(id));
    await makeRoles.make(
      trx,
      by,
      prepared.roles.filter(({ id }) => missing.has(id)),
      there,
    );
    return {
      policies: await this.#savePolicies(trx, by, policies, unsupported),
      bindings: await assignMembers.assign(trx, by, bindings, unsupported),
      unsupported,
    };
  }

  async #savePolicies(
    trx: Knex.Transaction,
    by: string,
    wanted: readonly PlacedPolicy[],
    unsupported: Unsupported[],
  ): Promise<ImportOutcome['policies']> {
    const { policies, policyChanges } = this.#options;
    const there = new Map<string, PolicyContent>(
      (await policies.get(undefined, trx)).map(one => [nameKey(one.name), one]),
    );
    const saved: ImportOutcome['policies'] = [];
    const created: PolicyContent[] = [];
    for (const { place, content: policy } of wanted) {
      const namesake = there.get(nameKey(policy.name));
      if (!namesake) {
        created.push(policy);
        there.set(nameKey(policy.name), policy);
        saved.push({ place, outcome: 'created', policy });
      } else if (isDeepStrictEqual(contentOf(namesake), contentOf(policy))) {
        saved.push({ place, outcome: 'already-there', policy });
      } else {
        const what = `policy "${policy.name}"`;
        const reason = 'A policy of this name says something else.';
        unsupported.push({ place, what, reason });
      }
    }
    await policyChanges.createAll(trx, by, created);
    return saved;
  }
}

function withoutConflicts(
  bindings: readonly PlacedBinding[],
  conflicts: ReadonlyMap<string, string>,
  unsupported: Unsupported[],
): PlacedBinding[] {
  return bindings.filter(({ place, role, subject }) => {
    const reason = conflicts.get(role);
    if (reason !== undefined) {
      const what = `${role} for ${subject.ref}`;
      unsupported.push({ place, what, reason });
    }
    return reason === undefined;
  });
}

/** The roles that something will be said of. */
function rolesIn(
  policies: readonly PlacedPolicy[],
  bindings: readonly PlacedBinding[],
): Set<string> {
  return new Set([
    ...policies.flatMap(({ content }) => content.actors.roles ?? []),
    ...bindings.flatMap(({ role, subject }) => (subject.uid ? role : [])),
  ]);
}
