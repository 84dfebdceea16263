import type { PrivilegeRegistry } from 'backstage-plugin-dataset-access-common';
import type { DatasetAccessConfig } from '../config/readConfig';
import type { PolicyContent, PolicyRecord } from './PolicyRecord';

/**
 * The root policies (S2.19, S2.20): everything, for the superusers of app-config. They survive whatever is done to all other
 * policies. Without superusers there are none.
 */
export function superuserPolicies(
  { superusers }: DatasetAccessConfig,
  privileges: PrivilegeRegistry,
): Array<PolicyContent & Pick<PolicyRecord, 'id' | 'origin' | 'source'>> {
  if (superusers.length === 0) {
    return [];
  }
  const users = superusers.filter(ref => ref.startsWith('user:'));
  const groups = superusers.filter(ref => ref.startsWith('group:'));
  return (['platform', 'metadata'] as const).map(type => ({
    id: `superusers-${type}`,
    origin: 'superusers',
    source: 'app-config: datasetAccess.superusers',
    name: `Superusers: ${type}`,
    description:
      'Everything, for those whom app-config names. It cannot be changed here, so that nobody is ever locked out.',
    type,
    state: 'active',
    privileges: privileges
      .administrative()
      .filter(privilege => privilege.type === type)
      .map(({ name }) => name),
    actors: {
      ...(users.length > 0 ? { users } : {}),
      ...(groups.length > 0 ? { groups } : {}),
    },
    resources: [],
  }));
}
