import type { AccessLevel } from 'backstage-plugin-dataset-access-common';
import { dataset } from './__testUtils__/entities';
import { describeWithPostgres, TestSource } from './__testUtils__/TestSource';

describeWithPostgres('who has what, according to the database', () => {
  let source: TestSource;
  beforeEach(async () => {
    source = await TestSource.create();
  });
  afterEach(() => source.destroy());

  const read = async (objects: string) =>
    (await source.connector().read(dataset(objects))).map(
      ({ holder, privileges, level, ours }) => ({
        holder: holder.replace(`${source.prefix}_`, ''),
        privileges: privileges.join(' '),
        level,
        ours,
      }),
    );
  const give = async (objects: string, name: string, level: AccessLevel) =>
    source.connector().apply({
      wanted: { target: await source.locate(objects, name), level },
      former: [],
      others: [],
    });

  it('is nobody at first: neither the owner nor the connector counts', async () => {
    expect(await read('sales.*')).toEqual([]);
  });

  it('tells what the connector gave from what others gave, also to the same role', async () => {
    await give('sales.orders', 'ann', 'read-only');
    await source.sql(
      `grant usage on schema sales to ${source.role('ben')}`,
      `grant select, insert, update, delete on sales.orders to ${source.role(
        'ann',
      )}, ${source.role('ben')}`,
      'grant select on sales.orders to public',
    );
    expect(await read('sales.orders')).toEqual([
      // nobody can use the schema just by being anybody
      { holder: 'PUBLIC', privileges: 'SELECT', level: undefined, ours: false },
      { holder: 'ann', privileges: 'SELECT', level: 'read-only', ours: true },
      {
        holder: 'ann',
        privileges: 'DELETE INSERT SELECT UPDATE',
        level: 'editor',
        ours: false,
      },
      {
        holder: 'ben',
        privileges: 'DELETE INSERT SELECT UPDATE',
        level: 'editor',
        ours: false,
      },
    ]);
  });

  it('is the level that somebody has on every table of the dataset', async () => {
    await give('sales.orders', 'ann', 'editor');
    expect(await read('sales.*')).toEqual([
      {
        holder: 'ann',
        privileges: 'DELETE INSERT SELECT UPDATE',
        level: undefined,
        ours: true,
      },
    ]);
    await give('sales.lines', 'ann', 'read-only');
    expect(await read('sales.*')).toMatchObject([
      { holder: 'ann', level: 'read-only', ours: true },
    ]);
  });

  it('sees what was done behind the back of the connector', async () => {
    await give('sales.orders', 'ann', 'editor');
    await source.sql(
      `set role ${source.role('connector')}`,
      `revoke insert on sales.orders from ${source.role('ann')}`,
      'reset role',
    );
    expect(await read('sales.orders')).toMatchObject([
      { privileges: 'DELETE SELECT UPDATE', level: 'read-only' },
    ]);
    await source.sql(
      `set role ${source.role('connector')}`,
      `revoke usage on schema sales from ${source.role('ann')}`,
      'reset role',
    );
    expect(await read('sales.orders')).toMatchObject([
      { privileges: 'DELETE SELECT UPDATE', level: undefined },
    ]);
    // and puts it right
    await give('sales.orders', 'ann', 'editor');
    expect(await read('sales.orders')).toMatchObject([{ level: 'editor' }]);
  });

  it('names targets that it can be taken back at, the same as locate does', async () => {
    const connector = source.connector();
    await give('sales.*', 'ann', 'owner');
    const [{ target }] = await connector.read(dataset('sales.*'));
    expect(target).toEqual(await source.locate('sales.*'));
    expect(JSON.parse(JSON.stringify(target))).toEqual(target);
    await connector.revoke({ former: [target], others: [] });
    expect(await read('sales.*')).toEqual([]);
  });

  it('names targets for holders that others gave something, at which there is nothing to take back', async () => {
    const connector = source.connector();
    await source.sql(
      'grant select on sales.orders to public',
      `grant select on sales.orders to ${source.role('ben')}`,
    );
    const holdings = await connector.read(dataset('sales.orders'));
    expect(holdings).toHaveLength(2);
    const former = holdings.map(({ target }) => target);
    expect(await connector.revoke({ former, others: [] })).toEqual([]);
    expect(await read('sales.orders')).toHaveLength(2);
  });
});
