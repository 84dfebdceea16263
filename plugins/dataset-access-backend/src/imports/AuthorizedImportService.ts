import {
  ImportReport,
  PolicyImport,
  policyManagePermission,
  roleManagePermission,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import type { PrivilegeGuard } from '../permissions/PrivilegeGuard';
import type { ImportService } from './ImportService';

/** @see AuthorizedImportService */
export interface AuthorizedImportServiceOptions {
  service: ImportService;
  privilegeGuard: PrivilegeGuard;
}

/** Lets those import who hold the privileges to manage policies and roles: an import makes and gives both. */
export class AuthorizedImportService implements ImportService {
  readonly #service: ImportService;
  readonly #guard: PrivilegeGuard;

  constructor({ service, privilegeGuard }: AuthorizedImportServiceOptions) {
    this.#service = service;
    this.#guard = privilegeGuard;
  }

  async importPolicies(
    actor: Actor,
    request: PolicyImport,
  ): Promise<ImportReport> {
    await this.#guard.require(actor, policyManagePermission);
    await this.#guard.require(actor, roleManagePermission);
    return this.#service.importPolicies(actor, request);
  }
}
