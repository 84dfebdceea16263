import { dataset, user } from './__testUtils__/entities';
import { describeWithPostgres, TestSource } from './__testUtils__/TestSource';

describeWithPostgres("the connector's own role", () => {
  let source: TestSource;
  beforeEach(async () => {
    source = await TestSource.create();
  });
  afterEach(() => source.destroy());

  const readOnly = (target: Awaited<ReturnType<TestSource['locate']>>) => ({
    wanted: { target, level: 'read-only' as const },
    former: [],
    others: [],
  });
  /** What locating, planning and applying all answer with. */
  const refusals = async (objects = 'sales.orders') => {
    const target = await source.locate(objects);
    return {
      of: async (connector = source.connector()) =>
        Promise.all(
          [connector.plan(readOnly(target)), connector.apply(readOnly(target))]
            .map(answer => answer.then(() => undefined))
            .map(answer => answer.catch(problem => problem)),
        ),
    };
  };

  it.each([
    [
      'a privilege without the grant option',
      (me: string) => [
        `revoke all on sales.orders from ${me}`,
        `grant select on sales.orders to ${me}`,
      ],
      'GRANT SELECT ON TABLE "sales"."orders" TO',
    ],
    [
      'no privilege at all',
      (me: string) => [`revoke all on sales.orders from ${me}`],
      'GRANT SELECT ON TABLE "sales"."orders" TO',
    ],
    [
      'the schema without the grant option',
      (me: string) => [
        `revoke grant option for usage on schema sales from ${me}`,
      ],
      'GRANT USAGE ON SCHEMA "sales" TO',
    ],
  ])('with %s says how to allow it', async (_, statements, words) => {
    const { of } = await refusals();
    const me = source.role('connector');
    await source.sql(...statements(me));
    for (const problem of await of()) {
      expect(problem.code).toBe('NOT_PERMITTED');
      expect(problem.message).toContain(`${words} "${me}" WITH GRANT OPTION`);
      // and the advice is right
      const advice = problem.message.slice(problem.message.indexOf(words));
      await source.sql(advice);
    }
    await source.connector().apply(readOnly(await source.locate('sales.*')));
    expect(await source.attempt('ann', 'select * from sales.orders')).toBe(
      'ok',
    );
  });

  it('with the grant option only on some tables gives nothing on any', async () => {
    const { of } = await refusals('sales.*');
    await source.sql(
      `revoke all on sales.orders from ${source.role('connector')}`,
    );
    for (const problem of await of()) {
      expect(problem.code).toBe('NOT_PERMITTED');
    }
    expect(await source.grants()).toEqual([]);
  });

  it('with the grant option through another role gives nothing, since that would not be its own', async () => {
    await source.createRole('granters');
    const { of } = await refusals();
    await source.sql(
      `revoke all on sales.orders from ${source.role('connector')}`,
      `grant select on sales.orders to ${source.role(
        'granters',
      )} with grant option`,
      `grant ${source.role('granters')} to ${source.role('connector')}`,
    );
    for (const problem of await of()) {
      expect(problem.code).toBe('NOT_PERMITTED');
    }
    expect(
      (await source.grants()).filter(item => item.includes('ann')),
    ).toEqual([]);
  });

  it.each([
    ['a superuser', (me: string) => `alter role ${me} superuser`, 'superuser'],
    [
      'the owner of the table',
      (me: string) => `alter table sales.orders owner to ${me}`,
      'owns sales.orders',
    ],
    [
      'a member of the owner',
      (me: string, owner: string) => `grant ${owner} to ${me}`,
      'itself or through another role',
    ],
  ])('is refused when it is %s', async (_, statement, words) => {
    const { of } = await refusals();
    const before = await source.grants();
    await source.sql(statement(source.role('connector'), source.role('owner')));
    for (const problem of await of()) {
      expect(problem.code).toBe('MISCONFIGURED');
      expect(problem.message).toContain(words);
    }
    await expect(source.locate('sales.orders')).rejects.toMatchObject({
      code: 'MISCONFIGURED',
    });
    expect(await source.grants()).toEqual(before);
  });

  it('takes nothing back in the name of an owner that it became', async () => {
    const connector = source.connector();
    const target = await source.locate('sales.orders');
    await connector.apply(readOnly(target));
    await source.sql(
      `set role ${source.role('owner')}`,
      `grant select on sales.orders to ${source.role('ann')}`,
      'reset role',
      `grant ${source.role('owner')} to ${source.role('connector')}`,
    );
    await expect(
      connector.revoke({ former: [target], others: [] }),
    ).rejects.toMatchObject({ code: 'MISCONFIGURED' });
    expect(await source.grants()).toContain('orders: ann=SELECT/owner');
  });

  it('gives anew what went with its rights, once it has them back', async () => {
    const connector = source.connector();
    const target = await source.locate('sales.orders');
    const order = { ...readOnly(target), former: [target] };
    await connector.apply(order);
    await source.sql(
      `revoke all on sales.orders from ${source.role('connector')} cascade`,
    );
    expect(await source.attempt('ann', 'select * from sales.orders')).toBe(
      '42501',
    );
    const problem = await connector.apply(order).catch(error => error);
    expect(problem.code).toBe('NOT_PERMITTED');

    await source.sql(problem.message.slice(problem.message.indexOf('GRANT ')));
    expect(await connector.apply(order)).toHaveLength(1);
    expect(await source.attempt('ann', 'select * from sales.orders')).toBe(
      'ok',
    );
  });

  it('gets nothing itself', async () => {
    await expect(
      source.connector().locate(dataset('sales.orders'), user('connector')),
    ).rejects.toMatchObject({ code: 'MISCONFIGURED' });
  });

  it('never claims what the database undid', async () => {
    const connector = source.connector();
    const target = await source.locate('sales.orders');
    // stands for whatever makes a statement succeed without its effect
    await source.sql(
      `create function undo() returns event_trigger language plpgsql security definer as $$
         begin
           update pg_catalog.pg_class
              set relacl = (select array_agg(item) from unnest(relacl) item where item::text not like '%_ann=%')
            where oid = 'sales.orders'::regclass;
         end $$`,
      `create event trigger undo on ddl_command_end when tag in ('GRANT') execute function undo()`,
    );
    await expect(connector.apply(readOnly(target))).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
      message: expect.stringContaining('did not have their effect'),
    });
    expect(await source.grants()).toEqual([]);
  });
});
