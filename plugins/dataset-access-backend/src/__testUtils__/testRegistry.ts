import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import type { PermissionRule } from '@backstage/plugin-permission-node';

/** Keeps rules by name, as the real registry does; the real one takes part in the integration tests. */
export function testRegistry(): PermissionsRegistryService {
  const rules = new Map<string, PermissionRule<unknown, unknown, string>>();
  return {
    addPermissions: () => {},
    addPermissionRules: () => {},
    addResourceType: resource =>
      resource.rules.forEach(rule =>
        rules.set(
          `${rule.resourceType} ${rule.name}`,
          rule as PermissionRule<unknown, unknown, string>,
        ),
      ),
    getPermissionRuleset: ({ resourceType }) => ({
      getRuleByName: name => rules.get(`${resourceType} ${name}`),
    }),
  } as PermissionsRegistryService;
}
