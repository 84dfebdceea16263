import {
  canonicalPrincipalRef,
  DatasetAccessError,
  DecisionIndex,
  Role,
  RoleAssignmentResult,
  RoleDetail,
  RoleDraft,
  RoleList,
  RoleMemberPage,
  RoleSubjects,
  RoleUpdate,
} from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { Actor, userRef } from '../actors/Actor';
import { EMPTY_CHAIN } from '../audit/eventChain';
import type { AdministrationLock } from '../changes/AdministrationLock';
import type { Clock } from '../clock';
import type { DatasetAccessConfig } from '../config/readConfig';
import { cutPage, decodeCursor } from '../database/pageCursor';
import type { DatabasePolicyStore } from '../policies/DatabasePolicyStore';
import { presentPolicy } from '../policies/PolicyRecord';
import { readOptionalText, readText } from '../texts/readText';
import type { DatabaseRoleStore } from './DatabaseRoleStore';
import { namedSubjects, RoleAssignments } from './RoleAssignments';
import type { RoleHistory } from './RoleHistory';
import { presentMember, presentRole, RoleRecord } from './RoleRecord';
import type { RoleMemberQuery, RoleService } from './RoleService';

/** @see DefaultRoleService */
export interface DefaultRoleServiceOptions {
  roles: DatabaseRoleStore;
  policies: DatabasePolicyStore;
  roleAssignments: RoleAssignments;
  roleHistory: RoleHistory;
  lock: AdministrationLock;
  decisions: { require(): DecisionIndex };
  config: DatasetAccessConfig;
  clock: Clock;
}

const TITLE_BOUNDS = { minLength: 1, maxLength: 100 };

/** Reads roles, and changes them under the administration lock. Who may is decided by its wrapper. */
export class DefaultRoleService implements RoleService {
  readonly #options: DefaultRoleServiceOptions;

  constructor(options: DefaultRoleServiceOptions) {
    this.#options = options;
  }

