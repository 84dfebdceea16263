import type {
  PolicyDraft,
  Responsibility,
} from 'backstage-plugin-dataset-access-common';
import { EVE, ORDERS, ROOT } from './smallWorld';
import type { Caller, TestProduct } from './TestProduct';

/** What data stewards may do with what they are responsible for. */
export const EDITS = 'metadata.edit-description';

export const stewardPolicy: PolicyDraft = {
  name: 'Data stewards edit descriptions',
  type: 'metadata',
  privileges: [EDITS],
  actors: { responsibilities: ['data-steward'] },
};

/** Eve as data steward of the orders, from now on and without an end, but for what a test says. */
export const stewardship = {
  role: 'data-steward',
  subject: EVE,
  resource: ORDERS,
};

export async function letStewardsEdit(product: TestProduct): Promise<void> {
  await product.post(ROOT, '/v1/policies', stewardPolicy);
}

/** @param draft - what is different from {@link stewardship} */
export async function makeResponsible(
  product: TestProduct,
  by: Caller,
  draft: object = {},
): Promise<Responsibility> {
  const { status, body } = await product.post(by, '/v1/responsibilities', {
    ...stewardship,
    ...draft,
  });
  if (status !== 201) {
    throw new Error(`Expected a responsibility: ${JSON.stringify(body.error)}`);
  }
  return body;
}
