import type {
  AccessGrantDetail,
  AccessLevel,
  GrantTaskPage,
} from 'backstage-plugin-dataset-access-common';
import type { Test } from 'supertest';
import { DAN } from './smallWorld';
import type { Caller, TestProduct } from './TestProduct';

/** Takes access back, as its owner unless a test says otherwise. */
export function revoke(
  product: TestProduct,
  grantId: string,
  { by = DAN, ...body }: { by?: Caller; version?: number } = {},
): Test {
  return product.post(by, `/v1/grants/${grantId}/revocation`, {
    reason: 'The project is over',
    ...body,
  });
}

export function giveBack(
  product: TestProduct,
  grantId: string,
  { by, ...body }: { by: Caller; version?: number; comment?: string },
): Test {
  return product.post(by, `/v1/grants/${grantId}/return`, body);
}

/** States that the source no longer allows it, as its owner unless a test says otherwise. */
export function confirmRemoval(
  product: TestProduct,
  grantId: string,
  {
    by = DAN,
    ...body
  }: { by?: Caller; version?: number; accessNote?: string } = {},
): Test {
  return product.post(by, `/v1/grants/${grantId}/removal`, body);
}

/** A grant as its owner sees it. */
export async function grantOf(
  product: TestProduct,
  grantId: string,
  by: Caller = DAN,
): Promise<AccessGrantDetail> {
  const { status, body } = await product.get(by, `/v1/grants/${grantId}`);
  if (status !== 200) {
    throw new Error(`Expected a grant, got ${status}`);
  }
  return body;
}

/** What happened to a grant, oldest first. */
export async function eventsOf(
  product: TestProduct,
  grantId: string,
): Promise<string[]> {
  const { history, historyIntact } = await grantOf(product, grantId, 'service');
  if (!historyIntact) {
    throw new Error('The history of the grant is broken');
  }
  return history.map(({ type }) => type);
}

/** What somebody may do with orders at the moment. */
export async function levelOf(
  product: TestProduct,
  user: Caller,
): Promise<AccessLevel | undefined> {
  const { body } = await product.get(
    user,
    '/v1/datasets/resource/default/orders/access',
  );
  return body.access.level;
}

/** What somebody has to do by hand. */
export async function tasksOf(
  product: TestProduct,
  user: Caller,
  query = '',
): Promise<GrantTaskPage> {
  return (await product.get(user, `/v1/tasks${query}`)).body;
}
