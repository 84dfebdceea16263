import type {
  Emergency,
  EmergencyWish,
} from 'backstage-plugin-dataset-access-common';
import { MemorySource } from '../__testUtils__/MemorySource';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  CLEO,
  DAN,
  EVE,
  MONA,
  OLGA,
  ORDERS,
  PRODUCTS,
  ROOT,
  smallWorld,
  superusers,
} from '../__testUtils__/smallWorld';
import type { Caller, TestProduct } from '../__testUtils__/TestProduct';

const REASON = 'Orders are lost in production';
const config = {
  superusers,
  emergency: {
    enabled: true,
    allowed: ['group:default/analysts', MONA, 'group:default/sales', ROOT],
    maxDuration: 'PT2H',
    maxLevel: 'editor',
  },
};

const path = (dataset: string) =>
  `/v1/datasets/${dataset.replace(':', '/')}/emergency-access`;

function take(
  product: TestProduct,
  user: Caller,
  dataset = ORDERS,
  wish: Partial<EmergencyWish> = {},
) {
  return product.post(user, path(dataset), {
    reason: REASON,
    level: 'read-only',
    duration: 'PT1H',
    ...wish,
  });
}

async function taken(
  product: TestProduct,
  user: Caller,
  dataset?: string,
): Promise<string> {
  const { status, body } = await take(product, user, dataset);
  expect([status, body.error]).toEqual([201, undefined]);
  return body.id;
}

const review = (
  product: TestProduct,
  user: Caller,
  id: string,
  body: object = { verdict: 'justified' },
) => product.post(user, `/v1/emergencies/${id}/review`, body);

const listed = async (product: TestProduct, user: Caller, query = '') =>
  (await product.get(user, `/v1/emergencies${query}`)).body.items.map(
    ({ user: by, dataset, state }: Emergency) =>
      `${by} ${dataset.ref} ${state}`,
  );

