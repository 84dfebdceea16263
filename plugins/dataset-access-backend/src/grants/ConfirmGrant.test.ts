import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  CLEO,
  DAN,
  DIARY,
  EVE,
  MONA,
  OLGA,
  ORDERS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';

type Caller = Parameters<TestProduct['post']>[0];

async function approved(
  product: TestProduct,
  submission: Parameters<TestProduct['file']>[2] = {},
): Promise<string> {
  const id = await product.file(ANA, ORDERS, submission);
  const { body } = await product.post(BOB, `/v1/requests/${id}/decision`, {
    decision: 'approve',
  });
  return body.grant.id;
}

const confirm = (
  product: TestProduct,
  caller: Caller,
  grantId: string,
  body: object = {},
) => product.post(caller, `/v1/grants/${grantId}/confirmation`, body);

const accessOf = async (product: TestProduct, caller: Caller) =>
  (await product.get(caller, '/v1/datasets/resource/default/orders/access'))
    .body;

onBothDatabases('confirming a grant', start => {
  it('makes the access real, and starts its clock', async () => {
    const product = await start();
    const grantId = await approved(product, { duration: 'P30D' });
    product.clock.advance('P5D');

    const { status, body } = await confirm(product, DAN, grantId, {
      accessNote: 'GRANT SELECT ON orders',
    });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'active',
      version: 2,
      activatedAt: '2030-01-20T09:00:00.000Z',
      expiresAt: '2030-02-19T09:00:00.000Z',
      grantedBy: BOB,
      confirmedBy: DAN,
      accessNote: 'GRANT SELECT ON orders',
    });
    expect((await accessOf(product, ANA)).access).toMatchObject({
      level: 'read-only',
      expiresAt: '2030-02-19T09:00:00.000Z',
      paths: [{ kind: 'grant', via: ANA, grantId, grantedBy: BOB }],
    });
  });

  it('ends the access on time, to the millisecond, without any background job', async () => {
    const product = await start();
    await confirm(product, DAN, await approved(product));
    product.clock.advance('P30D');
    product.clock.advance('-PT0.001S');
    expect((await accessOf(product, ANA)).access.level).toBe('read-only');

    product.clock.advance('PT0.001S');

    expect((await accessOf(product, ANA)).access).toEqual({ paths: [] });
    const { body: active } = await product.get(ANA, '/v1/grants?state=active');
    const { body: expired } = await product.get(
      ANA,
      '/v1/grants?state=expired',
    );
    expect(active.items).toEqual([]);
    expect(expired.items).toMatchObject([{ state: 'expired' }]);
  });

  it.each([
    ['an approver', CLEO, 200, undefined],
    ['who decided', BOB, 200, undefined],
    ['the owner', DAN, 200, undefined],
    ['a superuser', ROOT, 200, undefined],
    ['the requester', ANA, 403, 'NOT_AN_APPROVER'],
    ['a stranger', EVE, 404, 'GRANT_NOT_FOUND'],
    ['a service', 'service', 403, 'USER_REQUIRED'],
  ] as const)('answers %s', async (_, caller, status, code) => {
    const product = await start({ config: { superusers } });
    const grantId = await approved(product);

    const answer = await confirm(product, caller, grantId);

    expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
  });

  it('is not for an owner who gets the access himself', async () => {
    const product = await start({
      config: { approvers: { escalation: ['group:default/data-office'] } },
    });
    const id = await product.file(DAN, DIARY, { beneficiaries: [MONA] });
    const { body } = await product.post(OLGA, `/v1/requests/${id}/decision`, {
      decision: 'approve',
    });

    const byOwner = await confirm(product, DAN, body.grant.id);
    const byDecider = await confirm(product, OLGA, body.grant.id);

    expect(byOwner.body.error.code).toBe('SELF_APPROVAL');
    expect(byDecider.status).toBe(200);
  });

  it('done twice by one person is done once; for others it is too late', async () => {
    const product = await start();
    const grantId = await approved(product);
    const first = await confirm(product, DAN, grantId);
    product.clock.advance('PT1H');

    const again = await confirm(product, DAN, grantId);
    const other = await confirm(product, BOB, grantId);

    expect(again.body).toEqual(first.body);
    expect([other.status, other.body.error.code]).toEqual([
      409,
      'GRANT_NOT_AWAITING',
    ]);
  });

  it('by two people at once is by one of them', async () => {
    const product = await start();
    const grantId = await approved(product);

    const answers = await Promise.all([
      confirm(product, DAN, grantId),
      confirm(product, BOB, grantId),
      confirm(product, CLEO, grantId),
    ]);

    const winners = answers.filter(({ status }) => status === 200);
    expect(winners).toHaveLength(1);
    const events = await product
      .knex('audit_events')
      .where({ subject_id: grantId, type: 'grant-confirmed' });
    expect(events).toHaveLength(1);
  });

  it('leaves a revision behind with every change of what decides about access', async () => {
    const product = await start();
    const revisions = async () =>
      (
        await product
          .knex('changes')
          .where('subject_type', 'grant')
          .orderBy('revision')
      ).map(({ subject_type: type, subject_id: id }) => [type, id]);
    const grantId = await approved(product);
    expect(await revisions()).toEqual([['grant', grantId]]);

    await confirm(product, DAN, grantId);

    expect(await revisions()).toEqual([
      ['grant', grantId],
      ['grant', grantId],
    ]);
  });

  it('lists own grants for everybody, and all of a dataset for who answers for it', async () => {
    const product = await start();
    await confirm(product, DAN, await approved(product));
    await approved(product, { beneficiaries: [MONA] });
    const count = async (caller: Caller, query = '') =>
      (await product.get(caller, `/v1/grants${query}`)).body.items.length;

    expect(await count(ANA)).toBe(1);
    expect(await count(MONA)).toBe(1);
    expect(await count(EVE)).toBe(0);
    expect(await count(DAN, `?dataset=${ORDERS}`)).toBe(2);
    expect(await count(CLEO, `?dataset=${ORDERS}`)).toBe(2);
    expect(await count(ANA, `?dataset=${ORDERS}`)).toBe(1);
    expect(await count(EVE, `?dataset=${ORDERS}`)).toBe(0);
    expect(await count(DAN, `?dataset=${ORDERS}&state=active`)).toBe(1);
    expect(await count('service')).toBe(2);
  });

  it('pages grants without gaps or repeats', async () => {
    const product = await start();
    for (const level of ['read-only', 'editor', 'owner'] as const) {
      await approved(product, { level });
    }
    const whole = (await product.get(ANA, '/v1/grants')).body;
    const one = (await product.get(ANA, '/v1/grants?limit=2')).body;
    const two = (
      await product.get(ANA, `/v1/grants?limit=2&cursor=${one.nextCursor}`)
    ).body;
    const back = (
      await product.get(ANA, `/v1/grants?limit=2&cursor=${two.prevCursor}`)
    ).body;

    expect([...one.items, ...two.items]).toEqual(whole.items);
    expect(two.nextCursor).toBeUndefined();
    expect(back.items).toEqual(one.items);
  });
});
