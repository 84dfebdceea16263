import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  EVE,
  MONA,
  ORDERS,
  PRODUCTS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';

const roles = [
  ['admin', true],
  ['marketplace-admin', true],
  ['marketplace-provider', false],
  ['marketplace-consumer', false],
  ['editor', false],
] as const;

onBothDatabases('who decides on any request', start => {
  const administered = () => start({ config: { superusers } });
  const decide = async (product: TestProduct, id: string) => {
    const { status, body } = await product.post(
      EVE,
      `/v1/requests/${id}/decision`,
      { decision: 'approve' },
    );
    return body.error?.code ?? status;
  };

  it.each(roles)(
    'is who holds the role %s: %s (S3.9, S3.10)',
    async (role, decides) => {
      const product = await administered();
      const id = await product.file(ANA, ORDERS);
      const before = await decide(product, id);

      const { status } = await product.post(
        ROOT,
        `/v1/roles/${role}/assignments`,
        { subjects: [EVE] },
      );

      expect([before, status]).toEqual(['REQUEST_NOT_FOUND', 200]);
      expect(await decide(product, id)).toBe(
        decides ? 200 : 'REQUEST_NOT_FOUND',
      );
    },
  );

  it('can be said for some datasets only, and is never who would profit', async () => {
    const product = await administered();
    await product.post(ROOT, '/v1/policies', {
      name: 'Eve steps in on orders',
      type: 'metadata',
      privileges: ['dataset-access.request.decide-any'],
      actors: { users: [EVE] },
      resources: [{ field: 'entity', operator: 'equals', values: [ORDERS] }],
    });
    const orders = await product.file(ANA, ORDERS);
    const products = await product.file(ANA, PRODUCTS);
    const ownWish = await product.file(EVE, ORDERS);
    const forHer = await product.file(MONA, ORDERS, {
      beneficiaries: [EVE],
      level: 'editor',
    });

    expect(await decide(product, orders)).toBe(200);
    expect(await decide(product, products)).toBe('REQUEST_NOT_FOUND');
    expect(await decide(product, ownWish)).toBe('SELF_APPROVAL');
    expect(await decide(product, forHer)).toBe('BENEFICIARY_APPROVAL');
  });
});
