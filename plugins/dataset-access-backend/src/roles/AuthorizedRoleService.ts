import {
  RoleDetail,
  RoleList,
  roleManagePermission,
  roleReadPermission,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import type { PrivilegeGuard } from '../permissions/PrivilegeGuard';
import type { RoleService } from './RoleService';

/** @see AuthorizedRoleService */
export interface AuthorizedRoleServiceOptions {
  service: RoleService;
  privilegeGuard: PrivilegeGuard;
}

/** Lets those read roles who hold the privilege to read them, and those give and take them who hold that to manage them. */
export class AuthorizedRoleService implements RoleService {
  readonly #service: RoleService;
  readonly #guard: PrivilegeGuard;

  constructor({ service, privilegeGuard }: AuthorizedRoleServiceOptions) {
    this.#service = service;
    this.#guard = privilegeGuard;
  }

  async list(actor: Actor, subject?: string): Promise<RoleList> {
    await this.#guard.require(actor, roleReadPermission);
    const list = await this.#service.list(actor, subject);
    return { ...list, can: await this.#can(actor) };
  }

  async get(actor: Actor, id: string): Promise<RoleDetail> {
    await this.#guard.require(actor, roleReadPermission);
    const role = await this.#service.get(actor, id);
    return { ...role, can: await this.#can(actor) };
  }

  async members(...[actor, id, query]: Parameters<RoleService['members']>) {
    await this.#guard.require(actor, roleReadPermission);
    return this.#service.members(actor, id, query);
  }

  async create(...[actor, draft]: Parameters<RoleService['create']>) {
    await this.#guard.require(actor, roleManagePermission);
    return this.#service.create(actor, draft);
  }

  async update(...[actor, id, update]: Parameters<RoleService['update']>) {
    await this.#guard.require(actor, roleManagePermission);
    return this.#service.update(actor, id, update);
  }

  async remove(...[actor, id]: Parameters<RoleService['remove']>) {
    await this.#guard.require(actor, roleManagePermission);
    return this.#service.remove(actor, id);
  }

  async assign(...[actor, id, subjects]: Parameters<RoleService['assign']>) {
    await this.#guard.require(actor, roleManagePermission);
    return this.#service.assign(actor, id, subjects);
  }

  async unassign(
    ...[actor, id, subjects]: Parameters<RoleService['unassign']>
  ) {
    await this.#guard.require(actor, roleManagePermission);
    return this.#service.unassign(actor, id, subjects);
  }

  async #can(actor: Actor): Promise<RoleList['can']> {
    return { manage: await this.#guard.allows(actor, roleManagePermission) };
  }
}
