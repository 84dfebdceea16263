import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  DatasetAccessError,
  ErrorCode,
  Policy,
  Role,
  RoleAssignmentOutcome,
  RoleAssignmentResult,
  RoleDetail,
  RoleDraft,
  RoleList,
  RoleMember,
  RoleMemberPage,
  RoleSubjects,
  RoleUpdate,
} from 'backstage-plugin-dataset-access-common';
import { entities } from './people';
import type { AccessControlApi } from './portalApis';
import { daysFromNow } from './requests';
import { aRolePolicy, role, roles, StoredRole } from './roles';

type RolesApi = Pick<
  AccessControlApi,
  | 'listRoles'
  | 'getRole'
  | 'listRoleMembers'
  | 'createRole'
  | 'updateRole'
  | 'deleteRole'
  | 'assignRole'
  | 'removeRole'
>;

/** Roles as the backend keeps them, in memory. */
export class MemoryRoles implements RolesApi {
  readonly roles = [...roles];
  readonly members = new Map<string, RoleMember[]>();
  policies: Policy[] = [aRolePolicy()];
  /** What the user may do. */
  may: 'nothing' | 'read' | 'manage' = 'manage';
  /** Who cannot lose a role, because nobody would be left. */
  lastAdmin?: string;

  /** @param held - whom each role was given to */
  constructor(readonly me: string, held: Record<string, string[]> = {}) {
    for (const [roleId, subjects] of Object.entries(held)) {
      this.members.set(
        roleId,
        subjects.map(subject => ({
          subject,
          assignedAt: daysFromNow(-3),
          assignedBy: me,
          exists: true,
        })),
      );
    }
  }

  /** Who holds a role. */
  holders(roleId: string): string[] {
    return this.#membersOf(roleId).map(({ subject }) => subject);
  }

  async listRoles({ subject }: { subject?: string } = {}): Promise<RoleList> {
    this.#require('read');
    return {
      items: this.roles
        .filter(({ id }) => !subject || this.holders(id).includes(subject))
        .map(one => this.#present(one)),
      can: this.#can(),
    };
  }

  async getRole(roleId: string): Promise<RoleDetail> {
    this.#require('read');
    return {
      ...this.#present(this.#find(roleId)),
      policies: this.policies.filter(({ actors }) =>
        actors.roles?.includes(roleId),
      ),
      can: this.#can(),
    };
  }

  async listRoleMembers(
    roleId: string,
    { limit = 25, cursor }: { limit?: number; cursor?: string },
  ): Promise<RoleMemberPage> {
    this.#require('read');
    const from = Number(cursor ?? 0);
    const all = this.#membersOf(roleId);
    const to = from + limit;
    return {
      items: all.slice(from, to),
      nextCursor: to < all.length ? String(to) : undefined,
      prevCursor: from > 0 ? String(Math.max(0, from - limit)) : undefined,
    };
  }

  async createRole(draft: RoleDraft): Promise<Role> {
    this.#require('manage');
    if (this.roles.some(({ id }) => id === draft.id)) {
      throw new DatasetAccessError('ROLE_EXISTS');
    }
    const made = role({ ...draft, shipped: false });
    this.roles.push(made);
    return this.#present(made);
  }

  async updateRole(roleId: string, update: RoleUpdate): Promise<Role> {
    this.#require('manage');
    const before = this.#findEditable(roleId);
    const after = { ...before, description: undefined, ...update };
    this.roles.splice(this.roles.indexOf(before), 1, after);
    return this.#present(after);
  }

  async deleteRole(roleId: string): Promise<Role> {
    this.#require('manage');
    const before = this.#findEditable(roleId);
    const naming = this.policies.filter(({ actors }) =>
      actors.roles?.includes(roleId),
    );
    if (naming.length > 0) {
      throw new DatasetAccessError('ROLE_IN_USE', {
        message: `Policies still name this role: "${naming[0].name}".`,
      });
    }
    this.roles.splice(this.roles.indexOf(before), 1);
    return this.#present(before);
  }

  async assignRole(
    roleId: string,
    { subjects, dryRun = false }: RoleSubjects,
  ): Promise<RoleAssignmentResult> {
    this.#require('manage');
    return this.#each(subjects, dryRun, subject => {
      const { exclusiveGroup } = this.#find(roleId);
      if (!entities.some(one => stringifyEntityRef(one) === subject)) {
        return refused(subject, 'BENEFICIARY_NOT_FOUND');
      }
      if (this.holders(roleId).includes(subject)) {
        return { subject, outcome: 'already-assigned' };
      }
      const replaced = this.roles.find(
        one =>
          exclusiveGroup &&
          one.exclusiveGroup === exclusiveGroup &&
          this.holders(one.id).includes(subject),
      )?.id;
      if (replaced) {
        this.#take(replaced, subject);
      }
      this.#membersOf(roleId).push({
        subject,
        assignedAt: daysFromNow(0),
        assignedBy: this.me,
        exists: true,
      });
      return { subject, outcome: 'assigned', replaced };
    });
  }

  async removeRole(
    roleId: string,
    { subjects, dryRun = false }: RoleSubjects,
  ): Promise<RoleAssignmentResult> {
    this.#require('manage');
    return this.#each(subjects, dryRun, subject => {
      if (subject === this.lastAdmin) {
        return refused(subject, 'LAST_ADMIN');
      }
      return this.#take(roleId, subject)
        ? { subject, outcome: 'removed' }
        : { subject, outcome: 'not-assigned' };
    });
  }

  #each(
    subjects: string[],
    dryRun: boolean,
    change: (subject: string) => RoleAssignmentOutcome,
  ): RoleAssignmentResult {
    const before = [...this.members].map(
      ([id, held]): [string, RoleMember[]] => [id, [...held]],
    );
    const outcomes = subjects.map(change);
    if (dryRun) {
      this.members.clear();
      before.forEach(([id, held]) => this.members.set(id, held));
    }
    return { outcomes };
  }

  #take(roleId: string, subject: string): boolean {
    const held = this.#membersOf(roleId);
    const left = held.filter(one => one.subject !== subject);
    this.members.set(roleId, left);
    return left.length < held.length;
  }

  #membersOf(roleId: string): RoleMember[] {
    const held = this.members.get(roleId) ?? [];
    this.members.set(roleId, held);
    return held;
  }

  #present(stored: StoredRole): Role {
    return {
      ...stored,
      editable: !stored.shipped,
      members: this.holders(stored.id).length,
    };
  }

  #can(): RoleList['can'] {
    return { manage: this.may === 'manage' };
  }

  #require(what: 'read' | 'manage'): void {
    if (this.may !== 'manage' && this.may !== what) {
      throw new DatasetAccessError('FORBIDDEN');
    }
  }

  #find(roleId: string): StoredRole {
    const found = this.roles.find(({ id }) => id === roleId);
    if (!found) {
      throw new DatasetAccessError('ROLE_NOT_FOUND');
    }
    return found;
  }

  #findEditable(roleId: string): StoredRole {
    const found = this.#find(roleId);
    if (found.shipped) {
      throw new DatasetAccessError('ROLE_LOCKED');
    }
    return found;
  }
}

function refused(subject: string, refusal: ErrorCode): RoleAssignmentOutcome {
  const { code, message } = new DatasetAccessError(refusal);
  return { subject, outcome: 'refused', code, message };
}
