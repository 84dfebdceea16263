import { codeOf } from '../__testUtils__/codeOf';
import {
  confirmRemoval,
  eventsOf,
  giveBack,
  grantOf,
  levelOf,
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
  FRANK,
  MONA,
  OLGA,
  ORDERS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';

const MARKETING = 'group:default/marketing';

onBothDatabases('access that is taken back', start => {
  it('is gone at once, while the source still allows it and somebody has to take it back there', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA);
    product.clock.advance('P2D');

    const { status, body } = await revoke(product, id);

    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'revoking',
      pendingInSource: true,
      endedAt: '2030-01-17T09:00:00.000Z',
      endedBy: DAN,
      endReason: 'revoked',
    });
    expect(await levelOf(product, ANA)).toBeUndefined();
    expect((await tasksOf(product, BOB)).items).toMatchObject([
      { kind: 'take-back', grant: { id }, since: '2030-01-17T09:00:00.000Z' },
    ]);
    const { history } = await grantOf(product, id);
    expect(history.at(-1)).toMatchObject({
      type: 'grant-revoked',
      actor: DAN,
      at: '2030-01-17T09:00:00.000Z',
      text: 'The project is over',
    });
    expect(await eventsOf(product, id)).toEqual([
      'grant-created',
      'grant-confirmed',
      'grant-revoked',
    ]);
  });

  it('is over for good when it never was in the source', async () => {
    const product = await start();
    const id = await approvedAccess(product, ANA);

    const { body } = await revoke(product, id);

    expect(body).toMatchObject({
      state: 'revoked',
      pendingInSource: false,
      endReason: 'revoked',
    });
    expect((await tasksOf(product, DAN)).items).toEqual([]);
  });

  it('by an owner is taken back in the source by its connector', async () => {
    const source = new MemorySource([ORDERS]);
    const product = await start({ connectors: [source] });
    const id = await approvedAccess(product, ANA);
    expect(source.given(ORDERS)).toEqual([`${ANA}: read-only`]);

    const { body } = await revoke(product, id);

    expect(body).toMatchObject({ state: 'revoking', pendingInSource: true });
    expect(await levelOf(product, ANA)).toBeUndefined();
    expect((await tasksOf(product, DAN)).items).toEqual([]);
    await product.deliver();
    expect(source.given(ORDERS)).toEqual([]);
    expect(await grantOf(product, id)).toMatchObject({
      state: 'revoked',
      pendingInSource: false,
    });
  });

  it('leaves the group’s grant to its members when their own is revoked', async () => {
    const product = await start();
    await grantedAccess(product, ANA, { beneficiary: MARKETING });
    const own = await grantedAccess(product, MONA, { level: 'editor' });
    expect(await levelOf(product, MONA)).toBe('editor');

    await revoke(product, own);

    expect(await levelOf(product, MONA)).toBe('read-only');
  });

  it('twice by one person is taken back once; for others it is over', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA);
    const first = await revoke(product, id);
    product.clock.advance('PT1H');

    const again = await revoke(product, id, { version: 2 });
    const other = await revoke(product, id, { by: BOB });
    const holder = await giveBack(product, id, { by: ANA });

    expect(again.body).toEqual(first.body);
    expect(codeOf(other)).toEqual([409, 'GRANT_ENDED']);
    expect(codeOf(holder)).toEqual([409, 'GRANT_ENDED']);
    expect(await eventsOf(product, id)).toEqual([
      'grant-created',
      'grant-confirmed',
      'grant-revoked',
    ]);
  });

  it('is not, by somebody who has seen it otherwise', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA);

    const stale = await revoke(product, id, { version: 1 });

    expect(codeOf(stale)).toEqual([412, 'STALE_VERSION']);
    expect(await levelOf(product, ANA)).toBe('read-only');
    expect((await revoke(product, id, { version: 2 })).status).toBe(200);
  });

  it('after its end is over already', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA);
    product.clock.advance('P30D');

    expect(codeOf(await revoke(product, id))).toEqual([409, 'GRANT_ENDED']);
    expect(await grantOf(product, id)).toMatchObject({
      state: 'expired',
      endReason: 'expired',
      pendingInSource: true,
    });
  });

  it('can be asked for again', async () => {
    const product = await start();
    await revoke(product, await grantedAccess(product, ANA));

    await grantedAccess(product, ANA);

    expect(await levelOf(product, ANA)).toBe('read-only');
  });
});

