import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { ANA, BOB, DAN, MONA, ORDERS } from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';

const config = { history: { eraseTextsAfter: 'P1Y' } };

const decide = (product: TestProduct, id: string, decision: object) =>
  product.post(BOB, `/v1/requests/${id}/decision`, decision);

/** A request that was denied, one whose access was revoked, one that has access, and one that waits. */
async function history(product: TestProduct) {
  const denied = await product.file(ANA, ORDERS);
  await decide(product, denied, { decision: 'deny', comment: 'Not this one' });
  const over = await product.file(ANA, ORDERS);
  const { body } = await decide(product, over, {
    decision: 'approve',
    granted: true,
    accessNote: 'Role READER',
  });
  await product.post(DAN, `/v1/grants/${body.grant.id}/revocation`, {
    reason: 'Over and done',
  });
  await product.post(DAN, `/v1/grants/${body.grant.id}/removal`, {});
  const living = await product.file(MONA, ORDERS, { duration: 'P9Y' });
  await decide(product, living, {
    decision: 'approve',
    granted: true,
    accessNote: 'Role READER',
  });
  return { denied, over, living };
}

onBothDatabases('texts of the history', start => {
  it('are erased at the configured age, where everything is over', async () => {
    const product = await start({ config });
    const { denied, over, living } = await history(product);
    product.clock.advance('P1Y');
    product.clock.advance('PT1S');

    await product.access.eraseOldTexts.run();

    for (const id of [denied, over]) {
      const request = await product.request(DAN, id);
      expect(request.reason).toBeUndefined();
      expect(request.historyIntact).toBe(true);
      expect(request.history.filter(({ text }) => text)).toEqual([]);
      // who did what stays
      expect(request.history[0]).toMatchObject({ type: 'filed', actor: ANA });
    }
    const ended = await product.request(DAN, over);
    expect(ended.grant?.accessNote).toBeUndefined();
    const kept = await product.request(DAN, living);
    expect(kept.reason).toBe('Needed for the quarterly report');
    expect(kept.grant?.accessNote).toBe('Role READER');
  });

  it('stay while a request waits, however long', async () => {
    const product = await start({ config });
    const id = await product.file(ANA, ORDERS);
    product.clock.advance('P3Y');

    await product.access.eraseOldTexts.run();

    expect((await product.request(ANA, id)).reason).toBeDefined();
  });

  it.each([
    ['before they are that old', config, 'P11M'],
    ['for ever where nothing is configured', {}, 'P30Y'],
  ])('stay %s', async (_, configured, time) => {
    const product = await start({ config: configured });
    const { denied } = await history(product);
    product.clock.advance(time);

    await product.access.eraseOldTexts.run();

    const { decision, reason } = await product.request(ANA, denied);
    expect([reason, decision?.comment]).toEqual([
      'Needed for the quarterly report',
      'Not this one',
    ]);
  });
});
