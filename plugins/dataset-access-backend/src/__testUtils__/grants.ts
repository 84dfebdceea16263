import type { AccessLevel } from 'backstage-plugin-dataset-access-common';
import { BOB, DAN, ORDERS } from './smallWorld';
import type { Caller, TestProduct } from './TestProduct';

/** What a test may want to be different: by default the access is to read orders, for thirty days. */
export interface GrantWish {
  level?: AccessLevel;
  duration?: string;
  beneficiary?: string;
}

/** Lets somebody ask for access to orders and Bob approve it. @returns the id of the grant, which awaits confirmation */
export async function approvedAccess(
  product: TestProduct,
  requester: Caller,
  { level = 'read-only', duration, beneficiary = requester }: GrantWish = {},
): Promise<string> {
  const id = await product.file(requester, ORDERS, {
    beneficiaries: [beneficiary],
    level,
    duration: duration ?? 'P30D',
  });
  const { body } = await product.post(BOB, `/v1/requests/${id}/decision`, {
    decision: 'approve',
  });
  await product.deliver();
  return body.grant.id;
}

/** As {@link approvedAccess}, and confirmed by the owner: from now on it is there. */
export async function grantedAccess(
  product: TestProduct,
  requester: Caller,
  wish?: GrantWish,
): Promise<string> {
  const id = await approvedAccess(product, requester, wish);
  const { status } = await product.post(
    DAN,
    `/v1/grants/${id}/confirmation`,
    {},
  );
  if (status !== 200) {
    throw new Error(`Expected a confirmed grant, got ${status}`);
  }
  await product.deliver();
  return id;
}
