import type {
  operations,
  Role,
  RoleAssignmentResult,
  RoleDetail,
  RoleDraft,
  RoleList,
  RoleMemberPage,
  RoleSubjects,
  RoleUpdate,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';

/** Which page of the members of a role. */
export type RoleMemberQuery = NonNullable<
  operations['listRoleMembers']['parameters']['query']
>;

/** What can be done with roles. */
export interface RoleService {
  /**
   * @param subject - ref of a user or group: only the roles it holds directly
   * @throws `FORBIDDEN`, `BAD_ENTITY_REF`
   */
  list(actor: Actor, subject?: string): Promise<RoleList>;

  /** @throws `FORBIDDEN`, `ROLE_NOT_FOUND` */
  get(actor: Actor, id: string): Promise<RoleDetail>;

  /** @throws `FORBIDDEN`, `ROLE_NOT_FOUND`, `BAD_CURSOR` */
  members(
    actor: Actor,
    id: string,
    query: RoleMemberQuery,
  ): Promise<RoleMemberPage>;

  /** @throws `FORBIDDEN`, `ROLE_EXISTS`, `BAD_REASON` */
  create(actor: Actor, draft: RoleDraft): Promise<Role>;

  /** @throws `FORBIDDEN`, `ROLE_NOT_FOUND`, `ROLE_LOCKED`, `ROLE_EXISTS`, `BAD_REASON` */
  update(actor: Actor, id: string, update: RoleUpdate): Promise<Role>;

  /** @throws `FORBIDDEN`, `ROLE_NOT_FOUND`, `ROLE_LOCKED`, `ROLE_IN_USE`, `LAST_ADMIN` */
  remove(actor: Actor, id: string): Promise<Role>;

  /**
   * Gives a role to users and groups, with one outcome for each: one that cannot be served never fails the others.
   *
   * @throws `FORBIDDEN`, `ROLE_NOT_FOUND`, `ESCALATION`
   */
  assign(
    actor: Actor,
    id: string,
    subjects: RoleSubjects,
  ): Promise<RoleAssignmentResult>;

  /** Takes a role from users and groups. @throws `FORBIDDEN`, `ROLE_NOT_FOUND` */
  unassign(
    actor: Actor,
    id: string,
    subjects: RoleSubjects,
  ): Promise<RoleAssignmentResult>;
}
