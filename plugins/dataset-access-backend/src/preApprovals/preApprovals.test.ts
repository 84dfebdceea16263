import { MemorySource } from '../__testUtils__/MemorySource';
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
  smallWorld,
} from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';

const ANALYSTS = 'group:default/analysts';
const STEWARDS = 'group:default/stewards';
const RULE = {
  name: 'analysts-read',
  title: 'Analysts read what sales has',
  beneficiaries: [ANALYSTS],
  datasets: [{ field: 'owner', values: ['group:default/sales'] }],
  maxDuration: 'P90D',
};
const NAMED = { kind: 'pre-approval', name: RULE.name, title: RULE.title };

const titles = (product: TestProduct, user: string) =>
  product.notifications.rows(user).map(({ title }) => title);

const withRule = (change: object = {}) => ({
  config: { preApprovals: [{ ...RULE, ...change }] },
});

onBothDatabases('what a rule approves', start => {
  it('is approved at once, by the rule and by nobody, and then waits for nothing but the source', async () => {
    const product = await start(withRule());

    const { outcomes } = await product.submit(ANA, { dataset: ORDERS });

    const [{ requestId, ...outcome }] = outcomes;
    expect(outcome).toEqual({
      beneficiary: ANA,
      outcome: 'created',
      rule: NAMED,
    });
    const request = await product.request(ANA, requestId!);
    expect(request).toMatchObject({
      status: 'approved',
      decision: {
        rule: NAMED,
        outcome: 'approved',
        at: '2030-01-15T09:00:00.000Z',
      },
      grant: {
        state: 'awaiting-provisioning',
        level: 'read-only',
        duration: 'P30D',
        rule: NAMED,
      },
      historyIntact: true,
    });
    expect(request.decision).not.toHaveProperty('by');
    expect(request.grant).not.toHaveProperty('grantedBy');
    expect(
      request.history.map(({ type, actor, facts }) => [
        type,
        actor,
        facts?.rule,
      ]),
    ).toEqual([
      ['filed', ANA, undefined],
      ['approved', undefined, RULE.name],
      ['grant-created', undefined, RULE.name],
    ]);
  });

  it('becomes real as after any approval', async () => {
    const product = await start(withRule());
    const id = await product.file(ANA, ORDERS);
    const { grant } = await product.request(ANA, id);

    const byHerself = await product.post(
      ANA,
      `/v1/grants/${grant!.id}/confirmation`,
      {},
    );
    const byOwner = await product.post(
      DAN,
      `/v1/grants/${grant!.id}/confirmation`,
      {},
    );

    expect(byHerself.status).toBe(403);
    expect(byOwner.body).toMatchObject({ state: 'active', rule: NAMED });
  });

  it('goes to the connector where there is one, and nobody has anything to do', async () => {
    const product = await start({
      ...withRule(),
      connectors: [new MemorySource([ORDERS])],
    });

    const id = await product.file(ANA, ORDERS);
    await product.deliver();

    expect((await product.request(ANA, id)).grant?.state).toBe('active');
    expect(titles(product, BOB)).toEqual([]);
  });

  it('asks nobody to decide; who has to grant it by hand is told so, and the requester what came of it', async () => {
    const product = await start(withRule());

    await product.file(ANA, ORDERS);
    await product.deliver();

    const task = ['Give Ana Analyst access to Customer orders'];
    expect(titles(product, BOB)).toEqual(task);
    expect(titles(product, DAN)).toEqual(task);
    const [notice] = product.notifications.rows(ANA);
    expect(notice.title).toBe('Approved: access to Customer orders');
    expect(notice.description).toContain(
      'approved by the rule “Analysts read what sales has”',
    );
    const inbox = await product.get(BOB, '/v1/requests?view=inbox');
    expect(inbox.body.items).toMatchObject([
      { status: 'approved', decision: { rule: NAMED } },
    ]);
  });

  it.each([
    ['a higher level', { level: 'editor' }, {}, 'pending'],
    [
      'a level that the rule allows',
      { level: 'editor' },
      { maxLevel: 'owner' },
      'approved',
    ],
    ['a longer time', { duration: 'P91D' }, {}, 'pending'],
    ['the longest time', { duration: 'P90D' }, {}, 'approved'],
    ['no end', { duration: undefined }, {}, 'pending'],
    [
      'no end, where the rule allows it',
      { duration: undefined },
      { maxDuration: undefined, indefinite: true },
      'approved',
    ],
    ['somebody else', { beneficiaries: [EVE] }, {}, 'pending'],
    [
      'somebody else, where the rule is for everyone',
      { beneficiaries: [EVE] },
      { beneficiaries: 'everyone' },
      'approved',
    ],
    [
      'a member of a child group',
      { beneficiaries: [FRANK] },
      { beneficiaries: [STEWARDS] },
      'approved',
    ],
    ['the group itself', { beneficiaries: [ANALYSTS] }, {}, 'approved'],
    [
      'another group',
      { beneficiaries: ['group:default/marketing'] },
      {},
      'pending',
    ],
    [
      'another dataset',
      {},
      { datasets: [{ field: 'entity', values: [PRODUCTS] }] },
      'pending',
    ],
    [
      'a dataset that meets one of two criteria',
      {},
      { datasets: [...RULE.datasets, { field: 'tag', values: ['public'] }] },
      'pending',
    ],
    [
      'a dataset with a label',
      {},
      {
        datasets: [
          {
            field: 'label',
            values: ['data-registry/override-approver=stewards'],
          },
        ],
      },
      'approved',
    ],
    [
      'a dataset whose name begins so',
      {},
      {
        datasets: [
          {
            field: 'entity',
            operator: 'starts-with',
            values: ['resource:default/ord'],
          },
        ],
      },
      'approved',
    ],
    ['a dataset, whatever it is', {}, { datasets: [] }, 'approved'],
  ])('is decided by its bounds: %s', async (_, submission, rule, status) => {
    const product = await start(withRule(rule));

    const id = await product.file(ANA, ORDERS, submission as {});

    expect((await product.request(ANA, id)).status).toBe(status);
  });

  it('is what lies in a domain, also through a system and a domain around it', async () => {
    const product = await start({
      ...withRule({
        datasets: [{ field: 'domain', values: ['domain:default/company'] }],
      }),
      world: [
        ...smallWorld,
        { ref: 'domain:default/company' },
        { ref: 'domain:default/finance', partOf: ['domain:default/company'] },
        {
          ref: 'resource:default/ledger',
          owners: ['sales'],
          labels: { 'data-registry/domain': 'finance' },
        },
      ],
    });

    const inside = await product.file(ANA, 'resource:default/ledger');
    const outside = await product.file(ANA, ORDERS);

    expect((await product.request(ANA, inside)).status).toBe('approved');
    expect((await product.request(ANA, outside)).status).toBe('pending');
  });

  it('follows the directory: who has left the group is asked about again', async () => {
    const product = await start(withRule());
    product.catalog.put({ ref: ANA, title: 'Ana Analyst' });
    await product.access.decisions.refreshCatalog();

    const id = await product.file(ANA, ORDERS);

    expect((await product.request(ANA, id)).status).toBe('pending');
  });

  it('is one beneficiary of a submission, while the others wait for a person', async () => {
    const product = await start(withRule());

    const { outcomes } = await product.submit(ANA, {
      dataset: ORDERS,
      beneficiaries: [ANA, MONA],
    });
    await product.deliver();

    expect(outcomes.map(({ rule }) => rule?.name)).toEqual([
      RULE.name,
      undefined,
    ]);
    const [notice] = product.notifications
      .rows(BOB)
      .filter(({ title }) => title.includes('asks for'));
    expect(notice.title).toBe(
      'Ana Analyst asks for read-only access to Customer orders',
    );
    expect(notice.description).toContain('for Mona');
  });

  it('is nothing where requests are switched off', async () => {
    const product = await start({
      ...withRule({ datasets: [] }),
      world: [
        ...smallWorld,
        {
          ref: 'resource:default/closed',
          owners: ['sales'],
          labels: { 'data-registry/access-requests': 'disabled' },
        },
      ],
    });

    const { body } = await product.post(ANA, '/v1/requests', {
      dataset: 'resource:default/closed',
      beneficiaries: [ANA],
      reason: 'Trying it all the same',
      level: 'read-only',
      duration: 'P30D',
    });

    expect(body.error.code).toBe('REQUESTS_DISABLED');
  });

  it('is nothing where the only approver asks: a rule is not the way around him (A3)', async () => {
    const product = await start(
      withRule({ beneficiaries: 'everyone', datasets: [] }),
    );

    const { outcomes } = await product.submit(DAN, {
      dataset: DIARY,
      beneficiaries: [MONA],
    });

    expect(outcomes).toMatchObject([
      { outcome: 'refused', code: 'NO_ELIGIBLE_APPROVER' },
    ]);
  });

  it('is answered the same when the call is repeated, and given once', async () => {
    const product = await start(withRule());
    const submit = () =>
      product
        .post(ANA, '/v1/requests', {
          dataset: ORDERS,
          beneficiaries: [ANA],
          reason: 'Needed for the quarterly report',
          level: 'read-only',
          duration: 'P30D',
        })
        .set('Idempotency-Key', 'pre-approved-1');

    const [first, again] = await Promise.all([submit(), submit()]);

    expect(again.body).toEqual(first.body);
    expect(await product.knex('access_grants')).toHaveLength(1);
  });
});
