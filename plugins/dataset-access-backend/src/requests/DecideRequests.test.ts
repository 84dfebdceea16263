import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  CLEO,
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

function decide(
  product: TestProduct,
  caller: Caller,
  id: string,
  decision: object,
) {
  return product.post(caller, `/v1/requests/${id}/decision`, decision);
}

onBothDatabases('deciding', start => {
  it('approves, and does not claim that the access exists (S0.8, S0.10)', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);

    const { status, body } = await decide(product, BOB, id, {
      decision: 'approve',
      comment: 'Fine for the report',
      version: 1,
    });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'approved',
      version: 2,
      decision: {
        by: BOB,
        outcome: 'approved',
        comment: 'Fine for the report',
        at: '2030-01-15T09:00:00.000Z',
      },
      grant: {
        state: 'awaiting-provisioning',
        subject: ANA,
        level: 'read-only',
        duration: 'P30D',
        grantedBy: BOB,
      },
    });
    expect(body.grant.activatedAt).toBeUndefined();
    const { body: access } = await product.get(
      ANA,
      '/v1/datasets/resource/default/orders/access',
    );
    expect(access.access.level).toBeUndefined();
    expect(access.settingUp).toMatchObject([{ requestId: id }]);
  });

  it('approves with the access already granted, whose clock starts then', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS, { duration: 'P1M' });
    product.clock.advance('P2D');

    const { body } = await decide(product, BOB, id, {
      decision: 'approve',
      granted: true,
      accessNote: 'Role ORDERS_READ in Snowflake',
    });

    expect(body.grant).toMatchObject({
      state: 'active',
      activatedAt: '2030-01-17T09:00:00.000Z',
      expiresAt: '2030-02-17T09:00:00.000Z',
      confirmedBy: BOB,
      accessNote: 'Role ORDERS_READ in Snowflake',
    });
  });

  it('denies, with a comment where it is required', async () => {
    const product = await start({
      config: { requests: { denialNeedsComment: true } },
    });
    const id = await product.file(ANA, ORDERS);

    const bare = await decide(product, BOB, id, { decision: 'deny' });
    const explained = await decide(product, BOB, id, {
      decision: 'deny',
      comment: 'Use the daily extract instead',
    });

    expect(bare.body.error.code).toBe('BAD_REASON');
    expect(explained.body).toMatchObject({
      status: 'denied',
      decision: { comment: 'Use the daily extract instead' },
    });
    expect(explained.body.grant).toBeUndefined();
  });

  it.each([
    ['a lower level', { level: 'read-only' }, { level: 'read-only' }],
    ['a shorter duration', { duration: 'P7D' }, { duration: 'P7D' }],
    ['as asked', {}, { level: 'editor', duration: 'P30D' }],
  ])('approves with %s', async (_, terms, granted) => {
    const product = await start();
    const id = await product.file(ANA, ORDERS, { level: 'editor' });

    const { body } = await decide(product, BOB, id, {
      decision: 'approve',
      ...terms,
    });

    expect(body.grant).toMatchObject(granted);
    expect(body).toMatchObject({ level: 'editor', duration: 'P30D' });
  });

  it.each([
    ['a higher level', { level: 'owner' }, 'WIDER_THAN_REQUESTED'],
    ['a longer duration', { duration: 'P31D' }, 'WIDER_THAN_REQUESTED'],
    ['a negative duration', { duration: 'P-3D' }, 'INVALID_REQUEST'],
    ['an empty duration', { duration: 'P0D' }, 'BAD_DURATION'],
  ])('never approves with %s', async (_, terms, code) => {
    const product = await start();
    const id = await product.file(ANA, ORDERS, { level: 'editor' });

    const { status, body } = await decide(product, BOB, id, {
      decision: 'approve',
      ...terms,
    });

    expect([status, body.error.code]).toEqual([400, code]);
    expect(await product.request(ANA, id)).toMatchObject({ status: 'pending' });
  });

  it('gives an end to access that was asked for without one, if the approver says so', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS, { duration: undefined });

    const { body } = await decide(product, BOB, id, {
      decision: 'approve',
      duration: 'P7D',
    });

    expect(body.grant).toMatchObject({ duration: 'P7D' });
  });

  it('lets any member of the approver group decide, child groups included (S0.20)', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);

    const { body } = await decide(product, FRANK, id, { decision: 'approve' });

    expect(body).toMatchObject({ status: 'approved', decision: { by: FRANK } });
  });

  it('replaces the owner by the override, who keeps reading (S0.18)', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);

    const refused = await decide(product, DAN, id, { decision: 'approve' });

    expect([refused.status, refused.body.error.code]).toEqual([
      403,
      'NOT_AN_APPROVER',
    ]);
    await product.request(DAN, id);
  });

  const ownerToo = { approvers: { ownerMayAlsoDecide: true } };
  it.each([
    ['for all datasets', ownerToo],
    ['for the dataset', { overrides: [{ dataset: ORDERS, ...ownerToo }] }],
  ])('lets the owner decide as well, configured %s', async (_, config) => {
    const product = await start({ config });
    const id = await product.file(ANA, ORDERS);

    const { body } = await decide(product, DAN, id, { decision: 'approve' });

    expect(body).toMatchObject({ status: 'approved' });
  });

  it('asks the catalog who may decide now, not when the request was filed', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);
    product.catalog.put({ ref: 'user:default/bob', memberOf: [] });
    product.catalog.put({ ref: 'user:default/mona', memberOf: ['stewards'] });

    const leaver = await decide(product, BOB, id, { decision: 'approve' });
    const joiner = await decide(product, MONA, id, { decision: 'approve' });

    // who has left is a stranger to the request
    expect(leaver.body.error.code).toBe('REQUEST_NOT_FOUND');
    expect(joiner.body).toMatchObject({ status: 'approved' });
  });

  it('lets a superuser decide, but not for himself', async () => {
    const product = await start({ config: { superusers } });
    const others = await product.file(ANA, ORDERS);
    const own = await product.file(ROOT, ORDERS);

    const decided = await decide(product, ROOT, others, {
      decision: 'approve',
    });
    const refused = await decide(product, ROOT, own, { decision: 'approve' });

    expect(decided.body).toMatchObject({ status: 'approved' });
    expect(refused.body.error.code).toBe('SELF_APPROVAL');
  });

  it('returns the stored result to the same person repeating the same decision', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);
    const first = await decide(product, BOB, id, { decision: 'approve' });
    product.clock.advance('PT1H');

    const again = await decide(product, BOB, id, {
      decision: 'approve',
      version: 1,
    });

    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
  });

  it.each([
    ['the same person deciding otherwise', BOB, 'deny'],
    ['somebody else deciding the same', CLEO, 'approve'],
    ['somebody else deciding otherwise', CLEO, 'deny'],
  ] as const)('tells %s who decided', async (_, caller, decision) => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);
    await decide(product, BOB, id, { decision: 'approve' });

    const { status, body } = await decide(product, caller, id, { decision });

    expect(status).toBe(409);
    expect(body.error).toMatchObject({
      code: 'ALREADY_DECIDED',
      current: {
        status: 'approved',
        version: 2,
        decidedBy: BOB,
        decidedAt: '2030-01-15T09:00:00.000Z',
      },
    });
  });

  it('takes exactly one of many decisions taken at once', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);
    const deciders = [BOB, CLEO, FRANK];

    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        decide(product, deciders[index % 3] as Caller, id, {
          decision: index % 2 === 0 ? 'approve' : 'deny',
        }),
      ),
    );

    const { decision, history } = await product.request(ANA, id);
    const taken = history.filter(({ type }) =>
      ['approved', 'denied'].includes(type),
    );
    expect(taken).toHaveLength(1);
    for (const { status, body } of answers) {
      const isWinner =
        status === 200 &&
        body.decision.by === decision?.by &&
        body.decision.outcome === decision?.outcome;
      const isTold =
        status === 409 && body.error.current.decidedBy === decision?.by;
      expect(isWinner || isTold).toBe(true);
    }
    const grants = await product.knex('access_grants');
    expect(grants).toHaveLength(decision?.outcome === 'approved' ? 1 : 0);
  });

  it('refuses a decision on an older view of the request', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);

    const { status, body } = await decide(product, BOB, id, {
      decision: 'approve',
      version: 7,
    });

    expect([status, body.error.code]).toEqual([412, 'STALE_VERSION']);
  });

  it('does not mind a comment that arrived after the decider looked', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);
    await product.post(ANA, `/v1/requests/${id}/comments`, {
      text: 'It is a bit urgent',
    });

    const { body } = await decide(product, BOB, id, {
      decision: 'approve',
      version: 1,
    });

    expect(body).toMatchObject({ status: 'approved' });
  });

  it('does not approve for a dataset or beneficiary that is gone or another one', async () => {
    const product = await start({ config: { superusers } });
    const recreated = await product.file(ANA, ORDERS);
    const left = await product.file(ANA, PRODUCTS, { beneficiaries: [EVE] });
    product.catalog.put({
      ...product.catalog.get(ORDERS),
      uid: 'another-dataset',
    });
    product.catalog.remove(EVE);

    const answers = [
      await decide(product, ROOT, recreated, { decision: 'approve' }),
      await decide(product, DAN, left, { decision: 'approve' }),
    ];

    expect(
      answers.map(({ status, body }) => [status, body.error.code]),
    ).toEqual([
      [409, 'DATASET_MISSING'],
      [409, 'BENEFICIARY_MISSING'],
    ]);
    // the approvers of the new dataset have no say in a request for the old one
    const byNewApprover = await decide(product, BOB, recreated, {
      decision: 'approve',
    });
    expect(byNewApprover.body.error.code).toBe('NOT_AN_APPROVER');
  });

  it('keeps a request that waited too long from being decided, swept or not', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);
    product.clock.advance('P30D');

    const { status, body } = await decide(product, BOB, id, {
      decision: 'approve',
    });

    expect([status, body.error.code]).toEqual([409, 'REQUEST_EXPIRED']);
  });

  it('answers 503 while the catalog is down, and loses nothing', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);
    product.catalog.failure = new Error('connect ECONNREFUSED 10.0.0.7:5432');

    const { status, body, headers } = await decide(product, BOB, id, {
      decision: 'approve',
    });
    product.catalog.failure = undefined;

    expect([status, body.error.code]).toEqual([503, 'CATALOG_UNAVAILABLE']);
    expect(headers['retry-after']).toBe('5');
    expect(JSON.stringify(body)).not.toContain('10.0.0.7');
    const retried = await decide(product, BOB, id, { decision: 'approve' });
    expect(retried.status).toBe(200);
  });

  describe('in bulk', () => {
    it('gives each request its own outcome', async () => {
      const product = await start();
      const [one, two, three] = await Promise.all([
        product.file(ANA, ORDERS),
        product.file(EVE, ORDERS),
        product.file(ANA, DIARY),
      ]);
      await decide(product, CLEO, two, { decision: 'deny' });
      const unknown = '7e0b6a36-3b0f-4b6e-9d35-0f6e2f3f6d10';

      const { status, body } = await product.post(
        BOB,
        '/v1/requests/decisions',
        {
          decisions: [
            { requestId: one, decision: 'approve', version: 1 },
            { requestId: two, decision: 'approve', version: 1 },
            { requestId: three, decision: 'approve' },
            { requestId: unknown, decision: 'deny' },
          ],
        },
      );

      expect(status).toBe(200);
      expect(body.outcomes).toMatchObject([
        { requestId: one, ok: true, request: { status: 'approved' } },
        {
          requestId: two,
          ok: false,
          code: 'ALREADY_DECIDED',
          current: { decidedBy: CLEO },
        },
        { requestId: three, ok: false, code: 'REQUEST_NOT_FOUND' },
        { requestId: unknown, ok: false, code: 'REQUEST_NOT_FOUND' },
      ]);
    });

    it('reads the catalog as often for a hundred requests as for a few', async () => {
      const product = await start({
        config: { requests: { maxBeneficiaries: 100 } },
      });
      // only what deciding itself reads is counted
      await product.access.worker.stop();
      const people = Array.from({ length: 100 }, (_, index) => {
        const ref = `user:default/person-${index}` as const;
        product.catalog.put({ ref });
        return ref;
      });
      const { outcomes } = await product.submit(ANA, {
        dataset: ORDERS,
        beneficiaries: people,
      });
      const cost = async (from: number, to: number) => {
        product.catalog.calls = 0;
        const { body } = await product.post(BOB, '/v1/requests/decisions', {
          decisions: outcomes.slice(from, to).map(({ requestId }) => ({
            requestId,
            decision: 'approve',
          })),
        });
        expect(body.outcomes.every(({ ok }: { ok: boolean }) => ok)).toBe(true);
        return product.catalog.calls;
      };

      const few = await cost(0, 3);
      const many = await cost(3, 100);

      expect(many).toBeLessThanOrEqual(few + 1);
    });

    it('refuses to decide twice on one request in one call', async () => {
      const product = await start();
      const requestId = await product.file(ANA, ORDERS);

      const { status, body } = await product.post(
        BOB,
        '/v1/requests/decisions',
        {
          decisions: [
            { requestId, decision: 'approve' },
            { requestId: requestId.toUpperCase(), decision: 'deny' },
          ],
        },
      );

      expect([status, body.error.code]).toEqual([400, 'INVALID_REQUEST']);
    });
  });
});
