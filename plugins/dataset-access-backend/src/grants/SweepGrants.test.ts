import { ConnectorProblem } from 'backstage-plugin-dataset-access-node';
import {
  confirmRemoval,
  eventsOf,
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
  ORDERS,
  ROOT,
  superusers,
} from '../__testUtils__/smallWorld';
import type { TestProduct } from '../__testUtils__/TestProduct';

const sweep = async (product: TestProduct) => {
  await product.access.grantLife.sweep.run();
  await product.deliver();
};

const noticesOf = (product: TestProduct, user: string, scope: string) =>
  product.notifications.rows(user).filter(row => row.scope === scope);

onBothDatabases('access that ends by itself', start => {
  it('is expired and not revoked, and waits to be taken back in the source', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA);
    product.clock.advance('P30D');
    product.clock.advance('PT5M');

    await sweep(product);
    await sweep(product);

    expect(await grantOf(product, id)).toMatchObject({
      state: 'expired',
      endReason: 'expired',
      // when it ended, not when that was noted
      endedAt: '2030-02-14T09:00:00.000Z',
      pendingInSource: true,
      historyIntact: true,
    });
    expect((await grantOf(product, id)).endedBy).toBeUndefined();
    expect((await eventsOf(product, id)).slice(-1)).toEqual(['grant-expired']);
    expect((await tasksOf(product, DAN)).items).toMatchObject([
      { kind: 'take-back', since: '2030-02-14T09:00:00.000Z' },
    ]);

    await confirmRemoval(product, id);
    expect(await grantOf(product, id)).toMatchObject({
      state: 'expired',
      pendingInSource: false,
    });
  });

  it('is noted once when two replicas look at the same time', async () => {
    const product = await start();
    const ids = [
      await grantedAccess(product, ANA),
      await grantedAccess(product, ANA, { level: 'editor' }),
    ];
    product.clock.advance('P30D');

    await Promise.all(
      [0, 1, 2].map(() => product.access.grantLife.sweep.run()),
    );

    for (const id of ids) {
      const types = await eventsOf(product, id);
      expect(types.filter(type => type === 'grant-expired')).toHaveLength(1);
    }
  });

  it('is not there while the sweeper is dead, nor is what lasts touched by it', async () => {
    const product = await start();
    const short = await grantedAccess(product, ANA, {
      level: 'editor',
      duration: 'P7D',
    });
    const long = await grantedAccess(product, ANA);
    product.clock.advance('P7D');
    expect(await levelOf(product, ANA)).toBe('read-only');

    await sweep(product);

    expect((await grantOf(product, short)).state).toBe('expired');
    expect((await grantOf(product, long)).state).toBe('active');
  });

  it('ends also while its source, which had lost it, could not be reached', async () => {
    const source = new MemorySource([ORDERS]);
    const product = await start({ connectors: [source] });
    const id = await approvedAccess(product, ANA);
    // its subject is gone for a while, so that it has to be given again
    const ana = product.catalog.get(ANA);
    product.catalog.put({ ...ana, uid: 'another' });
    await product.access.grantLife.follow.run();
    await product.deliver();
    product.catalog.put(ana);
    await product.access.grantLife.follow.run();
    source.problem = new ConnectorProblem('SOURCE_UNAVAILABLE', 'It is down.');
    await product.deliver();
    expect((await grantOf(product, id)).state).toBe('failed');
    product.clock.advance('P30D');

    await sweep(product);

    // nothing was given there since it was lost, so nothing has to be taken back
    expect(await grantOf(product, id)).toMatchObject({
      state: 'expired',
      endReason: 'expired',
      pendingInSource: false,
      historyIntact: true,
    });
    source.problem = undefined;
    product.clock.advance('P1D');
    await product.deliver();
    expect(source.given(ORDERS)).toEqual([]);
  });
});

