import { describeWithPostgres, TestSource } from './__testUtils__/TestSource';

describeWithPostgres('what several have a part in', () => {
  let source: TestSource;
  beforeEach(async () => {
    source = await TestSource.create();
  });
  afterEach(() => source.destroy());

  const entitlement = async (
    objects: string,
    level = 'read-only' as const,
  ) => ({
    target: await source.locate(objects),
    level,
  });

  it('keeps what the owner granted before to the same role', async () => {
    const connector = source.connector();
    await source.sql(
      `set role ${source.role('owner')}`,
      `grant usage on schema sales to ${source.role('ann')}`,
      `grant select, update on sales.orders to ${source.role('ann')}`,
      'reset role',
    );
    const before = await source.grants();
    const wanted = await entitlement('sales.orders');

    await connector.apply({ wanted, former: [], others: [] });
    expect(await source.grants()).toEqual(
      [...before, 'orders: ann=SELECT/connector'].sort(),
    );
    await connector.revoke({ former: [wanted.target], others: [] });
    expect(await source.grants()).toEqual(before);
  });

  it('keeps what was approved when the owner takes back his own grant', async () => {
    const connector = source.connector();
    await source.sql(
      `set role ${source.role('owner')}`,
      `grant select on sales.orders to ${source.role('ann')}`,
    );
    const wanted = await entitlement('sales.orders');
    await connector.apply({ wanted, former: [], others: [] });

    await source.sql(
      `revoke select on sales.orders from ${source.role('ann')}`,
      'reset role',
    );
    expect(await source.attempt('ann', 'select * from sales.orders')).toBe(
      'ok',
    );
  });

  it('keeps grants of others to other roles and to PUBLIC', async () => {
    const connector = source.connector();
    await source.sql(
      `grant select on sales.orders to ${source.role('ben')}`,
      'grant select on sales.orders to public',
    );
    const before = await source.grants();
    const wanted = await entitlement('sales.orders');

    await connector.apply({ wanted, former: [], others: [] });
    await connector.revoke({ former: [wanted.target], others: [] });
    expect(await source.grants()).toEqual(before);
  });

  it('keeps, of a table in two datasets, what the other dataset is for', async () => {
    const connector = source.connector();
    const editor = {
      target: await source.locate('sales.orders'),
      level: 'editor' as const,
    };
    const reader = await entitlement('sales.*');
    await connector.apply({ wanted: editor, former: [], others: [] });
    await connector.apply({ wanted: reader, former: [], others: [editor] });

    await connector.revoke({ former: [editor.target], others: [reader] });
    expect(await source.grants()).toEqual([
      'lines: ann=SELECT/connector',
      'orders: ann=SELECT/connector',
      'sales: ann=USAGE/connector',
    ]);
    await connector.revoke({ former: [reader.target], others: [] });
    expect(await source.grants()).toEqual([]);
  });

  it('keeps the schema while another dataset in it is left', async () => {
    const connector = source.connector();
    const orders = await entitlement('sales.orders');
    const lines = await entitlement('sales.lines');
    await connector.apply({ wanted: orders, former: [], others: [] });
    await connector.apply({ wanted: lines, former: [], others: [orders] });

    await connector.revoke({ former: [orders.target], others: [lines] });
    expect(await source.attempt('ann', 'select * from sales.lines')).toBe('ok');
    await connector.revoke({ former: [lines.target], others: [] });
    expect(await source.grants()).toEqual([]);
  });

  it('keeps the schema for what it gave itself and no order names', async () => {
    const connector = source.connector();
    const orders = await entitlement('sales.orders');
    await connector.apply({
      wanted: await entitlement('sales.lines'),
      former: [],
      others: [],
    });
    await connector.apply({ wanted: orders, former: [], others: [] });

    await connector.revoke({ former: [orders.target], others: [] });
    expect(await source.attempt('ann', 'select * from sales.lines')).toBe('ok');
  });

  it('does without the right to a schema that everybody can use', async () => {
    const connector = source.connector();
    await source.sql(
      'grant usage on schema sales to public',
      `revoke usage on schema sales from ${source.role('connector')}`,
      `grant usage on schema sales to ${source.role('connector')}`,
    );
    const wanted = await entitlement('sales.orders');
    await connector.apply({ wanted, former: [], others: [] });
    expect(await source.attempt('ann', 'select * from sales.orders')).toBe(
      'ok',
    );
    expect(
      await connector.plan({ wanted, former: [wanted.target], others: [] }),
    ).toEqual([]);
  });

  it('gives the schema to a role that can use it only through another role', async () => {
    const connector = source.connector();
    await source.createRole('team');
    await source.sql(
      `grant usage on schema sales to ${source.role('team')}`,
      `grant ${source.role('team')} to ${source.role('ann')}`,
    );
    await connector.apply({
      wanted: await entitlement('sales.orders'),
      former: [],
      others: [],
    });
    await source.sql(
      `revoke ${source.role('team')} from ${source.role('ann')}`,
    );
    expect(await source.attempt('ann', 'select * from sales.orders')).toBe(
      'ok',
    );
  });

  it('gets along with somebody who changes the same list of privileges meanwhile', async () => {
    const wanted = await entitlement('sales.orders');
    await source.sql(
      'begin',
      `grant select on sales.orders to ${source.role('ben')}`,
    );
    const applied = source
      .connector()
      .apply({ wanted, former: [], others: [] });
    let waiting: unknown[] = [];
    for (let look = 0; look < 500 && waiting.length === 0; look++) {
      waiting = await source.onServer(
        `select pid from pg_stat_activity
          where usename = '${source.role(
            'connector',
          )}' and wait_event_type = 'Lock'`,
      );
    }
    expect(waiting).toHaveLength(1);
    await source.sql('commit'); // the list that the connector is about to change is an old one now
    expect(await applied).toHaveLength(2);
    expect(await source.grants()).toEqual([
      'orders: ann=SELECT/connector',
      'orders: ben=SELECT/owner',
      'sales: ann=USAGE/connector',
    ]);
  });

  it('lets many get access to one table at the same time', async () => {
    const connectors = [source.connector(), source.connector()];
    const names = Array.from({ length: 24 }, (_, index) => `r${index}`);
    for (const name of names) {
      await source.createRole(name);
    }
    const targets = await Promise.all(
      names.map((name, index) =>
        source.locate('sales.*', name, connectors[index % 2]),
      ),
    );
    await Promise.all(
      targets.map((target, index) =>
        connectors[index % 2].apply({
          wanted: { target, level: 'editor' },
          former: [],
          others: [],
        }),
      ),
    );
    // SELECT, INSERT, UPDATE and DELETE on two tables, and the schema
    expect(await source.grants()).toHaveLength(names.length * 9);
    await Promise.all(
      targets.map((target, index) =>
        connectors[(index + 1) % 2].revoke({ former: [target], others: [] }),
      ),
    );
    expect(await source.grants()).toEqual([]);
  });
});
