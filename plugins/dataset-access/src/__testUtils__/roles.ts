import type { Policy, Role } from 'backstage-plugin-dataset-access-common';
import { daysFromNow } from './requests';

/** A role as it is stored; who holds it is kept beside. */
export type StoredRole = Omit<Role, 'members' | 'editable'>;

/** The roles of a portal: the shipped ones replace each other, and one was made here. */
export const roles: StoredRole[] = [
  role({ id: 'admin', title: 'Admin', exclusiveGroup: 'platform' }),
  role({ id: 'editor', title: 'Editor', exclusiveGroup: 'platform' }),
  role({
    id: 'reader',
    title: 'Reader',
    description: 'Sees all metadata.',
    exclusiveGroup: 'platform',
    isDefault: true,
  }),
  role({ id: 'curator', title: 'Data curator', shipped: false }),
];

export function role(
  facts: Partial<StoredRole> & Pick<Role, 'id'>,
): StoredRole {
  return { title: facts.id, shipped: true, isDefault: false, ...facts };
}

/** A policy behind a role: that of the Reader, unless something else is said. */
export function aRolePolicy(facts: Partial<Policy> = {}): Policy {
  return {
    id: 'role-reader-metadata',
    name: 'Reader: metadata',
    type: 'metadata',
    state: 'active',
    origin: 'built-in',
    editable: false,
    privileges: ['catalog.entity.read', 'metadata.view-dataset-usage'],
    actors: { roles: ['reader'] },
    resources: [],
    version: 1,
    createdAt: daysFromNow(-9),
    updatedAt: daysFromNow(-9),
    ...facts,
  };
}