onBothDatabases('reminders of an end', start => {
  it('come seven days and one day before it, once each', async () => {
    const product = await start();
    const id = await grantedAccess(product, ANA);
    const reminders = async () => {
      await sweep(product);
      await sweep(product);
      const types = await eventsOf(product, id);
      return types.filter(type => type === 'grant-ending').length;
    };

    product.clock.advance('P23D');
    product.clock.advance('-PT1S');
    expect(await reminders()).toBe(0);
    product.clock.advance('PT1S');
    expect(await reminders()).toBe(1);
    product.clock.advance('P6D');
    product.clock.advance('-PT1S');
    expect(await reminders()).toBe(1);
    product.clock.advance('PT1S');
    expect(await reminders()).toBe(2);
    product.clock.advance('PT12H');
    expect(await reminders()).toBe(2);

    expect(noticesOf(product, ANA, `ending:${id}`)).toMatchObject([
      {
        title: 'Your access to Customer orders ends on Feb 14, 2030',
        link: `/dataset-access/grants/${id}`,
        times: 2,
      },
    ]);
    expect(noticesOf(product, DAN, `ending:${id}`)).toEqual([]);
  });

  it('are one where the clock jumped over several, and none for access that is over or short', async () => {
    const product = await start();
    const jumped = await grantedAccess(product, ANA);
    const revoked = await grantedAccess(product, ANA, { level: 'editor' });
    await revoke(product, revoked);
    product.clock.advance('P29D');
    product.clock.advance('PT6H');
    // reminders of an end that is nearer than they are past
    const short = await grantedAccess(product, ANA, {
      level: 'owner',
      duration: 'PT12H',
    });

    await sweep(product);

    const counts = await Promise.all(
      [jumped, revoked, short].map(
        async id =>
          (await eventsOf(product, id)).filter(type => type === 'grant-ending')
            .length,
      ),
    );
    expect(counts).toEqual([1, 0, 0]);
  });
});

onBothDatabases('tasks that nobody does', start => {
  const escalations = (product: TestProduct, id: string) =>
    noticesOf(product, ROOT, `task:${id}`);

  it('are told to superusers after two days, once, and to those who answer for the dataset', async () => {
    const product = await start({ config: { superusers } });
    const id = await approvedAccess(product, ANA);
    product.clock.advance('P2D');
    product.clock.advance('-PT1S');
    await sweep(product);
    expect(escalations(product, id)).toEqual([]);
    expect((await tasksOf(product, DAN)).items[0].overdue).toBe(false);
    product.clock.advance('PT1S');

    await sweep(product);
    await sweep(product);
    product.clock.advance('P5D');
    await sweep(product);

    expect((await tasksOf(product, DAN)).items[0].overdue).toBe(true);
    expect(escalations(product, id)).toMatchObject([
      {
        title: 'Still to be done: Give Ana Analyst access to Customer orders',
        description:
          'read-only access was approved. Grant it in Snowflake, and confirm it here.',
        severity: 'high',
        link: `/dataset-access/grants/${id}`,
        times: 1,
      },
    ]);
    for (const user of [DAN, BOB, CLEO, FRANK]) {
      expect(noticesOf(product, user, `task:${id}`)).toHaveLength(1);
    }
    expect(noticesOf(product, ANA, `task:${id}`)).toEqual([]);
  });

  it('are told once more for the second task of the same grant', async () => {
    const product = await start({ config: { superusers } });
    const id = await approvedAccess(product, ANA);
    product.clock.advance('P3D');
    await sweep(product);
    await product.post(DAN, `/v1/grants/${id}/confirmation`, {});
    await revoke(product, id);
    await sweep(product);
    expect(escalations(product, id)[0].times).toBe(1);
    product.clock.advance('P2D');

    await sweep(product);

    expect(escalations(product, id)).toMatchObject([
      {
        title:
          'Still to be done: Take access to Customer orders back from Ana Analyst',
        times: 2,
      },
    ]);
  });

  it('are no more when they are done in time', async () => {
    const product = await start({ config: { superusers } });
    const id = await grantedAccess(product, ANA);
    await revoke(product, id);
    await confirmRemoval(product, id);
    product.clock.advance('P10D');

    await sweep(product);

    expect(escalations(product, id)).toEqual([]);
  });
});