onBothDatabases('emergency access', start => {
  it('is there at once where a connector gives it, for as long as was said, and nobody approved it', async () => {
    const source = new MemorySource([ORDERS]);
    const product = await start({ config, connectors: [source] });

    const { status, body } = await take(product, ANA);
    await product.deliver();

    expect(status).toBe(201);
    expect(body).toMatchObject({
      user: ANA,
      dataset: { ref: ORDERS },
      level: 'read-only',
      duration: 'PT1H',
      reason: REASON,
      state: 'open',
      overdue: false,
      can: { review: { allowed: false, code: 'EMERGENCY_OWN_REVIEW' } },
    });
    expect(source.given(ORDERS)).toEqual([`${ANA}: read-only`]);
    const request = await product.request(ANA, body.id);
    expect(request).toMatchObject({
      status: 'approved',
      decision: { rule: { kind: 'emergency', title: 'Emergency access' } },
      grant: { state: 'active', expiresAt: '2030-01-15T10:00:00.000Z' },
      historyIntact: true,
    });
    expect(request.decision).not.toHaveProperty('by');
    expect(request.history.map(({ type, actor }) => [type, actor])).toEqual([
      ['filed', ANA],
      ['emergency-taken', ANA],
      ['grant-created', undefined],
      ['grant-provisioned', undefined],
    ]);

    product.clock.advance('PT1H');
    await product.access.grantLife.sweep.run();
    await product.deliver();
    expect(source.given(ORDERS)).toEqual([]);
  });

  it('says honestly that it waits, where somebody has to grant it by hand', async () => {
    const product = await start({ config });

    const { body } = await take(product, ANA);
    await product.deliver();

    expect(body.grant.state).toBe('awaiting-provisioning');
    const [notice] = product.notifications.rows(DAN);
    expect(notice.description).toContain(
      'It is not there yet: grant it in Snowflake now',
    );
    const byHerself = await product.post(
      ANA,
      `/v1/grants/${body.grant.id}/confirmation`,
      {},
    );
    expect(byHerself.status).toBe(403);
  });

  it('is told to owners, approvers and superusers, as loud as can be: who, what, why and how long', async () => {
    const product = await start({ config });

    await take(product, ANA);
    await product.deliver();

    for (const user of [DAN, BOB, CLEO, ROOT]) {
      expect(product.notifications.rows(user)).toMatchObject([
        {
          severity: 'critical',
          title:
            'Emergency access: Ana Analyst took read-only access to Customer orders',
          description: expect.stringMatching(
            /Snowflake.*1 hour.*Orders are lost in production/,
          ),
        },
      ]);
    }
    expect(product.notifications.rows(ANA)).toEqual([]);
    expect(product.notifications.rows(EVE)).toEqual([]);
  });

  it.each<[string, Caller, string, Partial<EmergencyWish>, string]>([
    [
      'somebody not among the allowed',
      EVE,
      ORDERS,
      {},
      'EMERGENCY_NOT_ALLOWED',
    ],
    ['a service', 'service', ORDERS, {}, 'USER_REQUIRED'],
    [
      'a dataset that is left out',
      ANA,
      'resource:default/secret',
      {},
      'EMERGENCY_DISABLED',
    ],
    [
      'a label nobody knows',
      ANA,
      'resource:default/typo',
      {},
      'EMERGENCY_DISABLED',
    ],
    ['a domain', ANA, 'domain:default/finance', {}, 'EMERGENCY_DISABLED'],
    [
      'a dataset without requests',
      ANA,
      'resource:default/closed',
      {},
      'REQUESTS_DISABLED',
    ],
    [
      'a dataset that is not there',
      ANA,
      'resource:default/nothing',
      {},
      'DATASET_NOT_FOUND',
    ],
    [
      'a dataset that is hidden',
      ANA,
      'resource:default/hidden',
      {},
      'DATASET_NOT_FOUND',
    ],
    ['a higher level', ANA, ORDERS, { level: 'owner' }, 'BAD_LEVEL'],
    ['a longer time', ANA, ORDERS, { duration: 'PT3H' }, 'BAD_DURATION'],
    ['a short reason', ANA, ORDERS, { reason: 'help' }, 'BAD_REASON'],
    ['what one has already', DAN, ORDERS, {}, 'EMERGENCY_NOT_NEEDED'],
  ])('is refused for %s', async (_, user, dataset, wish, code) => {
    const labelled = (name: string, label: string, value: string) => ({
      ref: `resource:default/${name}`,
      owners: ['sales'],
      labels: { [`data-registry/${label}`]: value },
    });
    const product = await start({
      config,
      world: [
        ...smallWorld,
        { ref: 'domain:default/finance', owners: ['sales'] },
        labelled('secret', 'emergency-access', 'disabled'),
        labelled('typo', 'emergency-access', 'enbaled'),
        labelled('closed', 'access-requests', 'disabled'),
        labelled('hidden', 'source', 'Vault'),
      ],
    });
    product.catalog.hide('resource:default/hidden', ANA);

    const { body } = await take(product, user, dataset, wish);

    expect(body.error.code).toBe(code);
    expect(await product.knex('access_requests')).toEqual([]);
    expect(await product.knex('emergency_uses')).toEqual([]);
  });

  it('is nowhere unless it is switched on', async () => {
    const product = await start({
      config: { emergency: { allowed: [ANA] } },
    });

    expect((await take(product, ANA)).body.error.code).toBe(
      'EMERGENCY_DISABLED',
    );
    const { body } = await product.get(
      ANA,
      '/v1/datasets/resource/default/orders/access',
    );
    expect(body.can).not.toHaveProperty('takeEmergencyAccess');
  });

  it('is not in the way of a request that waits, nor that of it', async () => {
    const product = await start({ config });
    const waiting = await product.file(ANA, ORDERS);

    await taken(product, ANA);

    expect((await product.request(ANA, waiting)).status).toBe('pending');
  });

  it('is answered the same when the call is repeated', async () => {
    const product = await start({ config });
    const call = () =>
      take(product, ANA).set('Idempotency-Key', 'emergency-0001');

    const [first, again] = await Promise.all([call(), call()]);
    const other = await take(product, ANA, PRODUCTS).set(
      'Idempotency-Key',
      'emergency-0001',
    );

    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    expect(other.body.error.code).toBe('IDEMPOTENCY_MISMATCH');
    expect(await product.knex('emergency_uses')).toHaveLength(1);
  });

  it('is given back by its holder as any access', async () => {
    const product = await start({
      config,
      connectors: [new MemorySource([ORDERS])],
    });
    const { body } = await take(product, ANA);
    await product.deliver();

    const { status } = await product.post(
      ANA,
      `/v1/grants/${body.grant.id}/return`,
      {},
    );

    expect(status).toBe(200);
  });
});

