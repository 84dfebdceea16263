import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ApproverResolver } from './ApproverResolver';

/**
 * Lets a module decide who the approvers of a dataset are.
 *
 * @public
 */
export interface ApproverExtensionPoint {
  /**
   * Replaces the shipped resolution (override label, then owner). Separation of duties, membership and escalation stay
   * with the product.
   *
   * @throws Error when a second module tries to set one
   */
  setApproverResolver(resolver: ApproverResolver): void;
}

/**
 * @public
 */
export const approverExtensionPoint =
  createExtensionPoint<ApproverExtensionPoint>({
    id: 'dataset-access.approvers',
  });
