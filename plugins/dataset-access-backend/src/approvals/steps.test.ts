import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  CLEO,
  DAN,
  EVE,
  FRANK,
  MONA,
  OLGA,
  ORDERS,
  PRODUCTS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import { LEDGER, stepsWorld, twoSteps } from '../__testUtils__/stepsWorld';
import { Caller, TestProduct } from '../__testUtils__/TestProduct';

const SALES = 'group:default/sales';
const OFFICE = 'group:default/data-office';
const twoOfThem = { approvers: { steps: [{ by: 'approvers', needed: 2 }] } };

function decide(
  product: TestProduct,
  caller: Caller,
  id: string,
  decision: object = {},
) {
  return product.post(caller, `/v1/requests/${id}/decision`, {
    decision: 'approve',
    ...decision,
  });
}

async function inbox(product: TestProduct, caller: Caller): Promise<string[]> {
  const { body } = await product.get(
    caller,
    '/v1/requests?view=inbox&status=pending',
  );
  return body.items.map(({ id }: { id: string }) => id);
}

onBothDatabases('approval in two steps', start => {
  const finance = (config: object = twoSteps) =>
    start({ world: stepsWorld, config: { superusers, ...config } });

  it('says before anything is asked who will decide, one after the other', async () => {
    const product = await finance();

    const { body } = await product.get(
      ANA,
      '/v1/datasets/resource/default/ledger/access',
    );

    expect(body.approvers).toEqual([{ ref: SALES, via: 'owner' }]);
    expect(body.approvalSteps).toEqual([
      {
        by: 'owner',
        needed: 1,
        approvers: [{ ref: SALES, via: 'owner' }],
      },
      {
        by: 'domain-owner',
        needed: 1,
        approvers: [{ ref: OFFICE, via: 'domain-owner' }],
      },
    ]);
  });

  it('gives nothing after the first, and asks those of the second', async () => {
    const product = await finance();
    const id = await product.file(ANA, LEDGER);
    expect(await inbox(product, DAN)).toEqual([id]);
    expect(await inbox(product, OLGA)).toEqual([]);

    const { status, body } = await decide(product, DAN, id, {
      version: 1,
      comment: 'Fine for us',
    });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'pending',
      version: 2,
      approvers: [{ ref: OFFICE, via: 'domain-owner' }],
      approval: {
        step: 2,
        steps: [
          {
            by: 'owner',
            needed: 1,
            approvals: [{ by: DAN, at: '2030-01-15T09:00:00.000Z' }],
          },
          { by: 'domain-owner', needed: 1, approvals: [] },
        ],
      },
    });
    expect(body.grant).toBeUndefined();
    expect(body.decision).toBeUndefined();
    expect(await inbox(product, DAN)).toEqual([]);
    expect(await inbox(product, OLGA)).toEqual([id]);
  });

  it('gives it after the second, and the history tells of both', async () => {
    const product = await finance();
    const id = await product.file(ANA, LEDGER);
    await decide(product, DAN, id, { comment: 'Fine for us' });

    const { body } = await decide(product, OLGA, id, { granted: true });

    expect(body).toMatchObject({
      status: 'approved',
      decision: { by: OLGA, outcome: 'approved' },
      grant: { state: 'active', grantedBy: OLGA },
      historyIntact: true,
    });
    expect(
      body.approval.steps.map(
        (step: { approvals: object[] }) => step.approvals,
      ),
    ).toMatchObject([[{ by: DAN }], [{ by: OLGA }]]);
    expect(body.history).toMatchObject([
      { type: 'filed', actor: ANA },
      {
        type: 'approval-given',
        actor: DAN,
        text: 'Fine for us',
        facts: { step: 1, steps: 2, given: 1, needed: 1 },
      },
      { type: 'approved', actor: OLGA },
      { type: 'grant-created' },
      { type: 'grant-confirmed' },
    ]);
  });

  it('is over when the second denies', async () => {
    const product = await finance();
    const id = await product.file(ANA, LEDGER);
    await decide(product, DAN, id);

    const { body } = await decide(product, OLGA, id, { decision: 'deny' });

    expect(body).toMatchObject({ status: 'denied', decision: { by: OLGA } });
    expect(body.grant).toBeUndefined();
  });

  it('takes neither before its turn', async () => {
    const product = await finance();
    const id = await product.file(ANA, LEDGER);

    const early = await decide(product, OLGA, id);
    await decide(product, DAN, id);
    const { version } = await product.request(DAN, id);
    const again = await decide(product, DAN, id, { version });

    expect([early.status, early.body.error.code]).toEqual([
      404,
      'REQUEST_NOT_FOUND',
    ]);
    expect([again.status, again.body.error.code]).toEqual([
      403,
      'ALREADY_APPROVED_BY_YOU',
    ]);
  });

  it('keeps what the first took away', async () => {
    const product = await finance();
    const id = await product.file(ANA, LEDGER, { level: 'editor' });
    const first = await decide(product, DAN, id, {
      level: 'read-only',
      duration: 'P7D',
    });
    expect(first.body.approval.terms).toEqual({
      level: 'read-only',
      duration: 'P7D',
    });

    const wider = await decide(product, OLGA, id, { level: 'editor' });
    const longer = await decide(product, OLGA, id, { duration: 'P8D' });
    const { body } = await decide(product, OLGA, id);

    expect(wider.body.error.code).toBe('WIDER_THAN_REQUESTED');
    expect(longer.body.error.code).toBe('WIDER_THAN_REQUESTED');
    expect(body.grant).toMatchObject({ level: 'read-only', duration: 'P7D' });
  });

  it('cannot say that access is there while an approval is missing', async () => {
    const product = await finance();
    const id = await product.file(ANA, LEDGER);

    const { status, body } = await decide(product, DAN, id, { granted: true });

    expect([status, body.error.code]).toEqual([400, 'INVALID_REQUEST']);
    expect(await product.request(ANA, id)).toMatchObject({ version: 1 });
  });

  it('is for the domain it is configured for, and for none else', async () => {
    const product = await finance();
    const id = await product.file(ANA, PRODUCTS);

    const { body } = await decide(product, DAN, id);

    expect(body.approval).toBeUndefined();
    expect(body.status).toBe('approved');
  });

  it('goes on under the rule it started under, whatever is configured later', async () => {
    const product = await finance();
    const id = await product.file(ANA, LEDGER);
    const later = await TestProduct.start({
      knex: product.knex,
      world: stepsWorld,
    });
    const fresh = await later.file(MONA, LEDGER);

    const { body: old } = await decide(later, DAN, id);
    const { body: one } = await decide(later, DAN, fresh);

    expect(old).toMatchObject({ status: 'pending', approval: { step: 2 } });
    expect(one.status).toBe('approved');
    expect((await decide(later, OLGA, id)).body.status).toBe('approved');
  });

  it('refuses what could never be approved by two different people', async () => {
    const steps = [{ by: 'owner' }, { principals: [DAN] }];
    const product = await finance({ approvers: { steps } });

    const { outcomes } = await product.submit(ANA, { dataset: LEDGER });
    const { body } = await product.get(
      ANA,
      '/v1/datasets/resource/default/ledger/access',
    );

    expect(outcomes).toMatchObject([
      { outcome: 'refused', code: 'NO_ELIGIBLE_APPROVER' },
    ]);
    expect(body.request).toMatchObject({
      allowed: false,
      code: 'NO_ELIGIBLE_APPROVER',
    });
  });

  it('lets the escalation approvers help out where a step has nobody left', async () => {
    const product = await finance({
      approvers: {
        steps: [{ by: 'owner' }, { principals: [DAN] }],
        escalation: [OLGA],
      },
    });
    const id = await product.file(ANA, LEDGER);
    await decide(product, DAN, id);

    const { body } = await decide(product, OLGA, id);

    expect(body.status).toBe('approved');
  });

  it('asks those with a responsibility for the dataset or its domain', async () => {
    const product = await finance({
      approvers: {
        steps: [{ by: 'approvers' }, { responsibility: 'data-steward' }],
      },
    });
    await product.post(ROOT, '/v1/responsibilities', {
      role: 'data-steward',
      subject: EVE,
      resource: 'domain:default/finance',
    });
    const id = await product.file(ANA, LEDGER);

    const { body } = await decide(product, DAN, id);

    expect(body.approvers).toEqual([{ ref: EVE, via: 'responsibility' }]);
    expect((await decide(product, EVE, id)).body.status).toBe('approved');
  });

  it('tells those of the second step, and those of the first that it went on', async () => {
    const product = await finance();
    const id = await product.file(ANA, LEDGER);
    await product.deliver();
    product.notifications.clear();

    await decide(product, DAN, id);
    await product.deliver();

    expect(product.notifications.rows(OLGA)).toMatchObject([
      {
        title: 'Ana Analyst asks for read-only access to Ledger',
        description: expect.stringContaining(
          'Dan Owner approved. Step 2 of 2 takes 1 more approval.',
        ),
      },
    ]);
    expect(product.notifications.rows(ANA)).toEqual([]);
  });
});

