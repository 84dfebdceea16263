import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  CLEO,
  DAN,
  DIARY,
  FRANK,
  MONA,
  ORDERS,
  PRODUCTS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';

const NOBODY_DECIDES = {
  title: 'Nobody can decide: access to Products',
  severity: 'high',
};

onBothDatabases('notices', start => {
  it('tell every reachable approver what is asked, once per batch, and never the requester (S0.7)', async () => {
    const product = await start();

    const { batchId } = await product.submit(BOB, {
      dataset: ORDERS,
      beneficiaries: [ANA, 'group:default/marketing'],
      reason: 'Churn analysis <b>for</b> the board',
      level: 'editor',
      duration: 'P30D',
    });
    await product.deliver();

    const rows = product.notifications.rows();
    // Frank is a steward through a child group; Bob is a steward, and asks
    expect(rows.map(({ user }) => user).sort()).toEqual([CLEO, FRANK].sort());
    expect(rows[0]).toMatchObject({
      title:
        'Bob Steward asks for editor access to Customer orders for 2 people or groups',
      description:
        'Customer orders in Snowflake, for Marketing and Ana Analyst, for 30 days. Reason: “Churn analysis <b>for</b> the board”',
      link: `/dataset-access/inbox?batch=${batchId}`,
      topic: 'access-requested',
      scope: `asked:${batchId}`,
    });
  });

  it('tell requester and beneficiaries the outcome, honestly (S0.9, S0.10)', async () => {
    const product = await start();
    const { outcomes } = await product.submit(ANA, {
      dataset: ORDERS,
      beneficiaries: [ANA, MONA],
      duration: 'P90D',
    });
    await product.deliver();
    const [own, forMona] = outcomes.map(({ requestId }) => requestId);
    await product.post(BOB, `/v1/requests/${own}/decision`, {
      decision: 'approve',
      duration: 'P30D',
    });
    await product.post(BOB, `/v1/requests/${forMona}/decision`, {
      decision: 'approve',
      granted: true,
      comment: 'Welcome',
    });
    await product.deliver();

    const [toAna] = product.notifications.rows(ANA);
    const [toMona] = product.notifications.rows(MONA);
    expect(toAna).toMatchObject({
      title: 'Approved: access to Customer orders',
      description:
        'Ana Analyst: approved by Bob Steward, but for 30 days. The owner still has to grant it in Snowflake. ' +
        'Mona: approved by Bob Steward. The access is there, until Apr 15, 2030. “Welcome”',
    });
    expect(toMona).toMatchObject({
      description:
        'Mona: approved by Bob Steward. The access is there, until Apr 15, 2030. “Welcome”',
      link: `/dataset-access/requests/${forMona}`,
    });
    expect(product.notifications.rows(ANA)).toHaveLength(1);
  });

  it('replace the row of co-approvers when somebody has decided, and leave the decider in peace', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);
    await product.deliver();
    await product.post(BOB, `/v1/requests/${id}/decision`, {
      decision: 'deny',
    });
    await product.deliver();

    const [toCleo, ...more] = product.notifications.rows(CLEO);
    const [toBob] = product.notifications.rows(BOB);
    expect(more).toEqual([]);
    expect(toCleo).toMatchObject({
      title: 'Nothing left to decide: access to Customer orders',
      description: 'Ana Analyst: denied by Bob Steward.',
      times: 2,
    });
    expect(toBob.times).toBe(1);
  });

  it('go to the members of a beneficiary group', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS, {
      beneficiaries: ['group:default/marketing'],
    });
    await product.post(BOB, `/v1/requests/${id}/decision`, {
      decision: 'approve',
    });
    await product.deliver();

    expect(product.notifications.rows(MONA)).toMatchObject([
      { title: 'Approved: access to Customer orders' },
    ]);
  });

  it('carry a question to the requester and the answer to the approvers', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);
    await product.deliver();
    await product.post(BOB, `/v1/requests/${id}/comments`, {
      text: 'For which region?',
      asksForInformation: true,
    });
    await product.deliver();
    expect(product.notifications.rows(ANA)).toMatchObject([
      {
        title:
          'Bob Steward asks for more information: access to Customer orders',
        description: '“For which region?”',
      },
    ]);

    await product.post(ANA, `/v1/requests/${id}/comments`, { text: 'EMEA' });
    await product.deliver();

    expect(product.notifications.rows(BOB)[0].times).toBe(2);
  });

  it('tell when the access is there', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);
    const { body } = await product.post(BOB, `/v1/requests/${id}/decision`, {
      decision: 'approve',
    });
    await product.deliver();
    await product.post(DAN, `/v1/grants/${body.grant.id}/confirmation`, {});
    await product.deliver();

    expect(product.notifications.rows(ANA)).toMatchObject([
      {
        description:
          'Ana Analyst: approved by Bob Steward. The access is there, until Feb 14, 2030.',
        times: 2,
      },
    ]);
  });

  it('tell administrators when nobody can decide any more', async () => {
    const product = await start({ config: { superusers } });
    await product.file(ANA, PRODUCTS);
    product.catalog.put({ ref: DAN, memberOf: [] });
    await product.deliver();

    expect(product.notifications.rows(ROOT)).toMatchObject([NOBODY_DECIDES]);
  });

  it('tell administrators as soon as the last approver is lost, with the way to the request', async () => {
    const product = await start({ config: { superusers } });
    const id = await product.file(ANA, PRODUCTS);
    await product.deliver();
    expect(product.notifications.rows(ROOT)).toEqual([]);
    product.catalog.put({ ref: DAN, memberOf: [] });

    await product.access.followCatalog.run();
    await product.deliver();

    expect(product.notifications.rows(ROOT)).toMatchObject([
      { ...NOBODY_DECIDES, link: `/dataset-access/inbox/${id}`, times: 1 },
    ]);
  });

  it('tell administrators of a request that has no approver, when others of its batch have one', async () => {
    const product = await start({ config: { superusers } });
    const { outcomes } = await product.submit(ANA, {
      dataset: PRODUCTS,
      beneficiaries: [ANA, 'group:default/marketing'],
    });
    await product.deliver();
    // the only approver now belongs to one of the beneficiaries
    product.catalog.put({ ref: DAN, memberOf: ['sales', 'marketing'] });

    await product.access.followCatalog.run();
    await product.deliver();

    expect(product.notifications.rows(ROOT)).toMatchObject([
      {
        ...NOBODY_DECIDES,
        link: `/dataset-access/inbox/${outcomes[1].requestId}`,
      },
    ]);
    const { body: inbox } = await product.get(DAN, '/v1/requests?view=inbox');
    expect(inbox.items).toMatchObject([{ id: outcomes[0].requestId }]);
  });

  it('tell administrators nothing when an approver was found before they could', async () => {
    const product = await start({ config: { superusers } });
    await product.file(ANA, PRODUCTS);
    await product.deliver();
    const dan = product.catalog.get(DAN);
    product.catalog.put({ ref: DAN, memberOf: [] });
    await product.access.followCatalog.run();
    product.catalog.put(dan);
    await product.deliver();

    expect(product.notifications.rows(ROOT)).toEqual([]);
  });

  it('tell owners and administrators when somebody decided for himself, where that is allowed', async () => {
    const product = await start({
      config: { superusers, requests: { selfApproval: 'allow-and-record' } },
    });
    const id = await product.file(BOB, ORDERS);
    const { body } = await product.post(BOB, `/v1/requests/${id}/decision`, {
      decision: 'approve',
    });
    await product.deliver();

    expect(body.decision).toMatchObject({ by: BOB, selfApproval: true });
    expect(body.history[1]).toMatchObject({ facts: { selfApproval: true } });
    const loud = product.notifications
      .rows()
      .filter(({ topic }) => topic === 'access-oversight');
    expect(loud.map(({ user, severity }) => [user, severity]).sort()).toEqual([
      [DAN, 'high'],
      [ROOT, 'high'],
    ]);
  });

  it('are held while the notification backend is down, and then say what is true', async () => {
    const product = await start();
    const id = await product.file(ANA, ORDERS);
    product.notifications.failure = new Error('503');
    await product.deliver();
    await product.post(BOB, `/v1/requests/${id}/decision`, {
      decision: 'approve',
    });
    await product.deliver();
    expect(product.notifications.rows()).toEqual([]);

    product.notifications.failure = undefined;
    product.clock.advance('PT10M');
    await product.deliver();

    expect(product.notifications.rows(CLEO)).toMatchObject([
      { title: 'Nothing left to decide: access to Customer orders' },
    ]);
    expect(product.notifications.rows(ANA)).toMatchObject([
      { title: 'Approved: access to Customer orders' },
    ]);
  });

  it('shorten long reasons and keep them on one line', async () => {
    const product = await start();
    await product.file(ANA, ORDERS, {
      reason: `First line\n\nsecond line ${'very '.repeat(200)}long`,
    });
    await product.deliver();

    const { description = '' } = product.notifications.rows(BOB)[0];
    expect(description).toContain('“First line second line very');
    expect(description).toMatch(/…”$/);
    expect(description.length).toBeLessThan(400);
  });

  it('are not sent where they are switched off', async () => {
    const product = await start({
      config: { notifications: { enabled: false } },
    });
    await product.file(ANA, ORDERS);
    await product.deliver();

    expect(product.notifications.rows()).toEqual([]);
    expect(await product.knex('outbox').whereNull('delivered_at')).toEqual([]);
  });

  it('make open pages of everybody concerned load again', async () => {
    const product = await start();
    const id = await product.file(ANA, DIARY, { beneficiaries: [MONA] });
    await product.deliver();

    expect(product.signals).toMatchObject([
      {
        channel: 'dataset-access',
        message: { type: 'requests-changed', requestIds: [id] },
      },
    ]);
    const { entityRef } = product.signals[0].recipients as {
      entityRef: string[];
    };
    expect(entityRef.sort()).toEqual([ANA, DAN, MONA].sort());
    expect(JSON.stringify(product.signals)).not.toContain('quarterly');
  });
});
