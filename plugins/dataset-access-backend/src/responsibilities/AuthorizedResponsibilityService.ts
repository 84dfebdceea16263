import type { BasicPermission } from '@backstage/plugin-permission-common';
import {
  canonicalRef,
  DatasetAccessError,
  Responsibility,
  ResponsibilityDraft,
  responsibilityManagePermission,
  ResponsibilityPage,
  responsibilityReadPermission,
  ResponsibilityUpdate,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import type { PrivilegeGuard } from '../permissions/PrivilegeGuard';
import type { DatabaseResponsibilityStore } from './DatabaseResponsibilityStore';
import type {
  ResponsibilityQuery,
  ResponsibilityService,
} from './ResponsibilityService';

/** @see AuthorizedResponsibilityService */
export interface AuthorizedResponsibilityServiceOptions {
  service: ResponsibilityService;
  responsibilities: DatabaseResponsibilityStore;
  privilegeGuard: PrivilegeGuard;
}

/**
 * Lets those see and change who is responsible for an entity who hold the privileges for that entity: its owners by
 * default, and administrators. Everybody sees what they are responsible for themselves.
 */
export class AuthorizedResponsibilityService implements ResponsibilityService {
  readonly #options: AuthorizedResponsibilityServiceOptions;

  constructor(options: AuthorizedResponsibilityServiceOptions) {
    this.#options = options;
  }

  async list(
    actor: Actor,
    query: ResponsibilityQuery,
  ): Promise<ResponsibilityPage> {
    const { service } = this.#options;
    const resource = query.resource && canonicalRef(query.resource);
    const isOwn =
      actor.kind === 'user' &&
      query.subject !== undefined &&
      canonicalRef(query.subject) === actor.ref;
    if (!isOwn) {
      await this.#require(actor, responsibilityReadPermission, resource);
    }
    const page = await service.list(actor, query);
    const manage = await this.#allows(
      actor,
      responsibilityManagePermission,
      resource,
    );
    return { ...page, can: { manage } };
  }

  async create(
    actor: Actor,
    draft: ResponsibilityDraft,
  ): Promise<Responsibility> {
    await this.#require(
      actor,
      responsibilityManagePermission,
      canonicalRef(draft.resource),
    );
    return this.#options.service.create(actor, draft);
  }

  async update(
    actor: Actor,
    id: string,
    update: ResponsibilityUpdate,
  ): Promise<Responsibility> {
    await this.#requireManage(actor, id);
    return this.#options.service.update(actor, id, update);
  }

  async terminate(
    actor: Actor,
    id: string,
    version?: number,
  ): Promise<Responsibility> {
    await this.#requireManage(actor, id);
    return this.#options.service.terminate(actor, id, version);
  }

  async remove(actor: Actor, id: string): Promise<Responsibility> {
    await this.#requireManage(actor, id);
    return this.#options.service.remove(actor, id);
  }

  /** The same answer whether there is no such responsibility or it is none of the caller's business. */
  async #requireManage(actor: Actor, id: string): Promise<void> {
    const [found] = await this.#options.responsibilities.get([id]);
    const allowed =
      found &&
      (await this.#allows(
        actor,
        responsibilityManagePermission,
        found.resource.ref,
      ));
    if (!allowed) {
      throw new DatasetAccessError(
        actor.kind === 'service' ? 'USER_REQUIRED' : 'RESPONSIBILITY_NOT_FOUND',
      );
    }
  }
  /**
   * Who holds a privilege on everything holds it on what is not in the catalog any more, or not yet known here, too: nobody
   * else could clear away what was left behind.
   */
  async #allows(
    actor: Actor,
    permission: BasicPermission,
    resource: string | undefined,
  ): Promise<boolean> {
    const { privilegeGuard } = this.#options;
    return (
      (await privilegeGuard.allows(actor, permission, resource)) ||
      (resource !== undefined &&
        (await privilegeGuard.allows(actor, permission)))
    );
  }

  async #require(
    actor: Actor,
    permission: BasicPermission,
    resource: string | undefined,
  ): Promise<void> {
    if (!(await this.#allows(actor, permission, resource))) {
      throw new DatasetAccessError(
        actor.kind === 'service' ? 'USER_REQUIRED' : 'FORBIDDEN',
      );
    }
  }
}
