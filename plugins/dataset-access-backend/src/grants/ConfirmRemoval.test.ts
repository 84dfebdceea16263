import { codeOf } from '../__testUtils__/codeOf';
import {
  confirmRemoval,
  eventsOf,
  grantOf,
  revoke,
  tasksOf,
} from '../__testUtils__/grantLife';
import { approvedAccess, grantedAccess } from '../__testUtils__/grants';
import { MemorySource } from '../__testUtils__/MemorySource';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  CLEO,
  DAN,
  EVE,
  FRANK,
  MONA,
  ORDERS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';

const MARKETING = 'group:default/marketing';

onBothDatabases('confirming that a source no longer allows it', start => {
  it('ends what was revoked, with the evidence', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA);
    await revoke(product, id);
    product.clock.advance('PT3H');

    const { status, body } = await confirmRemoval(product, id, {
      by: BOB,
      accessNote: 'Role READER taken from ana',
    });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'revoked',
      pendingInSource: false,
      endedAt: '2030-01-15T09:00:00.000Z',
      removedAt: '2030-01-15T12:00:00.000Z',
    });
    const { history, historyIntact } = await grantOf(product, id);
    expect(historyIntact).toBe(true);
    expect(history.at(-1)).toMatchObject({
      type: 'grant-removed',
      actor: BOB,
      text: 'Role READER taken from ana',
    });
    expect((await tasksOf(product, DAN)).items).toEqual([]);
  });

  it.each([['P30D'], ['P40D']])(
    'leaves what has expired expired, whether or not that was noted before (%s)',
    async duration => {
      const product = await start();
      const id = await grantedAccess(product, ANA);
      product.clock.advance(duration);
      if (duration === 'P40D') {
        await product.access.grantLife.sweep.run();
      }

      const { body } = await confirmRemoval(product, id);

      expect(body).toMatchObject({
        state: 'expired',
        pendingInSource: false,
        endReason: 'expired',
        endedAt: '2030-02-14T09:00:00.000Z',
      });
      await product.access.grantLife.sweep.run();
      expect(await grantOf(product, id)).toMatchObject({
        state: 'expired',
        pendingInSource: false,
        historyIntact: true,
      });
    },
  );

  it('counts from who answers for the dataset, and never from who had the access', async () => {
    const insider = 'user:default/ina';
    const product = await start({ config: { superusers } });
    product.catalog.put({ ref: insider, memberOf: ['stewards', 'marketing'] });
    const answers: Record<string, unknown> = {};
    for (const [who, caller] of Object.entries({
      owner: DAN,
      approver: CLEO,
      'approver through a child group': FRANK,
      decider: BOB,
      superuser: ROOT,
      requester: ANA,
      'member of the group': MONA,
      'approver in the group': insider,
      stranger: EVE,
      service: 'service',
    } as const)) {
      const id = await grantedAccess(product, ANA, { beneficiary: MARKETING });
      await revoke(product, id);
      answers[who] = codeOf(await confirmRemoval(product, id, { by: caller }));
    }

    expect(answers).toEqual({
      owner: [200, undefined],
      approver: [200, undefined],
      'approver through a child group': [200, undefined],
      decider: [200, undefined],
      superuser: [200, undefined],
      requester: [403, 'NOT_AN_APPROVER'],
      'member of the group': [403, 'NOT_AN_APPROVER'],
      'approver in the group': [403, 'BENEFICIARY_APPROVAL'],
      stranger: [404, 'GRANT_NOT_FOUND'],
      service: [403, 'USER_REQUIRED'],
    });
  });

  it('happens once', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA);
    await revoke(product, id);
    await confirmRemoval(product, id);

    const again = await confirmRemoval(product, id, { by: BOB });

    expect(codeOf(again)).toEqual([409, 'REMOVAL_NOT_AWAITED']);
    expect((await eventsOf(product, id)).slice(2)).toEqual([
      'grant-revoked',
      'grant-removed',
    ]);
  });

  it('is refused to who has seen the grant otherwise', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA);
    await revoke(product, id);

    const stale = await confirmRemoval(product, id, { version: 2 });

    expect(codeOf(stale)).toEqual([412, 'STALE_VERSION']);
    expect((await grantOf(product, id)).pendingInSource).toBe(true);
  });

  it('is nothing for a person to say where a connector finds out', async () => {
    const source = new MemorySource([ORDERS]);
    const product = await start({ connectors: [source] });
    const id = await approvedAccess(product, ANA);
    await revoke(product, id);

    const answer = await confirmRemoval(product, id);

    expect(codeOf(answer)).toEqual([409, 'PROVISIONED_BY_CONNECTOR']);
    expect(source.given(ORDERS)).toEqual([`${ANA}: read-only`]);
  });
});