onBothDatabases('access that is given back', start => {
  it('is gone at once, with a word to who has to take it back', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA);

    const { status, body } = await giveBack(product, id, {
      by: ANA,
      comment: 'Done with it',
    });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'revoking',
      endReason: 'returned',
      endedBy: ANA,
      pendingInSource: true,
    });
    expect(await levelOf(product, ANA)).toBeUndefined();
    const { history } = await grantOf(product, id);
    expect(history.at(-1)).toMatchObject({
      type: 'grant-returned',
      actor: ANA,
      text: 'Done with it',
    });
    expect((await tasksOf(product, DAN)).items).toMatchObject([
      { kind: 'take-back', grant: { id, subject: ANA } },
    ]);
  });

  it.each([
    ['by who filed it for somebody else', ANA, MONA, 403, 'NOT_HOLDER'],
    [
      'by a member of the group that has it',
      MONA,
      MARKETING,
      403,
      'NOT_HOLDER',
    ],
    ['by the owner of the dataset', DAN, ANA, 403, 'NOT_HOLDER'],
    ['by an approver', BOB, ANA, 403, 'NOT_HOLDER'],
    ['by a superuser', ROOT, ANA, 403, 'NOT_HOLDER'],
    ['by a stranger', OLGA, ANA, 404, 'GRANT_NOT_FOUND'],
    ['by its holder, whoever asked', MONA, MONA, 200, undefined],
  ] as const)('%s', async (_, caller, beneficiary, status, code) => {
    const product = await start({ config: { superusers } });
    const id = await grantedAccess(product, ANA, { beneficiary });

    const answer = await giveBack(product, id, { by: caller });

    expect(codeOf(answer)).toEqual([status, code]);
  });

  it('twice is given back once', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA);
    const first = await giveBack(product, id, { by: ANA });
    product.clock.advance('PT1H');

    const again = await giveBack(product, id, { by: ANA, version: 2 });

    expect(again.body).toEqual(first.body);
    expect((await eventsOf(product, id)).slice(2)).toEqual(['grant-returned']);
  });
});

onBothDatabases('access that many end at once', start => {
  const endings = (product: TestProduct, id: string) => [
    revoke(product, id, { by: DAN }),
    revoke(product, id, { by: BOB }),
    revoke(product, id, { by: CLEO }),
    revoke(product, id, { by: FRANK }),
    giveBack(product, id, { by: ANA }),
  ];

  it('has ended once, for one reason', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA);

    const answers = await Promise.all(endings(product, id));

    expect(answers.map(({ status }) => status).sort()).toEqual([
      200, 409, 409, 409, 409,
    ]);
    const [, , ...ended] = await eventsOf(product, id);
    expect(ended).toHaveLength(1);
    expect(await levelOf(product, ANA)).toBeUndefined();
  });

  it('is not kept by somebody who confirms it at the same moment', async () => {
    const product = await start();
    const id = await approvedAccess(product, ANA);

    const [confirmed, revoked] = await Promise.all([
      product.post(BOB, `/v1/grants/${id}/confirmation`, {}),
      revoke(product, id),
    ]);

    expect(revoked.status).toBe(200);
    expect([200, 409, 412]).toContain(confirmed.status);
    expect(await levelOf(product, ANA)).toBeUndefined();
    const types = await eventsOf(product, id);
    expect(types.filter(type => type === 'grant-revoked')).toHaveLength(1);
    // what somebody has granted there has to be taken back; what nobody has, not
    const isThere = types.includes('grant-confirmed');
    expect(await grantOf(product, id)).toMatchObject({
      state: isThere ? 'revoking' : 'revoked',
      pendingInSource: isThere,
    });
  });

  it('is not kept by a reminder that changes the grant under their hands', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA);
    product.clock.advance('P23D');

    const [{ status }] = await Promise.all([
      revoke(product, id),
      ...[0, 1].map(() => product.access.grantLife.sweep.run()),
    ]);

    expect(status).toBe(200);
    expect(await levelOf(product, ANA)).toBeUndefined();
    const types = await eventsOf(product, id);
    expect(types.filter(type => type === 'grant-revoked')).toHaveLength(1);
    expect(types.at(-1)).toBe('grant-revoked');
  });

  it('by its own end is noted and taken back once, in whatever order', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA);
    product.clock.advance('P30D');

    const [first, second] = await Promise.all([
      confirmRemoval(product, id, { by: DAN }),
      confirmRemoval(product, id, { by: BOB }),
      ...[0, 1].map(() => product.access.grantLife.sweep.run()),
    ]);

    const isTaken = [first, second].some(one => one && one.status === 200);
    const ended = (await eventsOf(product, id)).slice(2);
    expect(new Set(ended).size).toBe(ended.length);
    expect(ended.includes('grant-removed')).toBe(isTaken);
    expect(await grantOf(product, id)).toMatchObject({
      state: 'expired',
      pendingInSource: !isTaken,
    });
  });

  it('is taken back in the source by one of those who say so', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA);
    await revoke(product, id);

    const answers = await Promise.all(
      ([DAN, BOB, CLEO] as const).map(by =>
        confirmRemoval(product, id, { by }),
      ),
    );

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await eventsOf(product, id)).slice(2)).toEqual([
      'grant-revoked',
      'grant-removed',
    ]);
  });
});
