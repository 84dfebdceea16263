import {
  eventsOf,
  giveBack,
  grantOf,
  levelOf,
  revoke,
} from '../__testUtils__/grantLife';
import { approvedAccess, grantedAccess } from '../__testUtils__/grants';
import { MemorySource } from '../__testUtils__/MemorySource';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { ANA, BOB, ORDERS, smallWorld } from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';

const follow = async (product: TestProduct) => {
  await product.access.grantLife.follow.run();
  await product.deliver();
};
const stateOf = async (product: TestProduct, id: string) =>
  (await grantOf(product, id, 'service')).state;

/** What becomes of the dataset or the subject, and why the grant is suspended then. */
const losses: Array<[string, string, string | undefined, string]> = [
  ['the dataset is gone', ORDERS, undefined, 'dataset-gone'],
  ['the dataset is another one', ORDERS, 'another', 'dataset-recreated'],
  ['the subject is gone', ANA, undefined, 'subject-gone'],
  ['the subject is another one', ANA, 'another', 'subject-recreated'],
];

onBothDatabases('access of which the catalog has lost a part', start => {
  it.each(losses)(
    'is suspended when %s, and resumed when it is back, with the same end',
    async (_, ref, uid, because) => {
      const product = await start();
      const id = await grantedAccess(product, ANA);
      const before = product.catalog.get(ref);
      // entities vanish for a while when they move
      const inBetween: string[] = [];
      if (uid) {
        product.catalog.put({ ...before, uid });
      } else {
        product.catalog.remove(ref);
        await follow(product);
        product.clock.advance('PT59M');
        await follow(product);
        inBetween.push(await stateOf(product, id));
        product.clock.advance('PT1M');
      }

      await follow(product);
      await follow(product);

      expect(inBetween).toEqual(uid ? [] : ['active']);
      expect(await stateOf(product, id)).toBe('suspended');
      const { history } = await grantOf(product, id, 'service');
      expect(history.at(-1)).toMatchObject({
        type: 'grant-suspended',
        facts: { because },
      });

      product.clock.advance('P3D');
      product.catalog.put(before);
      await follow(product);
      await follow(product);

      expect(await grantOf(product, id)).toMatchObject({
        state: 'active',
        activatedAt: '2030-01-15T09:00:00.000Z',
        expiresAt: '2030-02-14T09:00:00.000Z',
        historyIntact: true,
      });
      expect(await levelOf(product, ANA)).toBe('read-only');
      expect((await eventsOf(product, id)).slice(2)).toEqual([
        'grant-suspended',
        'grant-resumed',
      ]);
    },
  );

  it('is not suspended for one that vanished twice for a short time', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA);
    const orders = product.catalog.get(ORDERS);
    for (let time = 0; time < 2; time++) {
      product.catalog.remove(ORDERS);
      await follow(product);
      product.clock.advance('PT40M');
      product.catalog.put(orders);
      await follow(product);
    }

    expect(await stateOf(product, id)).toBe('active');
  });

  it('is the business of nobody while the catalog cannot be read', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA);
    product.catalog.failure = new Error('connect ECONNREFUSED');

    await expect(follow(product)).rejects.toMatchObject({
      code: 'CATALOG_UNAVAILABLE',
    });

    product.catalog.failure = undefined;
    expect(await stateOf(product, id)).toBe('active');
  });

  it('waits to be granted again after it is back, when it never was there', async () => {
    const product = await start();
    const id = await approvedAccess(product, ANA);
    const ana = product.catalog.get(ANA);
    product.catalog.put({ ...ana, uid: 'another' });
    await follow(product);
    expect(await stateOf(product, id)).toBe('suspended');
    product.catalog.put(ana);
    await follow(product);

    expect(await stateOf(product, id)).toBe('awaiting-provisioning');
  });

  it('expires while it is suspended, and then stays over', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA);
    const ana = product.catalog.get(ANA);
    product.catalog.put({ ...ana, uid: 'another' });
    await follow(product);
    product.clock.advance('P31D');

    await product.access.grantLife.sweep.run();
    product.catalog.put(ana);
    await follow(product);

    expect(await grantOf(product, id)).toMatchObject({
      state: 'expired',
      endReason: 'expired',
      endedAt: '2030-02-14T09:00:00.000Z',
    });
    expect(await levelOf(product, ANA)).toBeUndefined();
  });

  it('can be revoked while it is suspended, and does not come back then', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA);
    const ana = product.catalog.get(ANA);
    product.catalog.put({ ...ana, uid: 'another' });
    await follow(product);

    expect((await revoke(product, id)).status).toBe(200);
    product.catalog.put(ana);
    await follow(product);

    expect(await stateOf(product, id)).toBe('revoking');
    const again = await giveBack(product, id, { by: ANA });
    expect(again.body.error.code).toBe('GRANT_ENDED');
  });

  it('is taken back in the source, and given again when it is back', async () => {
    const source = new MemorySource([ORDERS]);
    const product = await start({ connectors: [source] });
    const id = await approvedAccess(product, ANA);
    const { expiresAt } = await grantOf(product, id);
    const ana = product.catalog.get(ANA);
    product.catalog.put({ ...ana, uid: 'another' });

    await follow(product);

    expect(source.given(ORDERS)).toEqual([]);
    product.clock.advance('P3D');
    product.catalog.put(ana);
    await follow(product);

    expect(source.given(ORDERS)).toEqual([`${ANA}: read-only`]);
    // the time while it was away is not given back
    expect(await grantOf(product, id)).toMatchObject({
      state: 'active',
      expiresAt,
      historyIntact: true,
    });
  });

  it('is left alone when the catalog has lost much at once', async () => {
    const crowd = Array.from({ length: 12 }, (_, index) => ({
      ref: `user:default/member-${index}`,
    }));
    const product = await start({ world: [...smallWorld, ...crowd] });
    const ids: string[] = [];
    for (const { ref } of crowd) {
      const request = await product.file(BOB, ORDERS, { beneficiaries: [ref] });
      const { body } = await product.post(
        'user:default/cleo',
        `/v1/requests/${request}/decision`,
        { decision: 'approve', granted: true },
      );
      ids.push(body.grant.id);
    }
    const before = crowd.map(({ ref }) => product.catalog.get(ref));
    crowd.forEach(({ ref }) => product.catalog.put({ ref, uid: `new-${ref}` }));
    const states = () => Promise.all(ids.map(id => stateOf(product, id)));

    await follow(product);
    expect(await states()).toEqual(Array(12).fill('active'));

    // most of them were a mistake; three people really are others
    before.slice(3).forEach(entity => product.catalog.put(entity));
    await follow(product);
    expect(await states()).toEqual([
      ...Array(3).fill('suspended'),
      ...Array(9).fill('active'),
    ]);
  });
});
