import { ConnectorProblem } from 'backstage-plugin-dataset-access-node';
import { dataset, user } from './__testUtils__/entities';
import { describeWithPostgres, TestSource } from './__testUtils__/TestSource';

const DENIED = '42501';

describeWithPostgres('a database that changes', () => {
  let source: TestSource;
  beforeEach(async () => {
    source = await TestSource.create();
  });
  afterEach(() => source.destroy());

  const give = async (objects: string) => {
    const connector = source.connector();
    const target = await source.locate(objects);
    await connector.apply({
      wanted: { target, level: 'read-only' },
      former: [],
      others: [],
    });
    return { connector, target };
  };
  const select = (table: string) =>
    source.attempt('ann', `select * from sales.${table}`);

  it('covers tables and views that are added to a whole schema, when located again', async () => {
    const { connector, target } = await give('sales.*');
    await source.createTable('sales.later');
    await source.sql(
      'create view sales.seen as select 1 as one',
      `alter view sales.seen owner to ${source.role('owner')}`,
      `grant all on sales.seen to ${source.role(
        'connector',
      )} with grant option`,
    );
    expect(await select('later')).toBe(DENIED);

    const now = await source.locate('sales.*');
    expect(now).not.toEqual(target);
    const steps = await connector.apply({
      wanted: { target: now, level: 'read-only' },
      former: [target],
      others: [],
    });
    // what was there stays without a gap
    expect(steps.map(({ effect }) => effect)).toEqual(['grant', 'grant']);
    expect([await select('later'), await select('seen')]).toEqual(['ok', 'ok']);
    await connector.revoke({ former: [now], others: [] });
    expect(await source.grants()).toEqual([]);
  });

  it('finds a renamed table and a renamed role again to take access back', async () => {
    const { connector, target } = await give('sales.orders');
    await source.createTable('sales.spare');
    await source.sql(
      'alter table sales.orders rename to bookings',
      'alter table sales.spare rename to orders',
      `alter role ${source.role('ann')} rename to ${source.role('anna')}`,
      `alter role ${source.role('anna')} password '${source.password}'`,
    );
    expect(await source.attempt('anna', 'select * from sales.bookings')).toBe(
      'ok',
    );
    expect(await connector.revoke({ former: [target], others: [] })).toEqual([
      {
        effect: 'revoke',
        text: `REVOKE SELECT ON TABLE "sales"."bookings" FROM "${source.role(
          'anna',
        )}"`,
      },
      {
        effect: 'revoke',
        text: `REVOKE USAGE ON SCHEMA "sales" FROM "${source.role('anna')}"`,
      },
    ]);
    expect(await source.grants()).toEqual([]);
  });

  it('takes a table along into another schema', async () => {
    const { connector, target } = await give('sales.orders');
    await source.sql(
      'create schema archive',
      `grant usage on schema archive to ${source.role(
        'connector',
      )} with grant option`,
      'alter table sales.orders set schema archive',
    );
    const now = await source.locate('archive.orders');
    await connector.apply({
      wanted: { target: now, level: 'read-only' },
      former: [target],
      others: [],
    });
    expect(await source.attempt('ann', 'select * from archive.orders')).toBe(
      'ok',
    );
    expect(await source.grants()).toEqual([]); // nothing is left in the old schema
  });

  it('takes access from the old role when somebody has another one', async () => {
    const { connector, target } = await give('sales.orders');
    const now = (
      await connector.locate(
        dataset('sales.orders'),
        user('ann', source.role('ben')),
      )
    ).target;
    await connector.apply({
      wanted: { target: now, level: 'read-only' },
      former: [target],
      others: [],
    });
    expect(await source.grants()).toEqual([
      'orders: ben=SELECT/connector',
      'sales: ben=USAGE/connector',
    ]);
  });

  it('has nothing to take back from what was dropped', async () => {
    const { connector, target } = await give('sales.*');
    await source.sql('drop table sales.orders');
    const steps = await connector.revoke({ former: [target], others: [] });
    expect(steps.map(({ text }) => text.split(' FROM ')[0])).toEqual([
      'REVOKE SELECT ON TABLE "sales"."lines"',
      'REVOKE USAGE ON SCHEMA "sales"',
    ]);
    await source.sql('drop schema sales cascade');
    expect(await connector.revoke({ former: [target], others: [] })).toEqual(
      [],
    );
  });

  it('takes the schema back when all tables in it were dropped', async () => {
    const { connector, target } = await give('sales.orders');
    await source.sql('drop table sales.orders');
    await connector.revoke({ former: [target], others: [] });
    expect(await source.grants()).toEqual([]);
  });

  it('has nothing to take back from a role that was dropped', async () => {
    const { connector, target } = await give('sales.orders');
    await source.sql(
      `set role ${source.role('connector')}`,
      `revoke select on sales.orders from ${source.role('ann')}`,
      `revoke usage on schema sales from ${source.role('ann')}`,
      'reset role',
      `drop role ${source.role('ann')}`,
    );
    expect(await connector.revoke({ former: [target], others: [] })).toEqual(
      [],
    );
    await source.createRole('ann'); // another one, of the same name
    await connector.revoke({ former: [target], others: [] });
    expect(await select('orders')).toBe(DENIED);
  });

  it('gives nothing on a table that took the place of another', async () => {
    const { connector, target } = await give('sales.orders');
    await source.sql('drop table sales.orders');
    await source.createTable('sales.orders');
    const order = {
      wanted: { target, level: 'read-only' as const },
      former: [target],
      others: [],
    };
    await expect(connector.apply(order)).rejects.toMatchObject({
      code: 'TARGET_MISSING',
    });
    expect(await select('orders')).toBe(DENIED);
    const now = await source.locate('sales.orders');
    expect(now).not.toEqual(target);
  });

  it('gives nothing to a role that took the place of another', async () => {
    const target = await source.locate('sales.orders');
    await source.sql(`drop role ${source.role('ann')}`);
    await source.createRole('ann');
    await expect(
      source.connector().apply({
        wanted: { target, level: 'read-only' },
        former: [],
        others: [],
      }),
    ).rejects.toMatchObject({ code: 'SUBJECT_MISSING' });
  });

  it('does not take an old target for something in a restored database', async () => {
    const { connector, target } = await give('sales.orders');
    const old = { ...target, database: 1 };
    expect(await connector.revoke({ former: [old], others: [] })).toEqual([]);
    expect(await select('orders')).toBe('ok');
    await expect(
      connector.plan({
        wanted: { target: old, level: 'editor' },
        former: [],
        others: [],
      }),
    ).rejects.toMatchObject({ code: 'TARGET_MISSING' });
  });

  it('keeps nothing for what another dataset had before the database was restored', async () => {
    const { connector, target } = await give('sales.orders');
    await connector.revoke({
      former: [target],
      others: [{ target: { ...target, database: 1 }, level: 'read-only' }],
    });
    expect(await source.grants()).toEqual([]);
  });

  it.each([
    ['sales.ordres', 'no table or view sales.ordres'],
    ['sale.orders', 'no schema sale.'],
    ['sales.Orders', 'no table or view sales.Orders'],
    ['empty.*', 'no table or view in the schema empty'],
  ])('says that %s is not there', async (objects, words) => {
    await source.sql('create schema empty');
    const connector = source.connector();
    for (const asked of [
      () => connector.locate(dataset(objects), user('ann')),
      () => connector.read(dataset(objects)),
    ]) {
      const problem = await asked().catch(error => error);
      expect(problem).toBeInstanceOf(ConnectorProblem);
      expect(problem.code).toBe('TARGET_MISSING');
      expect(problem.message).toContain(words);
    }
  });

  it('says that somebody has no role', async () => {
    await expect(
      source.connector().locate(dataset('sales.orders'), user('zoe')),
    ).rejects.toMatchObject({
      code: 'SUBJECT_MISSING',
      message: expect.stringContaining(`no role ${source.role('zoe')}.`),
    });
  });
});
