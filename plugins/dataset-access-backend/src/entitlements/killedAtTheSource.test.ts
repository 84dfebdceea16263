import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import { SourceDatabase } from '../__testUtils__/SourceDatabase';
import { SourceReplicas } from '../__testUtils__/SourceReplicas';
import { DAN, ORDERS, sourceWorld } from '../__testUtils__/sourceWorld';
import { DatabaseEntitlementStore } from './DatabaseEntitlementStore';

const ANA = 'user:default/ana';

/** As it would be done by somebody who gives access first and writes it down then. */
function noteNothingBeforehand(): void {
  jest
    .spyOn(DatabaseEntitlementStore.prototype, 'aimAt')
    .mockImplementation(async entitlement => entitlement);
}

onBothDatabases('a process that is killed at the source', (_, database) => {
  let source: SourceDatabase;
  let all: SourceReplicas;

  beforeEach(async () => {
    source = await SourceDatabase.create(['ana']);
    await source.createTable('orders');
    all = await SourceReplicas.start(await database(), source, sourceWorld, {
      drift: { onDifference: 'report' },
    });
  });

  afterEach(async () => {
    await all.bury();
    await source.close();
    jest.restoreAllMocks();
  });

  async function approve(): Promise<string> {
    const id = await all.first.file(ANA, ORDERS);
    const { body } = await all.first.post(DAN, `/v1/requests/${id}/decision`, {
      decision: 'approve',
    });
    return body.grant.id;
  }

  async function revoke(grantId: string): Promise<void> {
    await all.first.post(DAN, `/v1/grants/${grantId}/revocation`, {
      reason: 'Not needed after all',
    });
  }

  async function deliverOnceTheLeaseHasRunOut(): Promise<void> {
    all.advance('PT1M');
    await all.first.deliver();
  }

  const state = async (grantId: string) =>
    (await all.first.get(DAN, `/v1/grants/${grantId}`)).body;

  it('before it recorded what it gave leaves nothing open: another one takes over', async () => {
    const grantId = await approve();
    await all.killAtTheSource(1);
    expect(await source.select('ana', 'orders')).toBe('rows');
    expect(await state(grantId)).toMatchObject({ state: 'provisioning' });

    await deliverOnceTheLeaseHasRunOut();

    expect(await state(grantId)).toMatchObject({ state: 'active' });
  });

  async function givenThenRevokedUnrecorded(): Promise<string> {
    const grantId = await approve();
    await all.killAtTheSource(1);
    await revoke(grantId);
    await deliverOnceTheLeaseHasRunOut();
    return grantId;
  }

  it('leaves no access behind that was revoked before anybody knew of it', async () => {
    const grantId = await givenThenRevokedUnrecorded();

    expect(await source.select('ana', 'orders')).toBe('42501');
    expect(await state(grantId)).toMatchObject({
      state: 'revoked',
      pendingInSource: false,
    });
  });

  it('would leave it behind if it were noted only afterwards', async () => {
    noteNothingBeforehand();

    await givenThenRevokedUnrecorded();

    expect(await source.select('ana', 'orders')).toBe('rows');
  });

  it('before it recorded what it took leaves the end pending until another one has looked', async () => {
    const grantId = await approve();
    await all.first.deliver();
    await revoke(grantId);
    await all.killAtTheSource(1);
    expect(await state(grantId)).toMatchObject({
      state: 'revoking',
      pendingInSource: true,
    });

    await deliverOnceTheLeaseHasRunOut();

    expect(await state(grantId)).toMatchObject({ state: 'revoked' });
    expect(await source.given()).toEqual([]);
  });

  it('and only seemed to be dead does no harm when it goes on', async () => {
    const grantId = await approve();
    await all.killAtTheSource(1);
    await revoke(grantId);
    await deliverOnceTheLeaseHasRunOut();

    await all.bury();
    await deliverOnceTheLeaseHasRunOut();

    expect(await state(grantId)).toMatchObject({
      state: 'revoked',
      pendingInSource: false,
      historyIntact: true,
    });
    expect(await source.given()).toEqual([]);
  });
});