  async list(_: Actor, subject?: string): Promise<RoleList> {
    const { roles } = this.#options;
    const found = await roles.list(subject && canonicalPrincipalRef(subject));
    const counts = await roles.memberCounts();
    return {
      items: found.map(role => this.#present(role, counts)),
      can: { manage: true },
    };
  }

  async get(_: Actor, id: string): Promise<RoleDetail> {
    const { roles, policies } = this.#options;
    const role = await this.#find(id);
    const [counts, behind] = await Promise.all([
      roles.memberCounts(),
      policies.naming(id),
    ]);
    return {
      ...this.#present(role, counts),
      policies: behind.map(presentPolicy),
      can: { manage: true },
    };
  }

  async members(
    _: Actor,
    id: string,
    { limit = 25, cursor: cursorText }: RoleMemberQuery,
  ): Promise<RoleMemberPage> {
    const { roles, decisions } = this.#options;
    await this.#find(id);
    const list = ['role-members', id];
    const cursor = cursorText
      ? decodeCursor(cursorText, list, 'string')
      : undefined;
    const found = await roles.membersPage(id, cursor, limit);
    const page = cutPage(found, limit, cursor, list, ({ subject }) => ({
      value: subject.ref,
      id: subject.ref,
    }));
    const { people } = decisions.require();
    return {
      ...page,
      items: page.items.map(binding =>
        presentMember(
          binding,
          people.get(binding.subject.ref)?.uid === binding.subject.uid,
        ),
      ),
    };
  }

  async create(actor: Actor, draft: RoleDraft): Promise<Role> {
    const { roles, roleHistory, lock, clock } = this.#options;
    const by = userRef(actor);
    const title = readText(draft.title, TITLE_BOUNDS, 'title');
    const description = readOptionalText(draft.description, 'description');
    return lock.run(async trx => {
      const before = await roles.find(draft.id, trx);
      if (before && !before.isRemoved) {
        throw new DatasetAccessError('ROLE_EXISTS');
      }
      await this.#checkTitle(trx, draft.id, title);
      const role: RoleRecord = {
        id: draft.id,
        title,
        description,
        shipped: false,
        head: before?.head ?? EMPTY_CHAIN,
        createdAt: clock.now(),
        createdBy: by,
      };
      await roles.put(trx, role);
      await roleHistory.append(trx, role, 'created', by, {
        title,
        description,
      });
      return this.#present(role, new Map());
    });
  }

  async update(actor: Actor, id: string, update: RoleUpdate): Promise<Role> {
    const { roles, roleHistory, lock } = this.#options;
    const by = userRef(actor);
    const title = readText(update.title, TITLE_BOUNDS, 'title');
    const description = readOptionalText(update.description, 'description');
    const role = await lock.run(async trx => {
      const before = await this.#findEditable(trx, id);
      await this.#checkTitle(trx, id, title);
      const after = { ...before, title, description };
      await roles.put(trx, after);
      await roleHistory.append(trx, after, 'changed', by, {
        title,
        description,
      });
      return after;
    });
    return this.#present(role, await roles.memberCounts());
  }

  async remove(actor: Actor, id: string): Promise<Role> {
    const { roles, policies, roleHistory, roleAssignments, lock, clock } =
      this.#options;
    const by = userRef(actor);
    return lock.run(async trx => {
      const role = await this.#findEditable(trx, id);
      const naming = await policies.naming(id, trx);
      if (naming.length > 0) {
        throw new DatasetAccessError('ROLE_IN_USE', {
          message: `Policies still name this role: ${naming
            .slice(0, 5)
            .map(({ name }) => `"${name}"`)
            .join(', ')}.`,
        });
      }
      // without a policy the role gives nothing, so that taking it locks nobody out
      const bindings = await roles.bindingsOfRole(id, trx);
      await roleAssignments.unassign(
        trx,
        by,
        role,
        bindings.map(({ subject }) => subject),
      );
      const now = await this.#findEditable(trx, id);
      const head = await roleHistory.append(trx, now, 'removed', by, {});
      await roles.remove(trx, { ...now, head }, clock.now());
      return this.#present(role, new Map());
    });
  }

  async assign(
    actor: Actor,
    id: string,
    { subjects: texts, dryRun }: RoleSubjects,
  ): Promise<RoleAssignmentResult> {
    const { roleAssignments, lock } = this.#options;
    const by = userRef(actor);
    const subjects = await roleAssignments.subjects(texts);
    const work = async (trx: Knex.Transaction) => ({
      outcomes: await roleAssignments.assign(
        trx,
        by,
        await this.#find(id, trx),
        subjects,
      ),
    });
    return dryRun ? lock.rehearse(work) : lock.run(work);
  }

  async unassign(
    actor: Actor,
    id: string,
    { subjects: texts, dryRun }: RoleSubjects,
  ): Promise<RoleAssignmentResult> {
    const { roleAssignments, lock } = this.#options;
    const by = userRef(actor);
    const subjects = namedSubjects(texts);
    const work = async (trx: Knex.Transaction) => ({
      outcomes: await roleAssignments.unassign(
        trx,
        by,
        await this.#find(id, trx),
        subjects,
      ),
    });
    return dryRun ? lock.rehearse(work) : lock.run(work);
  }

  #present(role: RoleRecord, counts: ReadonlyMap<string, number>): Role {
    return presentRole(role, {
      members: counts.get(role.id) ?? 0,
      isDefault: this.#options.config.roles.default === role.id,
    });
  }

  async #find(id: string, connection?: Knex): Promise<RoleRecord> {
    const role = await this.#options.roles.find(id, connection);
    if (!role || role.isRemoved) {
      throw new DatasetAccessError('ROLE_NOT_FOUND');
    }
    return role;
  }

  async #findEditable(trx: Knex.Transaction, id: string): Promise<RoleRecord> {
    const role = await this.#find(id, trx);
    if (role.shipped) {
      throw new DatasetAccessError('ROLE_LOCKED');
    }
    return role;
  }

  async #checkTitle(
    trx: Knex.Transaction,
    id: string,
    title: string,
  ): Promise<void> {
    const namesake = await this.#options.roles.findByTitle(title, trx);
    if (namesake && namesake.id !== id) {
      throw new DatasetAccessError('ROLE_EXISTS', {
        message: `There is already a role called "${namesake.title}".`,
      });
    }
  }
}
