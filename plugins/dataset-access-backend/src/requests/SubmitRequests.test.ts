import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  DAN,
  DIARY,
  EVE,
  MONA,
  OLGA,
  ORDERS,
  PRODUCTS,
  smallWorld,
} from '../__testUtils__/smallWorld';

onBothDatabases('submitting', start => {
  it('makes one request per beneficiary and answers each (S0.4, S0.6)', async () => {
    const product = await start();

    const response = await product.post(ANA, '/v1/requests', {
      dataset: ORDERS,
      beneficiaries: [MONA, 'group:default/marketing', 'user:default/nobody'],
      reason: 'Campaign planning for spring',
      level: 'editor',
      duration: 'P7D',
    });

    expect(response.status).toBe(201);
    expect(response.body).toEqual({
      batchId: expect.any(String),
      approvers: [{ ref: 'group:default/stewards', via: 'override-group' }],
      outcomes: [
        {
          beneficiary: MONA,
          outcome: 'created',
          requestId: expect.any(String),
        },
        {
          beneficiary: 'group:default/marketing',
          outcome: 'created',
          requestId: expect.any(String),
        },
        {
          beneficiary: 'user:default/nobody',
          outcome: 'refused',
          code: 'BENEFICIARY_NOT_FOUND',
          message: expect.any(String),
        },
      ],
    });
    const [first, second] = response.body.outcomes;
    expect(await product.request(ANA, first.requestId)).toMatchObject({
      batchId: response.body.batchId,
      dataset: { ref: ORDERS, title: 'Customer orders', source: 'Snowflake' },
      beneficiary: MONA,
      requester: ANA,
      level: 'editor',
      duration: 'P7D',
      reason: 'Campaign planning for spring',
      status: 'pending',
      approvers: [{ ref: 'group:default/stewards', via: 'override-group' }],
      pendingUntil: '2030-02-14T09:00:00.000Z',
    });
    expect(await product.request(ANA, second.requestId)).toMatchObject({
      batchId: response.body.batchId,
      beneficiary: 'group:default/marketing',
    });
  });

  it('needs no role (S0.2)', async () => {
    const product = await start();

    expect(await product.submit(EVE, { dataset: ORDERS })).toMatchObject({
      outcomes: [{ beneficiary: EVE, outcome: 'created' }],
    });
  });

  it('answers a repeated submission like the first one, and files nothing more', async () => {
    const product = await start();
    const body = {
      dataset: ORDERS,
      beneficiaries: [ANA, MONA],
      reason: 'Quarterly report, once',
      level: 'read-only',
    };
    const send = () =>
      product
        .post(ANA, '/v1/requests', body)
        .set('Idempotency-Key', 'dialog-4711');

    const [first, ...repeated] = [
      await send(),
      ...(await Promise.all([send(), send(), send()])),
    ];

    for (const again of repeated) {
      expect(again.status).toBe(201);
      expect(again.body).toEqual(first.body);
    }
    const { body: list } = await product.get(ANA, '/v1/requests?view=mine');
    expect(list.items).toHaveLength(2);
  });

  it('files once when the same key arrives several times at once', async () => {
    const product = await start();
    const send = () =>
      product
        .post(ANA, '/v1/requests', {
          dataset: ORDERS,
          beneficiaries: [ANA],
          reason: 'A double click, and one more',
          level: 'read-only',
        })
        .set('Idempotency-Key', 'double-click');

    const answers = await Promise.all([send(), send(), send(), send()]);

    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0].status).toBe(201);
  });

  it('refuses a key that was used for something else, and lets others use it', async () => {
    const product = await start();
    const send = (caller: typeof ANA | typeof EVE, reason: string) =>
      product
        .post(caller, '/v1/requests', {
          dataset: ORDERS,
          beneficiaries: [caller],
          reason,
          level: 'read-only',
        })
        .set('Idempotency-Key', 'key-0000001');
    await send(ANA, 'The first thing to ask for');

    const other = await send(ANA, 'Another thing to ask for');
    const stranger = await send(EVE, 'Another thing to ask for');

    expect(other.status).toBe(422);
    expect(other.body.error.code).toBe('IDEMPOTENCY_MISMATCH');
    expect(stranger.status).toBe(201);
  });

  it('names the request that is already pending for the same beneficiary and level', async () => {
    const product = await start();
    const pending = await product.file(ANA, ORDERS);

    const again = await product.submit(BOB, {
      dataset: ORDERS,
      beneficiaries: ['User:Default/ANA', MONA],
    });
    const higher = await product.submit(ANA, {
      dataset: ORDERS,
      level: 'editor',
    });

    expect(again.outcomes).toMatchObject([
      { beneficiary: ANA, outcome: 'already-pending', requestId: pending },
      { beneficiary: MONA, outcome: 'created' },
    ]);
    expect(higher.outcomes).toMatchObject([{ outcome: 'created' }]);
  });

  it('leaves one open request when two people ask at the same moment', async () => {
    const product = await start();

    const results = await Promise.all(
      [ANA, EVE, MONA, DAN].map(caller =>
        product.submit(caller as typeof ANA, {
          dataset: ORDERS,
          beneficiaries: ['group:default/marketing'],
        }),
      ),
    );

    const outcomes = results.flatMap(result => result.outcomes);
    const ids = new Set(outcomes.map(({ requestId }) => requestId));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([
      'already-pending',
      'already-pending',
      'already-pending',
      'created',
    ]);
    expect(ids.size).toBe(1);
  });

  it('tells who has access already, and who has it approved', async () => {
    const product = await start();
    const granted = await product.file(ANA, ORDERS, { duration: 'P30D' });
    const approved = await product.file(EVE, ORDERS);
    await product.post(BOB, `/v1/requests/${granted}/decision`, {
      decision: 'approve',
      granted: true,
    });
    await product.post(BOB, `/v1/requests/${approved}/decision`, {
      decision: 'approve',
    });

    const shorter = await product.submit(ANA, {
      dataset: ORDERS,
      duration: 'P7D',
    });
    const longer = await product.submit(ANA, {
      dataset: ORDERS,
      duration: 'P90D',
    });
    const waiting = await product.submit(EVE, { dataset: ORDERS });
    const owner = await product.submit(ANA, {
      dataset: PRODUCTS,
      beneficiaries: [DAN],
    });

    expect(shorter.outcomes).toMatchObject([
      { outcome: 'already-has-access', requestId: granted },
    ]);
    expect(longer.outcomes).toMatchObject([{ outcome: 'created' }]);
    expect(waiting.outcomes).toMatchObject([
      { outcome: 'already-approved', requestId: approved },
    ]);
    expect(owner.outcomes).toMatchObject([{ outcome: 'already-has-access' }]);
  });

  it('counts access through a group, and forgets it when the group is another one', async () => {
    const product = await start();
    const id = await product.file(EVE, ORDERS, {
      beneficiaries: ['group:default/analysts'],
    });
    await product.post(BOB, `/v1/requests/${id}/decision`, {
      decision: 'approve',
      granted: true,
    });

    const member = await product.submit(ANA, { dataset: ORDERS });
    product.catalog.put({ ref: 'group:default/analysts', uid: 'another-one' });
    const later = await product.submit(ANA, { dataset: ORDERS });

    expect(member.outcomes).toMatchObject([{ outcome: 'already-has-access' }]);
    expect(later.outcomes).toMatchObject([{ outcome: 'created' }]);
  });

  it('refuses what leaves nobody to decide, unless somebody is named for that case', async () => {
    const product = await start();
    const escalating = await start({
      config: { approvers: { escalation: ['group:default/data-office'] } },
    });

    const refused = await product.submit(DAN, {
      dataset: DIARY,
      beneficiaries: [MONA],
    });
    const escalated = await escalating.submit(DAN, {
      dataset: DIARY,
      beneficiaries: [MONA],
    });
    const forOwner = await product.submit(ANA, {
      dataset: DIARY,
      beneficiaries: [MONA, DAN],
    });

    expect(refused.outcomes).toMatchObject([
      { outcome: 'refused', code: 'NO_ELIGIBLE_APPROVER' },
    ]);
    expect(escalated.outcomes).toMatchObject([{ outcome: 'created' }]);
    const { body: inbox } = await escalating.get(
      OLGA,
      '/v1/requests?view=inbox',
    );
    expect(inbox.items).toMatchObject([
      { approvers: [{ ref: 'group:default/data-office', via: 'escalation' }] },
    ]);
    expect(forOwner.outcomes).toMatchObject([
      { beneficiary: MONA, outcome: 'created' },
      { beneficiary: DAN, outcome: 'already-has-access' },
    ]);
  });

  it('takes no request for a group that holds every approver', async () => {
    const product = await start({
      world: [
        ...smallWorld,
        { ref: 'group:default/everybody' },
        { ref: 'group:default/all-stewards', parent: 'everybody' },
        {
          ref: 'resource:default/ledger',
          owners: ['group:default/all-stewards'],
        },
        { ref: 'user:default/sam', memberOf: ['all-stewards'] },
      ],
    });

    const { outcomes } = await product.submit(ANA, {
      dataset: 'resource:default/ledger',
      beneficiaries: ['group:default/everybody'],
    });

    expect(outcomes).toMatchObject([
      { outcome: 'refused', code: 'NO_ELIGIBLE_APPROVER' },
    ]);
  });

  it('stops one person from flooding approvers', async () => {
    const product = await start({
      config: { requests: { maxOpenPerRequester: 2 } },
    });
    await product.submit(ANA, { dataset: ORDERS, beneficiaries: [ANA, MONA] });

    const tooMany = await product.post(ANA, '/v1/requests', {
      dataset: PRODUCTS,
      beneficiaries: [ANA],
      reason: 'One more of these requests',
      level: 'read-only',
    });

    expect(tooMany.status).toBe(429);
    expect(tooMany.body.error.code).toBe('TOO_MANY_OPEN_REQUESTS');
    await product.file(EVE, PRODUCTS);
  });

  it('follows the settings of the dataset and of its domain', async () => {
    const product = await start({
      world: [
        ...smallWorld,
        { ref: 'domain:default/finance' },
        { ref: 'system:default/billing', partOf: ['domain:default/finance'] },
        {
          ref: 'resource:default/invoices',
          owners: ['sales'],
          partOf: ['system:default/billing'],
        },
      ],
      config: {
        overrides: [
          {
            domain: 'finance',
            requests: {
              maxDuration: 'P30D',
              indefiniteAllowed: false,
              levels: ['read-only'],
              reason: { minLength: 30 },
            },
          },
        ],
      },
    });
    const ask = (change: object) =>
      product.post(ANA, '/v1/requests', {
        dataset: 'resource:default/invoices',
        beneficiaries: [ANA],
        reason: 'Reconciling the invoices of the last quarter',
        level: 'read-only',
        duration: 'P30D',
        ...change,
      });

    const answers = [
      await ask({ duration: 'P31D' }),
      await ask({ duration: undefined }),
      await ask({ level: 'editor' }),
      await ask({ reason: 'Reconciling invoices' }),
      await ask({}),
    ];

    expect(
      answers.map(({ status, body }) => [status, body.error?.code]),
    ).toEqual([
      [400, 'BAD_DURATION'],
      [400, 'BAD_DURATION'],
      [400, 'BAD_LEVEL'],
      [400, 'BAD_REASON'],
      [201, undefined],
    ]);
  });
});
