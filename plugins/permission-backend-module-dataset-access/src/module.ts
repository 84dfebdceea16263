import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  DatasetAccessPolicy,
  decisionIndexServiceRef,
} from 'backstage-plugin-dataset-access-node';
import { basePolicyExtensionPoint } from './basePolicyExtensionPoint';

/** What a portal without a policy does. */
const allowAll: PermissionPolicy = {
  handle: async () => ({ result: AuthorizeResult.ALLOW }),
};

/**
 * Makes the portal's permissions obey the policies of Dataset Access. It narrows a base policy, which other modules may
 * set; without one everything else is allowed.
 *
 * @public
 */
export const permissionModuleDatasetAccess = createBackendModule({
  pluginId: 'permission',
  moduleId: 'dataset-access',
  register(reg) {
    let base: PermissionPolicy | undefined;
    reg.registerExtensionPoint(basePolicyExtensionPoint, {
      setBasePolicy(policy) {
        if (base) {
          throw new Error('The base policy of dataset-access is already set');
        }
        base = policy;
      },
    });
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        decisions: decisionIndexServiceRef,
        logger: coreServices.logger,
        policy: policyExtensionPoint,
      },
      async init({ config, decisions, logger, policy }) {
        policy.setPolicy(
          DatasetAccessPolicy.wrap(
            // modules that depend on our extension point have been started before
            { handle: (...args) => (base ?? allowAll).handle(...args) },
            {
              decisions,
              logger,
              enforced: config.getOptionalStringArray(
                'datasetAccess.permissionPolicy.enforced',
              ),
            },
          ),
        );
      },
    });
  },
});
