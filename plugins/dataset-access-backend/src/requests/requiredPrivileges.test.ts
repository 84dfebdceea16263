import type { JsonObject } from '@backstage/types';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  CLEO,
  FRANK,
  OLGA,
  ORDERS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import type { Caller, TestProduct } from '../__testUtils__/TestProduct';

/** As in a marketplace: who answers for a product and may write in the marketplace approves (S3.9). */
const provider = {
  requiredPrivileges: ['marketplace.editor', 'dataops.editor'],
};

onBothDatabases('an approver who has to hold privileges as well', start => {
  const administered = (config: JsonObject) =>
    start({ config: { superusers, ...config } });
  const provide = async (
    product: TestProduct,
    subject: string,
    way = 'assignments',
  ) => {
    const { status } = await product.post(
      ROOT,
      `/v1/roles/marketplace-provider/${way}`,
      { subjects: [subject] },
    );
    expect(status).toBe(200);
  };
  const decide = async (product: TestProduct, caller: Caller, id: string) => {
    const { status, body } = await product.post(
      caller,
      `/v1/requests/${id}/decision`,
      { decision: 'approve' },
    );
    return body.error?.code ?? status;
  };
  const told = (product: TestProduct, ...users: string[]) =>
    users.filter(user => product.notifications.rows(user).length > 0);
  const page = async (product: TestProduct) => {
    const { body } = await product.get(
      ANA,
      '/v1/datasets/resource/default/orders/access',
    );
    return body;
  };

  it('is told and decides while he does, and nobody else of his group (S3.9, S3.10)', async () => {
    const product = await administered({ approvers: provider });
    await provide(product, BOB);
    await provide(product, ANA); // holds them and is no approver
    const id = await product.file(ANA, ORDERS);
    const again = await product.file(ANA, ORDERS, { level: 'editor' });
    await product.deliver();

    expect(told(product, BOB, CLEO, FRANK)).toEqual([BOB]);
    expect(await decide(product, CLEO, id)).toBe('NOT_AN_APPROVER');
    expect(await decide(product, BOB, id)).toBe(200);
    await provide(product, BOB, 'removals');
    expect(await decide(product, BOB, again)).toBe('NOT_AN_APPROVER');
  });

  it('leaves nobody to ask when no approver holds them, and the page says so', async () => {
    const product = await administered({ approvers: provider });

    const { request } = await page(product);
    const { outcomes } = await product.submit(ANA, { dataset: ORDERS });

    expect(request).toMatchObject({
      allowed: false,
      code: 'NO_ELIGIBLE_APPROVER',
    });
    expect(outcomes).toMatchObject([
      { outcome: 'refused', code: 'NO_ELIGIBLE_APPROVER' },
    ]);
    await provide(product, 'group:default/stewards');
    expect((await page(product)).request).toEqual({ allowed: true });
  });

  it('is stood in for by the escalation approvers', async () => {
    const product = await administered({
      approvers: { ...provider, escalation: [OLGA] },
    });

    const id = await product.file(ANA, ORDERS);

    expect((await page(product)).approvers).toEqual([
      { ref: OLGA, via: 'escalation' },
    ]);
    expect(await decide(product, BOB, id)).toBe('REQUEST_NOT_FOUND');
    expect(await decide(product, OLGA, id)).toBe(200);
  });

  it('needs them only where the configuration says so', async () => {
    const product = await administered({
      overrides: [{ dataset: 'api:default/products', approvers: provider }],
    });

    const id = await product.file(ANA, ORDERS);
    const { outcomes } = await product.submit(ANA, {
      dataset: 'api:default/products',
    });

    expect(await decide(product, BOB, id)).toBe(200);
    expect(outcomes).toMatchObject([{ code: 'NO_ELIGIBLE_APPROVER' }]);
  });
});
