import { dataset, user } from './__testUtils__/entities';
import { describeWithPostgres, TestSource } from './__testUtils__/TestSource';
import { PostgresConnector } from './PostgresConnector';

describeWithPostgres('a dataset that moves to another source', () => {
  let old: TestSource;
  let young: TestSource;
  let connector: PostgresConnector;
  beforeEach(async () => {
    [old, young] = [await TestSource.create(), await TestSource.create()];
    connector = connectorFor({ old, young });
  });
  afterEach(async () => {
    await connector.close();
    await old.destroy();
    await young.destroy();
  });

  function connectorFor(sources: Record<string, TestSource>) {
    return new PostgresConnector({
      sources: Object.fromEntries(
        Object.entries(sources).map(([name, source]) => [
          name,
          {
            connection: source.connection(source.role('connector')),
            userRole: `${source.prefix}_{name}`,
          },
        ]),
      ),
    });
  }
  const targetIn = async (source: string) =>
    (
      await connector.locate(
        dataset('sales.orders', { 'data-registry/postgres-source': source }),
        user('ann'),
      )
    ).target;
  const readOnly = (target: Awaited<ReturnType<typeof targetIn>>) => ({
    target,
    level: 'read-only' as const,
  });
  const GIVEN = ['orders: ann=SELECT/connector', 'sales: ann=USAGE/connector'];
  const moved = async () => {
    const [from, to] = [await targetIn('old'), await targetIn('young')];
    await connector.apply({ wanted: readOnly(from), former: [], others: [] });
    return { wanted: readOnly(to), former: [from], others: [] };
  };

  it('takes the access along', async () => {
    const order = await moved();
    const planned = await connector.plan(order);
    expect(await connector.apply(order)).toEqual(planned);
    expect(await old.grants()).toEqual([]);
    expect(await young.grants()).toEqual(GIVEN);
    expect(await connector.plan(order)).toEqual([]);
  });

  it('leaves both sources as they were when one of them fails', async () => {
    const order = await moved();
    // taking back is what fails, after giving has been done in the other
    await old.sql(
      `create function fail() returns event_trigger language plpgsql as $$
         begin raise exception 'no' using errcode = '57014'; end $$`,
      `create event trigger fail on ddl_command_end when tag in ('REVOKE') execute function fail()`,
    );
    await expect(connector.apply(order)).rejects.toMatchObject({
      code: 'SOURCE_UNAVAILABLE',
      message: expect.stringContaining('source old'),
    });
    expect(await old.grants()).toEqual(GIVEN);
    expect(await young.grants()).toEqual([]);
  });

  it('keeps what the same subject has on another dataset there', async () => {
    const order = await moved();
    const [from] = order.former;
    await connector.apply({ ...order, others: [readOnly(from)] });
    expect(await old.grants()).toEqual(GIVEN);
    expect(await young.grants()).toEqual(GIVEN);
  });

  it('says so when the old source is not configured any more', async () => {
    const order = await moved();
    await connector.close();
    connector = connectorFor({ young });
    for (const work of [connector.apply, connector.plan, connector.revoke]) {
      await expect(work.call(connector, order)).rejects.toMatchObject({
        code: 'MISCONFIGURED',
        message: expect.stringContaining('The source old is not configured'),
      });
    }
    expect(await young.grants()).toEqual([]);
  });
});
