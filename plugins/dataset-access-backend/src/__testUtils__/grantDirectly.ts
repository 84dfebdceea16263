import type { AccessLevel } from 'backstage-plugin-dataset-access-common';
import { DAN } from './airlineWorld';
import type { Caller, TestProduct } from './TestProduct';

/** Lets somebody ask for a dataset of the airline world, its owner approve, and the access exist. */
export async function grantDirectly(
  product: TestProduct,
  requester: Caller,
  dataset: string,
  level: AccessLevel,
): Promise<void> {
  const id = await product.file(requester, dataset, { level });
  const { status, text } = await product.post(
    DAN,
    `/v1/requests/${id}/decision`,
    { decision: 'approve', granted: true },
  );
  if (status !== 200) {
    throw new Error(`Expected an approval, got ${status}: ${text}`);
  }
}
