import type { TestProduct } from './TestProduct';

/**
 * Whether somebody holds a privilege, asked as a gateway would ask: by a service, with the privilege and the entity.
 *
 * @param resource - absent: at all, as for platform privileges
 */
export async function holds(
  product: TestProduct,
  subject: string,
  privilege: string,
  resource?: string,
): Promise<boolean> {
  const query = new URLSearchParams({
    subject,
    privilege,
    ...(resource && { resource }),
  });
  const { status, body } = await product.get('service', `/v1/explain?${query}`);
  if (status !== 200) {
    throw new Error(`Expected an answer, got ${status}: ${body.error?.code}`);
  }
  return body.allowed;
}