onBothDatabases('approval by two of many', start => {
  const product = () => start({ config: { superusers, ...twoOfThem } });

  it('takes two different people', async () => {
    const portal = await product();
    const id = await portal.file(ANA, ORDERS);

    const first = await decide(portal, BOB, id, { version: 1 });
    const again = await decide(portal, BOB, id, { version: 2 });
    const second = await decide(portal, FRANK, id, { version: 2 });

    expect(first.body).toMatchObject({
      status: 'pending',
      approval: {
        step: 1,
        steps: [{ by: 'approvers', needed: 2, approvals: [{ by: BOB }] }],
      },
    });
    expect(again.body.error.code).toBe('ALREADY_APPROVED_BY_YOU');
    expect(second.body).toMatchObject({
      status: 'approved',
      decision: { by: FRANK },
    });
  });

  it('answers a repeated approval as the first time, and counts it once', async () => {
    const portal = await product();
    const id = await portal.file(ANA, ORDERS);
    await decide(portal, BOB, id, { version: 1 });

    const repeated = await decide(portal, BOB, id, { version: 1 });
    await decide(portal, CLEO, id);
    const late = await decide(portal, BOB, id, { version: 1 });

    expect([repeated.status, repeated.body.version]).toEqual([200, 2]);
    expect([late.status, late.body.status]).toEqual([200, 'approved']);
    expect(late.body.decision.by).toBe(CLEO);
  });

  it('is denied by one', async () => {
    const portal = await product();
    const id = await portal.file(ANA, ORDERS);
    await decide(portal, BOB, id);

    const { body } = await decide(portal, CLEO, id, { decision: 'deny' });

    expect(body.status).toBe('denied');
  });

  it('takes one more beside a superuser', async () => {
    const portal = await product();
    const id = await portal.file(ANA, ORDERS);

    const first = await decide(portal, ROOT, id);
    const second = await decide(portal, BOB, id);

    expect([first.body.status, second.body.status]).toEqual([
      'pending',
      'approved',
    ]);
  });

  it('is asked for by nobody when only one is left', async () => {
    const portal = await product();

    const { outcomes } = await portal.submit(BOB, {
      dataset: ORDERS,
      beneficiaries: [BOB, CLEO],
    });

    expect(outcomes).toMatchObject([
      // Cleo and Frank are left
      { beneficiary: BOB, outcome: 'created' },
      // Frank alone
      {
        beneficiary: CLEO,
        outcome: 'refused',
        code: 'NO_ELIGIBLE_APPROVER',
      },
    ]);
  });

  it('counts every one of several that come at the same moment, and none twice', async () => {
    const portal = await product();
    const id = await portal.file(ANA, ORDERS);

    const answers = await Promise.all(
      [BOB, CLEO, FRANK, BOB].map(caller =>
        decide(portal, caller as Caller, id),
      ),
    );

    const { status, approval, grant } = await portal.request(ANA, id);
    const approvals = approval!.steps[0].approvals.map(({ by }) => by);
    expect(status).toBe('approved');
    expect(grant).toBeDefined();
    expect(new Set(approvals).size).toBe(2);
    expect(approvals).toHaveLength(2);
    expect(answers.filter(one => one.status >= 500)).toEqual([]);
    expect(await portal.knex('access_grants')).toHaveLength(1);
  });

  it('is done in bulk as well', async () => {
    const portal = await product();
    const ids = [
      await portal.file(ANA, ORDERS),
      await portal.file(MONA, ORDERS),
      await portal.file(EVE, ORDERS),
    ];
    const decisions = ids.map(requestId => ({
      requestId,
      decision: 'approve',
    }));

    const first = await portal.post(BOB, '/v1/requests/decisions', {
      decisions,
    });
    const second = await portal.post(CLEO, '/v1/requests/decisions', {
      decisions,
    });

    const statuses = ({ body }: { body: { outcomes: any[] } }) =>
      body.outcomes.map(one => one.request?.status ?? one.code);
    expect(statuses(first)).toEqual(['pending', 'pending', 'pending']);
    expect(statuses(second)).toEqual(['approved', 'approved', 'approved']);
  });

  it('tells superusers when too few are left', async () => {
    const portal = await product();
    const id = await portal.file(ANA, ORDERS);
    await portal.deliver();
    for (const ref of [CLEO, FRANK]) {
      portal.catalog.put({ ref, memberOf: [] });
    }
    await decide(portal, BOB, id);
    portal.notifications.clear();

    await portal.access.followCatalog.run();
    await portal.deliver();

    expect(portal.notifications.rows(ROOT)).toMatchObject([
      { title: 'Nobody can decide: access to Customer orders' },
    ]);
  });
});
