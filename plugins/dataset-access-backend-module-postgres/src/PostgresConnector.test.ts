import { dataset, user } from './__testUtils__/entities';
import { describeWithPostgres, TestSource } from './__testUtils__/TestSource';

const DENIED = '42501';

describeWithPostgres('access in PostgreSQL', () => {
  let source: TestSource;
  beforeEach(async () => {
    source = await TestSource.create();
  });
  afterEach(() => source.destroy());

  const order = (table = 'orders') => `select * from sales.${table}`;

  it('is there after apply and gone after revoke', async () => {
    const connector = source.connector();
    const { target, holder, objects } = await connector.locate(
      dataset('sales.orders'),
      user('ann'),
    );
    expect([holder, objects]).toEqual([source.role('ann'), 'sales.orders']);
    expect(await source.attempt('ann', order())).toBe(DENIED);

    await connector.apply({
      wanted: { target, level: 'read-only' },
      former: [],
      others: [],
    });
    expect(await source.attempt('ann', order())).toBe('ok');
    expect(await source.attempt('ann', order('lines'))).toBe(DENIED);
    expect(await source.attempt('ben', order())).toBe(DENIED);

    await connector.revoke({ former: [target], others: [] });
    expect(await source.attempt('ann', order())).toBe(DENIED);
    expect(await source.grants()).toEqual([]);
  });

  it('does only what is left to do', async () => {
    const connector = source.connector();
    const target = await source.locate('sales.orders');
    const wanted = {
      wanted: { target, level: 'read-only' as const },
      former: [target],
      others: [],
    };
    const planned = await connector.plan(wanted);
    const ann = `"${source.role('ann')}"`;
    expect(planned).toEqual([
      { effect: 'grant', text: `GRANT USAGE ON SCHEMA "sales" TO ${ann}` },
      {
        effect: 'grant',
        text: `GRANT SELECT ON TABLE "sales"."orders" TO ${ann}`,
      },
    ]);
    expect(await source.grants()).toEqual([]); // planned, and not done
    expect(await connector.apply(wanted)).toEqual(planned);
    expect(await connector.plan(wanted)).toEqual([]);
    expect(await connector.apply(wanted)).toEqual([]);

    const back = { former: [target], others: [] };
    expect(await connector.plan(back)).toEqual([
      {
        effect: 'revoke',
        text: `REVOKE SELECT ON TABLE "sales"."orders" FROM ${ann}`,
      },
      { effect: 'revoke', text: `REVOKE USAGE ON SCHEMA "sales" FROM ${ann}` },
    ]);
    expect(await connector.revoke(back)).toHaveLength(2);
    expect(await connector.revoke(back)).toEqual([]);
  });
});