onBothDatabases('the review of emergency access', start => {
  it('comes before the next one, whatever it is to, and then there can be a next one', async () => {
    const product = await start({ config });
    const id = await taken(product, ANA);

    const tooEarly = await take(product, ANA, PRODUCTS);
    const offered = await product.get(
      ANA,
      '/v1/datasets/api/default/products/access',
    );
    await review(product, BOB, id);
    const next = await take(product, ANA, PRODUCTS);

    expect([tooEarly.status, tooEarly.body.error.code]).toEqual([
      409,
      'EMERGENCY_REVIEW_OPEN',
    ]);
    expect(tooEarly.body.error.message).toBe(
      'Your emergency access to Customer orders of Jan 15, 2030 has not been reviewed yet. It can be reviewed by Stewards or an administrator.',
    );
    expect(offered.body.can.takeEmergencyAccess).toEqual({
      verdict: {
        allowed: false,
        code: 'EMERGENCY_REVIEW_OPEN',
        message: tooEarly.body.error.message,
      },
      openReview: id,
      levels: ['read-only', 'editor'],
      maxDuration: 'PT2H',
    });
    expect(next.status).toBe(201);
  });

  it('is not in the way of others', async () => {
    const product = await start({ config });
    await taken(product, ANA);

    expect((await take(product, MONA)).status).toBe(201);
  });

  it('lets one of several at the same moment through, on whatever dataset', async () => {
    const product = await start({ config });

    const answers = await Promise.all(
      [ORDERS, PRODUCTS, ORDERS, PRODUCTS].map(dataset =>
        take(product, ANA, dataset),
      ),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([
      201, 409, 409, 409,
    ]);
    const refusals = answers.filter(({ status }) => status === 409);
    for (const { body } of refusals) {
      expect(body.error.code).toBe('EMERGENCY_REVIEW_OPEN');
      expect(body.error.message).toMatch(/It can be reviewed by /);
    }
    for (const table of [
      'access_requests',
      'access_grants',
      'emergency_uses',
    ]) {
      expect(await product.knex(table)).toHaveLength(1);
    }
  });

  it.each<[string, Caller, number, string | undefined]>([
    ['an approver', BOB, 200, undefined],
    ['the owner', DAN, 200, undefined],
    ['a superuser', ROOT, 200, undefined],
    ['who took it', ANA, 403, 'EMERGENCY_OWN_REVIEW'],
    ['an approver of something else', OLGA, 404, 'EMERGENCY_NOT_FOUND'],
    ['a stranger', EVE, 404, 'EMERGENCY_NOT_FOUND'],
    ['a service', 'service', 403, 'USER_REQUIRED'],
  ])('is done by %s, or not', async (_, user, status, code) => {
    const product = await start({ config });
    const id = await taken(product, ANA);

    const answer = await review(product, user, id);

    expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
  });

  it('is never done by who took it, superuser or not; the database itself refuses it', async () => {
    const product = await start({ config });
    const id = await taken(product, ROOT);

    const answer = await review(product, ROOT, id);

    expect(answer.body.error.code).toBe('EMERGENCY_OWN_REVIEW');
    await expect(
      product.knex('emergency_uses').update({
        reviewed_by: ROOT,
        reviewed_at: product.clock.now(),
        verdict: 'justified',
      }),
    ).rejects.toThrow(/separation_of_duties/);
  });

  it('says why, when it was not justified, and tells who took it', async () => {
    const product = await start({ config });
    const id = await taken(product, ANA);
    await product.deliver();

    const silent = await review(product, BOB, id, { verdict: 'not-justified' });
    const { body } = await review(product, BOB, id, {
      verdict: 'not-justified',
      comment: 'A summary was there',
    });
    await product.deliver();

    expect(silent.body.error.code).toBe('BAD_REASON');
    expect(body).toMatchObject({
      state: 'done',
      review: {
        by: BOB,
        at: '2030-01-15T09:00:00.000Z',
        verdict: 'not-justified',
        comment: 'A summary was there',
      },
    });
    expect(product.notifications.rows(ANA)).toMatchObject([
      {
        severity: 'high',
        title: 'Your emergency access to Customer orders was reviewed',
        description:
          'Bob Steward found it not justified. “A summary was there”',
      },
    ]);
    expect(product.notifications.rows(DAN)).toMatchObject([
      {
        severity: 'normal',
        title: 'Reviewed: emergency access of Ana Analyst to Customer orders',
      },
    ]);
    const { history, historyIntact } = await product.request(BOB, id);
    expect(history.at(-1)).toMatchObject({
      type: 'emergency-reviewed',
      actor: BOB,
      facts: { verdict: 'not-justified' },
      text: 'A summary was there',
    });
    expect(historyIntact).toBe(true);
  });

  it('is there once, whoever else reviews; the same person gets the stored one', async () => {
    const product = await start({ config });
    const id = await taken(product, ANA);

    const answers = await Promise.all(
      [BOB, CLEO, DAN].map(user => review(product, user as Caller, id)),
    );
    const [{ reviewed_by: first }] = await product.knex('emergency_uses');
    const again = await review(product, first, id);
    const otherwise = await review(product, first, id, {
      verdict: 'not-justified',
      comment: 'On second thoughts',
    });

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(again.status).toBe(200);
    expect(otherwise.body.error.code).toBe('EMERGENCY_REVIEWED');
  });

  it('shows in the history when it was changed behind our back', async () => {
    const product = await start({ config });
    const id = await taken(product, ANA);
    await review(product, BOB, id);

    await product.knex('emergency_uses').update({ event_seq: 2 });

    expect((await product.request(BOB, id)).historyIntact).toBe(false);
  });

  it('is asked for again and again until it is done', async () => {
    const product = await start({ config });
    const id = await taken(product, ANA);
    const remind = async () => {
      await product.access.emergencyReminders.run();
      await product.deliver();
    };
    const times = () => product.notifications.rows(ROOT)[0].times;
    await remind();
    expect(times()).toBe(1);

    product.clock.advance('P1D');
    await remind();
    await remind();

    expect(times()).toBe(2);
    expect(product.notifications.rows(ROOT)[0]).toMatchObject({
      severity: 'critical',
      title:
        'Still to be reviewed: emergency access of Ana Analyst to Customer orders',
    });
    const { body } = await product.get(BOB, '/v1/emergencies?state=open');
    expect(body.items).toMatchObject([{ id, overdue: true }]);
    product.clock.advance('P1D');
    await remind();
    expect(times()).toBe(3);
    await review(product, BOB, id);
    product.clock.advance('P1D');
    await remind();
    expect(product.notifications.rows(ROOT)[0].title).toMatch(/^Reviewed/);
  });
});

onBothDatabases('the list of emergency access', start => {
  it('has what somebody took and what he answers for; all of it for superusers', async () => {
    const product = await start({ config });
    await taken(product, ANA);
    product.clock.advance('PT1M');
    const ofMona = await taken(product, MONA, PRODUCTS);
    await review(product, DAN, ofMona);
    const ana = `${ANA} ${ORDERS} open`;
    const mona = `${MONA} ${PRODUCTS} done`;

    const seen = Object.fromEntries(
      await Promise.all(
        ([ANA, MONA, BOB, DAN, ROOT, EVE, 'service'] as const).map(
          async user => [user, await listed(product, user)],
        ),
      ),
    );

    expect(seen).toEqual({
      [ANA]: [ana],
      [MONA]: [mona],
      [BOB]: [ana],
      [DAN]: [mona, ana],
      [ROOT]: [mona, ana],
      [EVE]: [],
      service: [mona, ana],
    });
    expect(await listed(product, DAN, '?state=open')).toEqual([ana]);
    expect(await listed(product, DAN, '?state=done')).toEqual([mona]);
    expect(await listed(product, DAN, '?view=mine')).toEqual([]);
    expect(await listed(product, ANA, '?view=mine')).toEqual([ana]);
    expect(await listed(product, ANA, '?view=review')).toEqual([]);
    expect(await listed(product, ROOT, '?view=review&state=open')).toEqual([
      ana,
    ]);
  });

  it('counts for those who are to review, and for nobody else', async () => {
    const product = await start({ config });
    await taken(product, ANA);
    const countOf = async (user: Caller) =>
      (await product.get(user, '/v1/requests/counts')).body.emergencyReviews;

    const callers: Caller[] = [ANA, BOB, DAN, ROOT, EVE];
    expect(await Promise.all(callers.map(countOf))).toEqual([
      undefined,
      1,
      1,
      1,
      undefined,
    ]);
  });

  it('comes page by page, the newest first, without gaps or repeats', async () => {
    const product = await start({ config });
    const ids: string[] = [];
    for (let index = 0; index < 5; index++) {
      ids.unshift(await taken(product, ANA));
      await review(product, BOB, ids[0]);
      product.clock.advance('PT1M');
    }
    const page = async (query: string) =>
      (await product.get(BOB, `/v1/emergencies?limit=2${query}`)).body;

    const first = await page('');
    const second = await page(`&cursor=${first.nextCursor}`);
    const third = await page(`&cursor=${second.nextCursor}`);
    const back = await page(`&cursor=${third.prevCursor}`);

    const idsOf = ({ items }: { items: Emergency[] }) =>
      items.map(({ id }) => id);
    expect([first, second, third].flatMap(idsOf)).toEqual(ids);
    expect(idsOf(back)).toEqual(idsOf(second));
    expect(
      (
        await product.get(
          BOB,
          `/v1/emergencies?state=open&cursor=${first.nextCursor}`,
        )
      ).body.error.code,
    ).toBe('BAD_CURSOR');
  });
});
