import { grantedAccess } from './grants';
import { ANA, DAN, ORDERS, PRODUCTS, superusers } from './smallWorld';
import type { StartProduct } from './onBothDatabases';
import type { TestProduct } from './TestProduct';

// As AuthZEN names who wants what.
export const ana = { type: 'user', id: ANA };
export const dan = { type: 'user', id: DAN };
export const read = { name: 'read-only' };
export const own = { name: 'owner' };
export const orders = { type: 'resource', id: ORDERS };
export const products = { type: 'api', id: PRODUCTS };

export const YES = { decision: true };
export const NO = { decision: false, context: { reason: 'no-path' } };

/**
 * Ana may read orders, Dan owns them and the products. Asking changes nothing, so the tests of a file can share a product.
 */
export function sharedAccess(start: StartProduct): () => Promise<TestProduct> {
  let shared: Promise<TestProduct> | undefined;
  const setUp = async () => {
    const product = await start({ config: { superusers } });
    await grantedAccess(product, ANA);
    return product;
  };
  return () => (shared ??= setUp());
}
