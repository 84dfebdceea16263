import type { PrivilegeRegistry } from '../privileges/privilegeRegistry';
import { marketplaceRoles } from './marketplaceRoles';
import { admin, editor, reader } from './platformRoles';
import { ShippedRole, shippedRole } from './ShippedRole';

/**
 * The roles that come with the product (S4.1, S3.9), with the locked policies behind them.
 *
 * @param registry - all privileges there are: admins hold every one of them
 * @public
 */
export function shippedRoles(registry: PrivilegeRegistry): ShippedRole[] {
  return [admin(registry), editor, reader, ...marketplaceRoles].map(
    shippedRole,
  );
}
