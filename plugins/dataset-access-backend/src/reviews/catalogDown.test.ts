import { ApiContract } from '../__testUtils__/ApiContract';
import { grantedAccess } from '../__testUtils__/grants';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { DRAFT, startReview } from '../__testUtils__/reviews';
import { ANA, ROOT, superusers } from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';
import type { reviewCases } from '../__testUtils__/contractReviews';
import type { Response } from 'supertest';

const contract = new ApiContract();

const calls: Record<
  keyof typeof reviewCases,
  (product: TestProduct, path: string, grant: string) => PromiseLike<Response>
> = {
  listReviews: product => product.get(ROOT, '/v1/reviews'),
  startReview: product => product.post(ROOT, '/v1/reviews', DRAFT),
  previewReview: product => product.post(ROOT, '/v1/reviews/preview', {}),
  getReview: (product, path) => product.get(ROOT, path),
  listReviewItems: (product, path) => product.get(ROOT, `${path}/items`),
  decideReviewItems: (product, path, grant) =>
    product.post(ROOT, `${path}/decisions`, {
      decision: 'revoke',
      grants: [grant],
    }),
  closeReview: (product, path) => product.post(ROOT, `${path}/close`),
  exportReview: (product, path) => product.get(ROOT, `${path}/export`),
};

onBothDatabases('access reviews while the catalog is down', start => {
  it.each(Object.keys(calls) as Array<keyof typeof calls>)(
    'answer %s as described, and change nothing',
    async operation => {
      const product = await start({ config: { superusers } });
      const grant = await grantedAccess(product, ANA);
      const { id } = await startReview(product);
      product.catalog.failure = new Error('connect ECONNREFUSED');

      const answer = await calls[operation](
        product,
        `/v1/reviews/${id}`,
        grant,
      );

      expect(answer.status).toBe(503);
      expect(await contract.differences(operation, answer)).toEqual([]);
      const open = { id, state: 'open' };
      expect(await product.knex('access_reviews')).toMatchObject([open]);
    },
  );

  it('ask nobody and close nothing by mistake, and go on when it is back', async () => {
    const product = await start({ config: { superusers } });
    await grantedAccess(product, ANA);
    const { id } = await startReview(product);
    await product.deliver();
    const before = await product.knex('access_review_parties');
    product.clock.advance('P7D');
    product.catalog.failure = new Error('connect ECONNREFUSED');
    await product.access.reviewSweep.run();
    await product.access.reviewSweep.follow();
    expect(await product.knex('access_review_parties')).toEqual(before);
    product.notifications.clear();
    product.catalog.failure = undefined;

    await product.access.reviewSweep.run();
    await product.deliver();

    expect(
      product.notifications
        .rows()
        .filter(({ scope }) => scope === `review:${id}`),
    ).toHaveLength(4);
  });
});
