import { codeOf } from '../__testUtils__/codeOf';
import { grantOf, revoke } from '../__testUtils__/grantLife';
import { approvedAccess, grantedAccess } from '../__testUtils__/grants';
import { MemorySource } from '../__testUtils__/MemorySource';
import { onBothDatabases } from '../__testUtils__/onBothDatabases';
import {
  ANA,
  BOB,
  DAN,
  EVE,
  MONA,
  ORDERS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import type { Caller } from '../__testUtils__/TestProduct';
import { unprotectHistory } from '../__testUtils__/unprotectHistory';

const MARKETING = 'group:default/marketing';
const UNKNOWN = '/v1/grants/7e0b6a36-3b0f-4b6e-9d35-0f6e2f3f6d10';

onBothDatabases('the page of a grant', start => {
  it('says what may be done with it, and why not', async () => {
    const product = await start({ config: { superusers } });
    const id = await grantedAccess(product, ANA);
    const can = async (caller: Caller) =>
      Object.entries((await grantOf(product, id, caller)).can).map(
        ([what, { allowed, code }]) => `${what}: ${allowed ? 'yes' : code}`,
      );

    expect(await can(DAN)).toEqual([
      'confirm: GRANT_NOT_AWAITING',
      'revoke: yes',
      'return: NOT_HOLDER',
      'confirmRemoval: REMOVAL_NOT_AWAITED',
    ]);
    expect(await can(ANA)).toEqual([
      'confirm: NOT_AN_APPROVER',
      'revoke: NOT_AN_APPROVER',
      'return: yes',
      'confirmRemoval: NOT_AN_APPROVER',
    ]);
    await revoke(product, id);
    expect(await can(ROOT)).toEqual([
      'confirm: GRANT_NOT_AWAITING',
      'revoke: GRANT_ENDED',
      'return: NOT_HOLDER',
      'confirmRemoval: yes',
    ]);
  });

  it('is not there for those it does not concern, like a grant that does not exist', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA);

    const hidden = await product.get(EVE, `/v1/grants/${id}`);
    const unknown = await product.get(EVE, UNKNOWN);

    expect(codeOf(hidden)).toEqual([404, 'GRANT_NOT_FOUND']);
    expect(hidden.body.error.message).toBe(unknown.body.error.message);
  });

  it('is for the members of the group that has it', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA, { beneficiary: MARKETING });

    expect(await grantOf(product, id, MONA)).toMatchObject({
      subject: MARKETING,
      state: 'active',
    });
  });

  it('tells when its history was changed behind our back', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA);
    expect((await grantOf(product, id)).historyIntact).toBe(true);

    await unprotectHistory(product.knex);
    await product
      .knex('audit_events')
      .where({ subject_id: id, type: 'grant-confirmed' })
      .update({ actor_ref: BOB });

    expect((await grantOf(product, id)).historyIntact).toBe(false);
  });

  it('shows that a connector is at it, and nothing to confirm', async () => {
    const product = await start({ connectors: [new MemorySource([ORDERS])] });
    const request = await product.file(ANA, ORDERS);
    const { body } = await product.post(
      BOB,
      `/v1/requests/${request}/decision`,
      {
        decision: 'approve',
      },
    );

    expect(await grantOf(product, body.grant.id)).toMatchObject({
      state: 'provisioning',
      connector: 'memory',
      can: { confirm: { code: 'PROVISIONED_BY_CONNECTOR' } },
    });
  });

  it('keeps what is approved apart from what is there', async () => {
    const product = await start();
    const id = await approvedAccess(product, ANA);

    const grant = await grantOf(product, id);

    expect(grant).toMatchObject({
      state: 'awaiting-provisioning',
      pendingInSource: false,
    });
    expect(grant.activatedAt).toBeUndefined();
    expect(grant.expiresAt).toBeUndefined();
  });
});
