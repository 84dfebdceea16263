import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { grantConfirmPermission } from 'backstage-plugin-dataset-access-common';
import { revoke, tasksOf } from '../__testUtils__/grantLife';
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
} from '../__testUtils__/smallWorld';
import type { Caller, TestProduct } from '../__testUtils__/TestProduct';

const MARKETING = 'group:default/marketing';

const described = async (product: TestProduct, user: Caller, query = '') =>
  (await tasksOf(product, user, query)).items.map(
    ({ kind, grant }) => `${kind} ${grant.subject} ${grant.level}`,
  );

const countOf = async (product: TestProduct, user: Caller) =>
  (await product.get(user, '/v1/requests/counts')).body.tasks;

onBothDatabases('what is to be done by hand in a source', start => {
  it('begins with the approval, and ends with the word of who has done it', async () => {
    const product = await start();
    const id = await approvedAccess(product, ANA);
    expect((await tasksOf(product, DAN)).items).toMatchObject([
      {
        kind: 'grant',
        grant: { id, state: 'awaiting-provisioning' },
        since: '2030-01-15T09:00:00.000Z',
        overdue: false,
      },
    ]);

    await product.post(DAN, `/v1/grants/${id}/confirmation`, {});

    expect(await described(product, DAN)).toEqual([]);
  });

  it('is to take access back as soon as it ends, also before the end was noted', async () => {
    const product = await start();
    await grantedAccess(product, ANA, { duration: 'P7D' });
    await revoke(product, await grantedAccess(product, MONA));
    product.clock.advance('P7D');

    expect(await described(product, DAN)).toEqual([
      `take-back ${MONA} read-only`,
      `take-back ${ANA} read-only`,
    ]);
  });

  it('says what has to stay because another grant gives it', async () => {
    const product = await start();
    await grantedAccess(product, ANA);
    await revoke(
      product,
      await grantedAccess(product, ANA, { level: 'owner' }),
    );
    await revoke(product, await grantedAccess(product, MONA));

    const { items } = await tasksOf(product, DAN);

    expect(items.map(({ grant, keeps }) => [grant.subject, keeps])).toEqual(
      expect.arrayContaining([
        [ANA, 'read-only'],
        [MONA, undefined],
      ]),
    );
    expect(items).toHaveLength(2);
  });

  it('is for owners and approvers, also through a child group, but never for who gets it or asked for it', async () => {
    const product = await start();
    await approvedAccess(product, ANA, { beneficiary: MARKETING });
    await approvedAccess(product, CLEO, { beneficiary: FRANK });

    const seen = Object.fromEntries(
      await Promise.all(
        ([DAN, BOB, CLEO, FRANK, ANA, MONA, EVE, 'service'] as const).map(
          async user => [user, await countOf(product, user)],
        ),
      ),
    );

    expect(seen).toEqual({
      [DAN]: 2,
      [BOB]: 2,
      // asked for one of them
      [CLEO]: 1,
      // gets one of them
      [FRANK]: 1,
      [ANA]: 0,
      [MONA]: 0,
      [EVE]: 0,
      service: 0,
    });
    for (const user of [DAN, BOB, CLEO, FRANK, ANA, MONA, EVE] as const) {
      expect(await described(product, user)).toHaveLength(seen[user]);
    }
  });

  it('is to be taken back also by who asked for it, and not by who had it', async () => {
    const product = await start();
    const id = await grantedAccess(product, CLEO, { beneficiary: FRANK });
    await revoke(product, id);

    expect(await described(product, CLEO)).toHaveLength(1);
    expect(await described(product, FRANK)).toEqual([]);
  });

  it('is nothing where a connector does it', async () => {
    const product = await start({ connectors: [new MemorySource([ORDERS])] });
    const id = await approvedAccess(product, ANA);
    expect(await described(product, DAN)).toEqual([]);
    await revoke(product, id);

    expect(await described(product, DAN)).toEqual([]);
  });

  it('comes page by page, the oldest first, by kind, without gaps or repeats', async () => {
    const product = await start();
    const beneficiaries = [ANA, MONA, EVE, MARKETING, FRANK];
    for (const beneficiary of beneficiaries) {
      await approvedAccess(product, ANA, { beneficiary });
      product.clock.advance('PT1M');
    }
    await revoke(
      product,
      await grantedAccess(product, ANA, { level: 'owner' }),
    );
    const expected = [
      ...beneficiaries.map(one => `grant ${one} read-only`),
      `take-back ${ANA} owner`,
    ];

    const pages = [await tasksOf(product, DAN, '?limit=2')];
    for (let next = pages[0].nextCursor; next; ) {
      const page = await tasksOf(product, DAN, `?limit=2&cursor=${next}`);
      pages.push(page);
      next = page.nextCursor;
    }
    const back = await tasksOf(
      product,
      DAN,
      `?limit=2&cursor=${pages[2].prevCursor}`,
    );

    const items = pages.flatMap(page => page.items);
    expect(
      items.map(({ kind, grant }) => `${kind} ${grant.subject} ${grant.level}`),
    ).toEqual(expected);
    expect(back.items).toEqual(pages[1].items);
    expect(await described(product, DAN, '?kind=take-back')).toEqual(
      expected.slice(-1),
    );
    expect(await described(product, DAN, '?kind=grant')).toEqual(
      expected.slice(0, -1),
    );
    const stray = await product.get(
      DAN,
      `/v1/tasks?kind=grant&cursor=${pages[0].nextCursor}`,
    );
    expect(stray.body.error.code).toBe('BAD_CURSOR');
  });

  it('is nothing for those whom a policy forbids to confirm', async () => {
    let denies = false;
    const product = await start({
      policy: name => ({
        result:
          denies && name === grantConfirmPermission.name
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
    });
    await approvedAccess(product, ANA);
    expect(await countOf(product, DAN)).toBe(1);
    denies = true;

    expect(await described(product, DAN)).toEqual([]);
    expect(await countOf(product, DAN)).toBe(0);
  });
});
