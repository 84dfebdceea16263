import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  OLGA,
  ORDERS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import { LEDGER, stepsWorld, twoSteps } from '../__testUtils__/stepsWorld';

const OFFICE = 'group:default/data-office';
const escalating = {
  superusers,
  requests: { escalateAfter: 'P3D', reminders: [] },
  approvers: { escalation: [OFFICE] },
};

onBothDatabases('a request that waits too long', start => {
  it('may be decided by the escalation approvers as well, who are told', async () => {
    const product = await start({ config: escalating });
    const id = await product.file(ANA, ORDERS);
    await product.deliver();
    product.clock.advance('P3D');

    await product.access.escalate.run();
    await product.deliver();

    const request = await product.request(ANA, id);
    expect(request).toMatchObject({
      escalatedAt: '2030-01-18T09:00:00.000Z',
      approvers: [
        { ref: 'group:default/stewards' },
        { ref: OFFICE, via: 'escalation' },
      ],
    });
    expect(request.history).toMatchObject([
      { type: 'filed' },
      { type: 'escalated' },
    ]);
    expect(product.notifications.rows(OLGA)).toHaveLength(1);
    const { body } = await product.get(OLGA, '/v1/requests?view=inbox');
    expect(body.items).toMatchObject([{ id }]);
    const decided = await product.post(OLGA, `/v1/requests/${id}/decision`, {
      decision: 'approve',
    });
    expect(decided.body.decision).toMatchObject({ by: OLGA });
  });

  it('may still be decided by those who could before', async () => {
    const product = await start({ config: escalating });
    const id = await product.file(ANA, ORDERS);
    product.clock.advance('P3D');
    await product.access.escalate.run();
    await product.access.followCatalog.run();

    const { body } = await product.post(BOB, `/v1/requests/${id}/decision`, {
      decision: 'approve',
    });

    expect(body.status).toBe('approved');
    expect(body.history.map(({ type }: { type: string }) => type)).toEqual([
      'filed',
      'escalated',
      'approved',
      'grant-created',
    ]);
  });

  it.each([
    ['before the wait is over', escalating, 'P2D'],
    [
      'where nobody is named who could step in',
      { requests: escalating.requests },
      'P10D',
    ],
    [
      'where no wait is configured',
      { approvers: escalating.approvers },
      'P10D',
    ],
  ])('is left alone %s', async (_, config, wait) => {
    const product = await start({ config });
    const id = await product.file(ANA, ORDERS);
    product.clock.advance(wait);

    await product.access.escalate.run();

    expect((await product.request(ANA, id)).escalatedAt).toBeUndefined();
    const { status } = await product.post(OLGA, `/v1/requests/${id}/decision`, {
      decision: 'approve',
    });
    expect(status).toBe(404);
  });

  it('escalates once', async () => {
    const product = await start({ config: escalating });
    const id = await product.file(ANA, ORDERS);
    product.clock.advance('P4D');

    await product.access.escalate.run();
    await product.access.escalate.run();

    const { history } = await product.request(ANA, id);
    expect(history.map(({ type }) => type)).toEqual(['filed', 'escalated']);
  });

  it('waits anew at each step', async () => {
    const product = await start({
      world: stepsWorld,
      config: {
        ...escalating,
        ...twoSteps,
        approvers: { escalation: [ROOT] },
      },
    });
    const id = await product.file(ANA, LEDGER);
    product.clock.advance('P4D');
    await product.access.escalate.run();
    await product.post('user:default/dan', `/v1/requests/${id}/decision`, {
      decision: 'approve',
    });

    const stepped = await product.request(ANA, id);
    product.clock.advance('P2D');
    await product.access.escalate.run();
    const waiting = await product.request(ANA, id);
    product.clock.advance('P1D');
    await product.access.escalate.run();
    const escalated = await product.request(ANA, id);

    expect(stepped.escalatedAt).toBeUndefined();
    expect(waiting.escalatedAt).toBeUndefined();
    expect(escalated.approvers).toMatchObject([{ ref: OFFICE }, { ref: ROOT }]);
  });
});
