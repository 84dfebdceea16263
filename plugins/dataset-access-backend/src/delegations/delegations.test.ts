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
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import type { Caller, TestProduct } from '../__testUtils__/TestProduct';

const ENDS = '2030-01-22T09:00:00.000Z';

function delegate(
  product: TestProduct,
  caller: Caller,
  draft: object = {},
): ReturnType<TestProduct['post']> {
  return product.post(caller, '/v1/delegations', {
    delegate: EVE,
    endsAt: ENDS,
    ...draft,
  });
}

const approve = (product: TestProduct, caller: Caller, id: string) =>
  product.post(caller, `/v1/requests/${id}/decision`, { decision: 'approve' });

onBothDatabases('while an approver is away', start => {
  const away = async (draft: object = {}) => {
    const product = await start({ config: { superusers } });
    const { status, body } = await delegate(product, DAN, draft);
    expect(status).toBe(201);
    return { product, id: body.id as string };
  };

  it('somebody else is told, finds it in the inbox, decides, and is named', async () => {
    const { product } = await away();
    const id = await product.file(ANA, PRODUCTS);
    await product.deliver();

    const { body: inbox } = await product.get(EVE, '/v1/requests?view=inbox');
    const { body: counts } = await product.get(EVE, '/v1/requests/counts');
    const { body } = await approve(product, EVE, id);

    expect(inbox.items).toMatchObject([{ id }]);
    expect(counts.inbox).toBe(1);
    expect(product.notifications.rows(EVE).map(({ title }) => title)).toContain(
      'Ana Analyst asks for read-only access to Products',
    );
    expect(body).toMatchObject({
      status: 'approved',
      decision: { by: EVE, onBehalfOf: DAN },
    });
    expect(body.history).toContainEqual(
      expect.objectContaining({
        type: 'approved',
        actor: EVE,
        facts: expect.objectContaining({ onBehalfOf: DAN }),
      }),
    );
  });

  it('the one who is away still decides himself', async () => {
    const { product } = await away();
    const id = await product.file(ANA, PRODUCTS);

    const { body } = await approve(product, DAN, id);

    expect(body.decision).toMatchObject({ by: DAN });
    expect(body.decision.onBehalfOf).toBeUndefined();
  });

  it('whoever may decide anyway does it in his own name', async () => {
    const product = await start();
    await delegate(product, BOB, { delegate: CLEO });
    const id = await product.file(ANA, ORDERS);

    const { body } = await approve(product, CLEO, id);

    expect(body.decision.onBehalfOf).toBeUndefined();
  });

  it.each<[string, string, (product: TestProduct, id: string) => unknown]>([
    ['not before it begins', 'P1D', () => {}],
    ['not after its end', 'P8D', () => {}],
    [
      'not after it was ended',
      'P3D',
      (product, id) => product.post(DAN, `/v1/delegations/${id}/end`),
    ],
    [
      'not when somebody else has got the name since',
      'P3D',
      product => product.catalog.put({ ref: EVE, uid: 'another' }),
    ],
  ])('%s', async (_, wait, change) => {
    const { product, id: delegation } = await away({
      startsAt: '2030-01-17T09:00:00.000Z',
    });
    const id = await product.file(ANA, PRODUCTS);
    product.clock.advance(wait);
    await change(product, delegation);

    const { status, body } = await approve(product, EVE, id);

    expect([status, body.error.code]).toEqual([404, 'REQUEST_NOT_FOUND']);
  });

  it('nobody decides on what he filed, nor in the place of who filed it', async () => {
    const product = await start();
    await delegate(product, BOB, { delegate: ANA });
    await delegate(product, CLEO, { delegate: EVE });
    const hers = await product.file(ANA, ORDERS);
    const cleos = await product.file(CLEO, ORDERS, { beneficiaries: [MONA] });

    const own = await approve(product, ANA, hers);
    const inHerPlace = await approve(product, EVE, cleos);

    expect(own.body.error.code).toBe('NOT_AN_APPROVER');
    // Eve has Cleo's place only, and Cleo has none here
    expect(inHerPlace.body.error.code).toBe('REQUEST_NOT_FOUND');
  });

  it('goes no further than to the one who was named', async () => {
    const { product } = await away();
    await delegate(product, EVE, { delegate: MONA });
    const id = await product.file(ANA, PRODUCTS);

    const { body } = await approve(product, MONA, id);

    expect(body.error.code).toBe('REQUEST_NOT_FOUND');
  });

  it('one seat is taken once, by either of the two', async () => {
    const product = await start({
      config: { approvers: { steps: [{ by: 'approvers', needed: 2 }] } },
    });
    await delegate(product, BOB, { delegate: EVE });
    const id = await product.file(ANA, ORDERS);

    const first = await approve(product, EVE, id);
    const { version } = first.body;
    const second = await product.post(BOB, `/v1/requests/${id}/decision`, {
      decision: 'approve',
      version,
    });

    expect(first.body).toMatchObject({
      status: 'pending',
      approval: { steps: [{ approvals: [{ by: EVE, onBehalfOf: BOB }] }] },
    });
    expect(second.body.error.code).toBe('ALREADY_APPROVED_BY_YOU');
    expect((await approve(product, CLEO, id)).body.status).toBe('approved');
  });
});

