import type {
  ReviewDetail,
  ReviewDraft,
  ReviewItem,
} from 'backstage-plugin-dataset-access-common';
import type { GrantWish } from './grants';
import { DAN, ROOT } from './smallWorld';
import type { Caller, TestProduct } from './TestProduct';

/** What is reviewed by default: everything, due in two weeks, and what nobody reviews is revoked. */
export const DRAFT: ReviewDraft = {
  name: 'Spring clean',
  scope: {},
  dueAt: '2030-01-29T09:00:00.000Z',
  unreviewed: 'revoke',
};

/** Starts a review, as a superuser. */
export async function startReview(
  product: TestProduct,
  draft: Partial<ReviewDraft> = {},
): Promise<ReviewDetail> {
  const { status, body } = await product.post(ROOT, '/v1/reviews', {
    ...DRAFT,
    ...draft,
  });
  if (status !== 201) {
    throw new Error(`Expected a review, got ${status}: ${body.error?.code}`);
  }
  return body;
}

export async function reviewOf(
  product: TestProduct,
  id: string,
  by: Caller = ROOT,
): Promise<ReviewDetail> {
  return (await product.get(by, `/v1/reviews/${id}`)).body;
}

export async function itemsOf(
  product: TestProduct,
  id: string,
  by: Caller = ROOT,
  query = '',
): Promise<ReviewItem[]> {
  return (await product.get(by, `/v1/reviews/${id}/items${query}`)).body.items;
}

/** Decides about some grants; answers `ok` or the code for each. */
export async function decideItems(
  product: TestProduct,
  id: string,
  by: Caller,
  decision: 'keep' | 'revoke',
  grants: string[],
  comment?: string,
): Promise<string[]> {
  const { body } = await product.post(by, `/v1/reviews/${id}/decisions`, {
    decision,
    grants,
    comment,
  });
  return (
    body.outcomes?.map(
      ({ ok, code }: { ok: boolean; code?: string }) => code ?? `${ok && 'ok'}`,
    ) ?? [body.error.code]
  );
}

/** Access to a dataset of Dan's that Bob does not decide about, as the smaller helpers only know the orders. */
export async function grantedOn(
  product: TestProduct,
  requester: Caller,
  dataset: string,
  { level = 'read-only', beneficiary = requester, ...wish }: GrantWish = {},
): Promise<string> {
  const id = await product.file(requester, dataset, {
    beneficiaries: [beneficiary],
    level,
    ...wish,
  });
  const { body } = await product.post(DAN, `/v1/requests/${id}/decision`, {
    decision: 'approve',
    granted: true,
  });
  await product.deliver();
  return body.grant.id;
}
