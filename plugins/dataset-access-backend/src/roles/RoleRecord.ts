import type { Role, RoleMember } from 'backstage-plugin-dataset-access-common';
import { ChainHead, headOf } from '../audit/eventChain';
import {
  InstantColumn,
  Nullable,
  toBoolean,
  toInstant,
} from '../database/columns';

/** A role as it is stored. What it gives is in the policies that name it (S4.2). */
export interface RoleRecord {
  id: string;
  title: string;
  description?: string;
  /** Comes with the product and cannot be changed. */
  shipped: boolean;
  /** Of the roles in one group, a subject holds at most one (S4.6). */
  exclusiveGroup?: string;
  head: ChainHead;
  createdAt: Date;
  createdBy?: string;
}

/** The columns of `roles`, with the hash at the head of the audit chain. */
export interface RoleRow {
  id: string;
  title: string;
  title_key: string;
  description: Nullable<string>;
  shipped: boolean | number;
  exclusive_group: Nullable<string>;
  event_seq: number;
  created_at: InstantColumn;
  created_by: Nullable<string>;
}

export function fromRoleRow(
  row: RoleRow & { head_hash: Nullable<string> },
): RoleRecord {
  return {
    id: row.id,
    title: row.title,
    description: row.description ?? undefined,
    shipped: toBoolean(row.shipped),
    exclusiveGroup: row.exclusive_group ?? undefined,
    head: headOf(row),
    createdAt: toInstant(row.created_at),
    createdBy: row.created_by ?? undefined,
  };
}

/** That a user or group holds a role. It is bound to the uid, so that a namesake inherits nothing (P-34). */
export interface RoleBindingRecord {
  id: string;
  roleId: string;
  exclusiveGroup?: string;
  subject: { ref: string; uid: string };
  assignedAt: Date;
  assignedBy?: string;
}

/** The columns of `role_bindings`. */
export interface RoleBindingRow {
  id: string;
  role_id: string;
  exclusive_group: Nullable<string>;
  subject_ref: string;
  subject_uid: string;
  assigned_at: InstantColumn;
  assigned_by: Nullable<string>;
}

export function toBindingRow(binding: RoleBindingRecord): RoleBindingRow {
  return {
    id: binding.id,
    role_id: binding.roleId,
    exclusive_group: binding.exclusiveGroup ?? null,
    subject_ref: binding.subject.ref,
    subject_uid: binding.subject.uid,
    assigned_at: binding.assignedAt,
    assigned_by: binding.assignedBy ?? null,
  };
}

export function fromBindingRow(row: RoleBindingRow): RoleBindingRecord {
  return {
    id: row.id,
    roleId: row.role_id,
    exclusiveGroup: row.exclusive_group ?? undefined,
    subject: { ref: row.subject_ref, uid: row.subject_uid },
    assignedAt: toInstant(row.assigned_at),
    assignedBy: row.assigned_by ?? undefined,
  };
}

/** A role as the API shows it. */
export function presentRole(
  { id, title, description, shipped, exclusiveGroup }: RoleRecord,
  { members, isDefault }: { members: number; isDefault: boolean },
): Role {
  return {
    id,
    title,
    description,
    shipped,
    editable: !shipped,
    exclusiveGroup,
    isDefault,
    members,
  };
}

/** @param exists - the subject is in the catalog and still the one it was */
export function presentMember(
  { subject, assignedAt, assignedBy }: RoleBindingRecord,
  exists: boolean,
): RoleMember {
  return {
    subject: subject.ref,
    assignedAt: assignedAt.toISOString(),
    assignedBy,
    exists,
  };
}
