import type { components } from 'backstage-plugin-dataset-access-common';

/** A privilege as the API describes it. */
export type PrivilegeInfo = components['schemas']['Privilege'];

/** Where privileges come from, in the order in which they are shown. */
export const privilegeAreas = [
  'access',
  'catalog',
  'metadata',
  'dataops',
  'platform',
] as const satisfies ReadonlyArray<PrivilegeInfo['area']>;

/** One area; the last is for those that the portal had once and has no longer. */
export type PrivilegeArea = PrivilegeInfo['area'] | 'unknown';

/** Some privileges of one area. */
export interface PrivilegeGroup {
  area: PrivilegeArea;
  privileges: PrivilegeInfo[];
}

/** Privileges by area; areas that have none are left out. */
export function groupByArea(
  privileges: readonly PrivilegeInfo[],
): PrivilegeGroup[] {
  return privilegeAreas
    .map(area => ({
      area,
      privileges: privileges.filter(one => one.area === area),
    }))
    .filter(group => group.privileges.length > 0);
}

/** Stands for a privilege that a policy still names and the portal no longer knows. */
export function unknownPrivilege(
  name: string,
  type: PrivilegeInfo['type'],
): PrivilegeInfo {
  return {
    name,
    title: name,
    description: '',
    type,
    area: 'platform',
    permissions: [],
  };
}
