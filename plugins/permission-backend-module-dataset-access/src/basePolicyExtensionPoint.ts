import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';

/**
 * Takes the policy that decides about everything Dataset Access has no say in. Backstage has one place for a policy, and
 * this module takes it.
 *
 * @public
 */
export interface BasePolicyExtensionPoint {
  /** @throws Error when there is one already */
  setBasePolicy(policy: PermissionPolicy): void;
}

/**
 * @public
 */
export const basePolicyExtensionPoint =
  createExtensionPoint<BasePolicyExtensionPoint>({
    id: 'permission.dataset-access.base-policy',
  });
