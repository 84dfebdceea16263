import type {
  ImportReport,
  PolicyImport,
  PrivilegeRegistry,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { Actor, userRef } from '../actors/Actor';
import type { AdministrationLock } from '../changes/AdministrationLock';
import { AssignMembers, AssignMembersOptions } from './AssignMembers';
import type { ImportService } from './ImportService';
import type { ImportParser } from './ImportSource';
import { MakeRoles, MakeRolesOptions } from './MakeRoles';
import { parseCasbinCsv } from './parseCasbinCsv';
import { parseDataHubPolicies } from './parseDataHubPolicies';
import { PrepareImport, PrepareImportOptions } from './PrepareImport';
import { RoleConflicts, RoleConflictsOptions } from './RoleConflicts';
import { SaveImport, SaveImportOptions } from './SaveImport';

/** @see ImportPolicies */
export interface ImportPoliciesOptions
  extends PrepareImportOptions,
    RoleConflictsOptions,
    MakeRolesOptions,
    AssignMembersOptions,
    Pick<SaveImportOptions, 'policyChanges'> {
  privileges: PrivilegeRegistry;
  lock: AdministrationLock;
}

const PARSERS: Record<PolicyImport['format'], ImportParser> = {
  datahub: parseDataHubPolicies,
  'casbin-csv': parseCasbinCsv,
};

/** Imports in one transaction; a dry run does the very same and takes it back. Who may is decided by its wrapper. */
export class ImportPolicies implements ImportService {
  readonly #privileges: PrivilegeRegistry;
  readonly #lock: AdministrationLock;
  readonly #prepareImport: PrepareImport;
  readonly #saveImport: SaveImport;

  constructor(options: ImportPoliciesOptions) {
    this.#privileges = options.privileges;
    this.#lock = options.lock;
    this.#prepareImport = new PrepareImport(options);
    this.#saveImport = new SaveImport({
      ...options,
      roleConflicts: new RoleConflicts(options),
      makeRoles: new MakeRoles(options),
      assignMembers: new AssignMembers(options),
    });
  }

  async importPolicies(
    actor: Actor,
    { format, content, dryRun = true }: PolicyImport,
  ): Promise<ImportReport> {
    const by = userRef(actor);
    const parsed = PARSERS[format](content, this.#privileges);
    const prepared = await this.#prepareImport.prepare(parsed);
    const work = (trx: Knex.Transaction) =>
      this.#saveImport.save(trx, by, prepared);
    const outcome = await (dryRun
      ? this.#lock.rehearse(work)
      : this.#lock.run(work));
    return { dryRun, ...outcome };
  }
}
