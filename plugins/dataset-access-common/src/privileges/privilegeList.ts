import type { Privilege } from './Privilege';

/** A privilege as it is written down: without what all of its list have in common. */
export type PrivilegeRow = Omit<Privilege, 'area' | 'type' | 'permissions'> &
  Partial<Pick<Privilege, 'type' | 'permissions'>>;

/**
 * Completes the rows of a list with what they have in common. Unless a row says otherwise, no permission of Backstage asks
 * for the privilege.
 */
export function privilegeList(
  common: Pick<Privilege, 'area' | 'type' | 'resources' | 'commercial'>,
  rows: readonly PrivilegeRow[],
): readonly Privilege[] {
  return rows.map(row => ({ permissions: [], ...common, ...row }));
}

/** The same for privileges that are permissions of Backstage: each is asked for by the permission of its name. */
export function permissionList(
  common: Pick<Privilege, 'area' | 'type'>,
  rows: readonly PrivilegeRow[],
): readonly Privilege[] {
  return privilegeList(
    common,
    rows.map(row => ({ ...row, permissions: [row.name] })),
  );
}
