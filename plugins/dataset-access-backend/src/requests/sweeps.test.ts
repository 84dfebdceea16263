import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  CLEO,
  DAN,
  EVE,
  MONA,
  ORDERS,
  PRODUCTS,
  smallWorld,
} from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';

const types = async (product: TestProduct, id: string) =>
  (await product.request(ANA, id)).history.map(({ type }) => type);

onBothDatabases('requests that are due', start => {
  it('expire when nobody decided, and everybody hears of it', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS, { beneficiaries: [MONA] });
    await product.deliver();
    product.clock.advance('P29DT23H59M');
    await product.access.due.run();
    expect(await product.request(ANA, id)).toMatchObject({ status: 'pending' });

    product.clock.advance('PT1M');
    await product.access.due.run();
    await product.deliver();

    expect(await product.request(ANA, id)).toMatchObject({ status: 'expired' });
    expect(product.notifications.rows(ANA)).toMatchObject([
      { title: 'Expired: access to Customer orders' },
    ]);
    expect(product.notifications.rows(MONA)).toHaveLength(1);
    expect(product.notifications.rows(BOB)).toMatchObject([
      { title: 'Nothing left to decide: access to Customer orders' },
    ]);
  });

  it('remind approvers at the configured times, once each', async () => {
    const product = await start({
      config: { requests: { reminders: ['P2D', { days: 7 }] } },
    });
    const id = await product.file(ANA, ORDERS);
    await product.deliver();

    const remindersAfter = async (duration: string) => {
      product.clock.advance(duration);
      await product.access.due.run();
      await product.access.due.run();
      await product.deliver();
      return (await types(product, id)).filter(type => type === 'reminded')
        .length;
    };

    expect(await remindersAfter('P1D')).toBe(0);
    expect(await remindersAfter('P1D')).toBe(1);
    expect(product.notifications.rows(BOB)).toMatchObject([
      {
        title:
          'Still waiting for you: Ana Analyst asks for read-only access to Customer orders',
      },
    ]);
    expect(await remindersAfter('P4D')).toBe(1);
    expect(await remindersAfter('P1D')).toBe(2);
    expect(await remindersAfter('P20D')).toBe(2);
  });

  it('send one reminder after a long pause, not one per missed date', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);
    product.clock.advance('P12D');

    await product.access.due.run();

    expect(await types(product, id)).toEqual(['filed', 'reminded']);
  });

  it('let one that cannot be written stop no other', async () => {
    const product = await start();
    const broken = await product.file(ANA, ORDERS);
    const fine = await product.file(EVE, ORDERS);
    // the next event of this request already exists, as after tampering
    await product.knex('audit_events').insert({
      ...(await product
        .knex('audit_events')
        .first()
        .where({ subject_id: broken })),
      seq: 2,
    });
    product.clock.advance('P31D');

    await product.access.due.run();

    expect(await product.request(EVE, fine)).toMatchObject({
      status: 'expired',
    });
  });
});

