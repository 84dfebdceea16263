import {
  policyManagePermission,
  PolicyPage,
  policyReadPermission,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import type { PrivilegeGuard } from '../permissions/PrivilegeGuard';
import type { PolicyQuery, PolicyService } from './PolicyService';

/** @see AuthorizedPolicyService */
export interface AuthorizedPolicyServiceOptions {
  service: PolicyService;
  privilegeGuard: PrivilegeGuard;
}

/** Lets those read policies who hold the privilege to read them, and those change them who hold that to manage them. */
export class AuthorizedPolicyService implements PolicyService {
  readonly #service: PolicyService;
  readonly #guard: PrivilegeGuard;

  constructor({ service, privilegeGuard }: AuthorizedPolicyServiceOptions) {
    this.#service = service;
    this.#guard = privilegeGuard;
  }

  async list(actor: Actor, query: PolicyQuery): Promise<PolicyPage> {
    await this.#guard.require(actor, policyReadPermission);
    const page = await this.#service.list(actor, query);
    const manage = await this.#guard.allows(actor, policyManagePermission);
    return { ...page, can: { manage } };
  }

  async get(...[actor, id]: Parameters<PolicyService['get']>) {
    await this.#guard.require(actor, policyReadPermission);
    return this.#service.get(actor, id);
  }

  async history(...[actor, id]: Parameters<PolicyService['history']>) {
    await this.#guard.require(actor, policyReadPermission);
    return this.#service.history(actor, id);
  }

  async create(...[actor, draft]: Parameters<PolicyService['create']>) {
    await this.#guard.require(actor, policyManagePermission);
    return this.#service.create(actor, draft);
  }

  async update(...[actor, id, update]: Parameters<PolicyService['update']>) {
    await this.#guard.require(actor, policyManagePermission);
    return this.#service.update(actor, id, update);
  }

  async setState(
    ...[actor, id, change]: Parameters<PolicyService['setState']>
  ) {
    await this.#guard.require(actor, policyManagePermission);
    return this.#service.setState(actor, id, change);
  }

  async remove(...[actor, id, version]: Parameters<PolicyService['remove']>) {
    await this.#guard.require(actor, policyManagePermission);
    return this.#service.remove(actor, id, version);
  }

  async preview(...[actor, change]: Parameters<PolicyService['preview']>) {
    await this.#guard.require(actor, policyManagePermission);
    return this.#service.preview(actor, change);
  }
}
