import type {
  AccessRequest,
  AccessRequestPage,
} from 'backstage-plugin-dataset-access-common';
import fc from 'fast-check';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  DAN,
  DIARY,
  EVE,
  FRANK,
  MONA,
  ORDERS,
  PRODUCTS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';

type Caller = Parameters<TestProduct['post']>[0];

async function list(
  product: TestProduct,
  caller: Caller,
  query: Record<string, string | number>,
): Promise<AccessRequestPage> {
  const text = new URLSearchParams(
    Object.entries(query).map(([key, value]) => [key, String(value)]),
  );
  const { status, body } = await product.get(caller, `/v1/requests?${text}`);
  expect([status, body.error]).toEqual([200, undefined]);
  return body;
}

const ids = (page: AccessRequestPage) => page.items.map(({ id }) => id);

onBothDatabases('lists of requests', start => {
  it('show everybody what they have to do with', async () => {
    const product = await start({ config: { superusers } });
    const forMona = await product.file(ANA, ORDERS, { beneficiaries: [MONA] });
    const forGroup = await product.file(EVE, PRODUCTS, {
      beneficiaries: ['group:default/marketing'],
    });
    const byBob = await product.file(BOB, ORDERS);

    const seen = async (caller: Caller, view: string) =>
      ids(await list(product, caller, { view, sort: 'created' }));

    expect(await seen(ANA, 'mine')).toEqual([forMona]);
    expect(await seen(ANA, 'all')).toEqual([forMona]);
    expect((await seen(MONA, 'mine')).sort()).toEqual(
      [forMona, forGroup].sort(),
    );
    expect(await seen(FRANK, 'inbox')).toEqual(
      expect.arrayContaining([forMona, byBob]),
    );
    // what one may not decide on is not in one's inbox
    expect(await seen(BOB, 'inbox')).toEqual([forMona]);
    expect(await seen(DAN, 'inbox')).toEqual([forGroup]);
    // the owner follows what an override took from him
    expect((await seen(DAN, 'all')).sort()).toEqual(
      [forMona, forGroup, byBob].sort(),
    );
    expect((await seen(ROOT, 'all')).sort()).toEqual(
      [forMona, forGroup, byBob].sort(),
    );
    expect((await seen('service', 'all')).sort()).toEqual(
      [forMona, forGroup, byBob].sort(),
    );
    expect(await seen('user:default/stranger', 'all')).toEqual([]);
  });

  it('agree with reading one request, for everybody', async () => {
    const product = await start({ config: { superusers } });
    const all = [
      await product.file(ANA, ORDERS, { beneficiaries: [MONA] }),
      await product.file(EVE, PRODUCTS, {
        beneficiaries: ['group:default/marketing'],
      }),
      await product.file(BOB, DIARY),
    ];

    for (const caller of [ANA, BOB, DAN, EVE, FRANK, MONA, ROOT] as Caller[]) {
      const listed = new Set(ids(await list(product, caller, { view: 'all' })));
      for (const id of all) {
        const { status } = await product.get(caller, `/v1/requests/${id}`);
        expect([caller, status]).toEqual([caller, listed.has(id) ? 200 : 404]);
      }
    }
  });

  it('filter by state, dataset, level, source, batch and text', async () => {
    const product = await start();
    const orders = await product.file(ANA, ORDERS, { level: 'editor' });
    product.clock.advance('PT1M');
    const products = await product.file(ANA, PRODUCTS);
    product.clock.advance('PT1M');
    const denied = await product.file(ANA, ORDERS, { beneficiaries: [MONA] });
    await product.post(BOB, `/v1/requests/${denied}/decision`, {
      decision: 'deny',
    });
    const { batchId } = await product.request(ANA, products);

    const found = async (query: Record<string, string>) =>
      ids(
        await list(product, ANA, { view: 'mine', sort: 'created', ...query }),
      );

    expect(await found({ status: 'pending' })).toEqual([orders, products]);
    expect(await found({ status: 'denied,expired' })).toEqual([denied]);
    expect(await found({ status: 'pending,denied' })).toEqual([
      orders,
      products,
      denied,
    ]);
    expect(await found({ dataset: 'Resource:orders' })).toEqual([
      orders,
      denied,
    ]);
    expect(await found({ level: 'editor' })).toEqual([orders]);
    expect(await found({ source: 'BigQuery' })).toEqual([products]);
    expect(await found({ batch: batchId.toUpperCase() })).toEqual([products]);
    expect(await found({ q: 'CUSTOMER' })).toEqual([orders, denied]);
    expect(await found({ q: 'mona' })).toEqual([denied]);
    expect(await found({ q: '%' })).toEqual([]);
    expect(await found({ q: 'customer', status: 'pending' })).toEqual([orders]);
  });

  it('sort by time and by dataset, both ways', async () => {
    const product = await start();
    const orders = await product.file(ANA, ORDERS);
    product.clock.advance('PT1M');
    const products = await product.file(ANA, PRODUCTS);
    product.clock.advance('PT1M');
    const diary = await product.file(ANA, DIARY);

    const sorted = async (sort: string) =>
      ids(await list(product, ANA, { view: 'mine', sort }));

    expect(await sorted('created')).toEqual([orders, products, diary]);
    expect(await sorted('-created')).toEqual([diary, products, orders]);
    expect(await sorted('dataset')).toEqual([products, diary, orders]);
    expect(await sorted('-dataset')).toEqual([orders, diary, products]);
  });

  it('page forwards and backwards without gaps or repeats, in every order', async () => {
    const product = await start({
      config: { requests: { maxBeneficiaries: 100 } },
    });
    // many requests of one instant, so that only the id tells them apart
    const people = Array.from({ length: 23 }, (_, index) => {
      const ref = `user:default/person-${index}` as const;
      product.catalog.put({ ref });
      return ref;
    });
    await product.submit(ANA, { dataset: ORDERS, beneficiaries: people });
    product.clock.advance('PT1S');
    await product.submit(ANA, {
      dataset: PRODUCTS,
      beneficiaries: people.slice(0, 9),
    });

    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('created', '-created', 'dataset', '-dataset'),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('mine', 'all'),
        async (sort, limit, view) => {
          const whole = await list(product, ANA, { view, sort, limit: 100 });
          const pages: AccessRequestPage[] = [];
          let cursor: string | undefined;
          do {
            const page = await list(product, ANA, {
              ...{ view, sort, limit },
              ...(cursor && { cursor }),
            });
            pages.push(page);
            cursor = page.nextCursor;
          } while (cursor);
          expect(pages.flatMap(ids)).toEqual(ids(whole));
          expect(pages[0].prevCursor).toBeUndefined();
          for (let index = pages.length - 1; index > 0; index--) {
            const before = await list(product, ANA, {
              ...{ view, sort, limit },
              cursor: pages[index].prevCursor!,
            });
            expect(ids(before)).toEqual(ids(pages[index - 1]));
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('give the same answer to somebody in very many groups', async () => {
    const product = await start();
    const groups = Array.from({ length: 150 }, (_, index) => `team-${index}`);
    groups.forEach(name =>
      product.catalog.put({ ref: `group:default/${name}` }),
    );
    product.catalog.put({ ref: 'user:default/zoe', memberOf: groups });
    const { outcomes } = await product.submit(ANA, {
      dataset: ORDERS,
      beneficiaries: ['group:default/team-3', 'group:default/team-149'],
    });

    const page = await list(product, 'user:default/zoe', { view: 'mine' });

    expect(ids(page).sort()).toEqual(
      outcomes.map(({ requestId }) => requestId).sort(),
    );
  });

  it('never show less because of what the caller may not see', async () => {
    const product = await start();
    for (let index = 0; index < 6; index++) {
      await product.file(EVE, index % 2 ? DIARY : ORDERS, {
        level: (['read-only', 'editor', 'owner'] as const)[index >> 1],
      });
      product.clock.advance('PT1S');
    }
    const mine = await product.file(ANA, PRODUCTS);

    const { items, nextCursor } = await list(product, ANA, {
      view: 'all',
      limit: 1,
      sort: '-created',
    });

    expect(items.map((one: AccessRequest) => one.id)).toEqual([mine]);
    expect(nextCursor).toBeUndefined();
  });

  it('count what waits', async () => {
    const product = await start();
    await product.submit(ANA, { dataset: ORDERS, beneficiaries: [ANA, MONA] });
    const done = await product.file(EVE, ORDERS);
    await product.post(BOB, `/v1/requests/${done}/decision`, {
      decision: 'deny',
    });
    await product.file(BOB, ORDERS);

    const counts = async (caller: Caller) =>
      (await product.get(caller, '/v1/requests/counts')).body;

    expect(await counts(BOB)).toEqual({ inbox: 2, mine: 1, tasks: 0 });
    expect(await counts(FRANK)).toEqual({ inbox: 3, mine: 0, tasks: 0 });
    expect(await counts(ANA)).toEqual({ inbox: 0, mine: 2, tasks: 0 });
    expect(await counts('service')).toEqual({ inbox: 0, mine: 0, tasks: 0 });
  });
});