onBothDatabases('requests whose catalog changed', start => {
  it('go to the new approver; old and new ones are told', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);
    await product.deliver();
    product.catalog.put({
      ...product.catalog.get(ORDERS),
      labels: { 'data-registry/override-approver': 'marketing' },
    });

    await product.access.followCatalog.run();
    await product.deliver();

    const { body: inbox } = await product.get(MONA, '/v1/requests?view=inbox');
    expect(inbox.items).toMatchObject([
      { id, approvers: [{ ref: 'group:default/marketing' }] },
    ]);
    const { body: old } = await product.get(BOB, '/v1/requests?view=inbox');
    expect(old.items).toEqual([]);
    expect(product.notifications.rows(MONA)).toMatchObject([
      { title: 'Ana Analyst asks for read-only access to Customer orders' },
    ]);
    expect(product.notifications.rows(BOB)).toMatchObject([
      {
        title: 'No longer yours to decide: access to Customer orders',
        description: 'The request of Ana Analyst is now with Marketing.',
      },
    ]);
    expect((await product.request(ANA, id)).history).toMatchObject([
      { type: 'filed' },
      {
        type: 'approver-changed',
        facts: {
          from: [{ ref: 'group:default/stewards', via: 'override-group' }],
          to: [{ ref: 'group:default/marketing', via: 'override-group' }],
        },
      },
    ]);
  });

  it('say so when nobody is left to decide, and find their way back', async () => {
    const product = await start();
    const id = await product.file(ANA, PRODUCTS);
    product.catalog.put({ ref: DAN, memberOf: [] });

    await product.access.followCatalog.run();
    await product.access.followCatalog.run();
    await product.deliver();
    expect(await types(product, id)).toEqual(['filed', 'approver-lost']);
    expect(await product.request(ANA, id)).toMatchObject({ approvers: [] });
    expect(product.notifications.rows(ANA)).toHaveLength(1);

    product.catalog.put({ ref: EVE, memberOf: ['sales'] });
    await product.access.followCatalog.run();
    expect(await types(product, id)).toEqual([
      'filed',
      'approver-lost',
      'approver-changed',
    ]);
  });

  it('keep their history short when nothing changed', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);

    await product.access.followCatalog.run();
    await product.access.followCatalog.run();

    expect(await types(product, id)).toEqual(['filed']);
  });

  it('wait for a dataset that is gone for a while, and are cancelled when it stays away', async () => {
    const product = await start({
      config: { requests: { missingGrace: 'PT1H' } },
    });
    const id = await product.file(ANA, ORDERS);
    const orders = product.catalog.get(ORDERS);
    const sweepAfter = async (duration: string) => {
      product.clock.advance(duration);
      await product.access.followCatalog.run();
      return (await product.request(ANA, id)).status;
    };

    product.catalog.remove(ORDERS);
    expect(await sweepAfter('PT0S')).toBe('pending');
    expect(await sweepAfter('PT59M')).toBe('pending');
    product.catalog.put(orders);
    expect(await sweepAfter('PT1M')).toBe('pending');
    product.catalog.remove(ORDERS);
    expect(await sweepAfter('PT1M')).toBe('pending');
    expect(await sweepAfter('PT1H')).toBe('cancelled');

    // a tombstone remains, and can be read (P-16)
    expect(await product.request(ANA, id)).toMatchObject({
      dataset: { title: 'Customer orders' },
      closedBecause: 'dataset-gone',
    });
    await product.deliver();
    expect(product.notifications.rows(ANA)).toMatchObject([
      { title: 'Cancelled: access to Customer orders' },
    ]);
  });

  it.each([
    ['dataset', ORDERS, 'dataset-recreated'],
    ['beneficiary', MONA, 'beneficiary-recreated'],
  ] as const)(
    'are cancelled at once when the %s is another one now',
    async (_, ref, reason) => {
      const product = await start();
      const id = await product.file(ANA, ORDERS, { beneficiaries: [MONA] });
      product.catalog.put({ ...product.catalog.get(ref), uid: 'recreated' });

      await product.access.followCatalog.run();

      expect(await product.request(ANA, id)).toMatchObject({
        status: 'cancelled',
        closedBecause: reason,
      });
    },
  );

  it('are not cancelled in masses by a catalog that lost everything', async () => {
    const product = await start({
      config: { requests: { missingGrace: 'PT1H' } },
    });
    const people = smallWorld.filter(({ ref }) => ref.startsWith('user:'));
    const ids = await Promise.all(
      people.flatMap(({ ref }) => [
        product.submit(ANA, { dataset: ORDERS, beneficiaries: [ref] }),
        product.submit(EVE, { dataset: PRODUCTS, beneficiaries: [ref] }),
      ]),
    );
    product.catalog.remove(ORDERS);
    product.catalog.remove(PRODUCTS);
    await product.access.followCatalog.run();
    product.clock.advance('P1D');

    await product.access.followCatalog.run();

    const { body } = await product.get(
      'service',
      '/v1/requests?status=cancelled',
    );
    expect(ids.length).toBeGreaterThan(10);
    expect(body.items).toEqual([]);
  });

  it('are left alone while the catalog is down', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);
    product.catalog.failure = new Error('down');

    await expect(product.access.followCatalog.run()).rejects.toMatchObject({
      code: 'CATALOG_UNAVAILABLE',
    });

    product.catalog.failure = undefined;
    expect(await types(product, id)).toEqual(['filed']);
  });

  it('follow a change of owner in what the owner may read', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);
    product.catalog.put({
      ...product.catalog.get(ORDERS),
      owners: ['group:default/marketing'],
    });
    await product.access.followCatalog.run();

    const asNew = await product.get(MONA, `/v1/requests/${id}`);
    const asOld = await product.get(DAN, `/v1/requests/${id}`);

    expect([asNew.status, asOld.status]).toEqual([200, 404]);
    expect((await product.get(CLEO, `/v1/requests/${id}`)).status).toBe(200);
  });
});