onBothDatabases('a delegation', start => {
  it.each<[string, Caller, object, number, string]>([
    [
      'to a group',
      DAN,
      { delegate: 'group:default/sales' },
      400,
      'UNKNOWN_ACTOR',
    ],
    ['to nobody', DAN, { delegate: 'user:default/gone' }, 400, 'UNKNOWN_ACTOR'],
    ['to oneself', DAN, { delegate: DAN }, 400, 'INVALID_REQUEST'],
    ['of somebody else', DAN, { approver: BOB }, 403, 'FORBIDDEN'],
    [
      'that is over',
      DAN,
      { endsAt: '2030-01-14T09:00:00.000Z' },
      400,
      'BAD_PERIOD',
    ],
    [
      'for years',
      DAN,
      { endsAt: '2031-02-01T09:00:00.000Z' },
      400,
      'BAD_PERIOD',
    ],
    ['by a service', 'service', {}, 403, 'USER_REQUIRED'],
    [
      'by who is not in the catalog',
      'user:default/gone',
      {},
      403,
      'ACTOR_NOT_IN_CATALOG',
    ],
  ])('%s is refused', async (_, caller, draft, status, code) => {
    const product = await start({ config: { superusers } });

    const answer = await delegate(product, caller, draft);

    expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
    expect(await product.knex('delegations')).toEqual([]);
  });

  it('is not agreed while the catalog cannot say who the two are', async () => {
    const product = await start();
    product.catalog.failure = new Error('down');

    const { status, body } = await delegate(product, DAN);

    expect([status, body.error.code]).toEqual([503, 'CATALOG_UNAVAILABLE']);
    expect(await product.knex('delegations')).toEqual([]);
  });

  it('is ended by either of the two also while the catalog is down', async () => {
    const product = await start({ config: { superusers } });
    const { body: made } = await delegate(product, DAN);
    product.catalog.failure = new Error('down');

    const { status } = await product.post(
      EVE,
      `/v1/delegations/${made.id}/end`,
    );

    expect(status).toBe(200);
  });

  it('is arranged by administrators for those who fell ill, and both are told', async () => {
    const product = await start({ config: { superusers } });

    const { status, body } = await delegate(product, ROOT, {
      approver: DAN,
      note: 'On sick leave',
    });
    await product.deliver();

    expect(status).toBe(201);
    expect(body).toMatchObject({
      approver: DAN,
      delegate: EVE,
      createdBy: ROOT,
      startsAt: '2030-01-15T09:00:00.000Z',
      endsAt: ENDS,
      note: 'On sick leave',
    });
    expect(product.notifications.rows(EVE)).toMatchObject([
      {
        title:
          'You decide on access requests in the place of Dan Owner, until Jan 22, 2030',
        description: 'On sick leave',
      },
    ]);
    expect(product.notifications.rows(DAN)).toMatchObject([
      {
        title:
          'Eve decides on access requests in your place, until Jan 22, 2030',
      },
    ]);
  });

  it('is seen by the two, and by administrators, and by nobody else', async () => {
    const product = await start({ config: { superusers } });
    const { body: made } = await delegate(product, DAN);
    const seen = async (caller: Caller, query = '') => {
      const { body } = await product.get(caller, `/v1/delegations${query}`);
      return body.items.map(({ id }: { id: string }) => id);
    };

    expect(await seen(DAN)).toEqual([made.id]);
    expect(await seen(EVE)).toEqual([made.id]);
    expect(await seen(BOB, '?view=all')).toEqual([]);
    expect(await seen(ROOT)).toEqual([]);
    expect(await seen(ROOT, '?view=all')).toEqual([made.id]);
    product.clock.advance('P8D');
    expect(await seen(DAN, '?state=open')).toEqual([]);
    expect(await seen(DAN)).toEqual([made.id]);
  });

  it('is ended once, by either of the two', async () => {
    const product = await start();
    const { body: made } = await delegate(product, DAN);
    const end = (caller: Caller) =>
      product.post(caller, `/v1/delegations/${made.id}/end`);

    const stranger = await end(BOB);
    const both = await Promise.all([end(EVE), end(DAN)]);

    expect(stranger.body.error.code).toBe('DELEGATION_NOT_FOUND');
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const history = await product.knex('audit_events').where({
      subject_type: 'delegation',
    });
    expect(history.map(({ type }) => type)).toEqual([
      'delegation-created',
      'delegation-ended',
    ]);
  });
});
