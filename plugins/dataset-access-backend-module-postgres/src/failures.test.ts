import { ConnectorProblem } from 'backstage-plugin-dataset-access-node';
import { createServer, type Server } from 'node:net';
import { inspect } from 'node:util';
import { dataset, user } from './__testUtils__/entities';
import { describeWithPostgres, TestSource } from './__testUtils__/TestSource';
import type { PostgresConnector } from './PostgresConnector';

describeWithPostgres('bad days', () => {
  let source: TestSource;
  let silent: Server | undefined;
  beforeEach(async () => {
    source = await TestSource.create();
  });
  afterEach(async () => {
    silent?.close();
    silent = undefined;
    await source.destroy();
  });

  const locate = (connector: PostgresConnector) =>
    connector.locate(dataset('sales.orders'), user('ann'));
  const readOnly = async (objects = 'sales.orders') => ({
    wanted: {
      target: await source.locate(objects),
      level: 'read-only' as const,
    },
    former: [],
    others: [],
  });
  const backends = () =>
    source.sql(
      `select pid from pg_stat_activity where usename = '${source.role(
        'connector',
      )}'`,
    );

  describe.each([1, 2, 3, 4])('when statement %d of an order fails', nth => {
    it('nothing is left of the others', async () => {
      await source.createTable('sales.third');
      await source.sql(
        'create sequence public.granted',
        'grant usage on sequence public.granted to public',
        `create function fail() returns event_trigger language plpgsql as $$
           begin
             if nextval('public.granted') = ${nth} then raise exception 'no' using errcode = '57014'; end if;
           end $$`,
        `create event trigger fail on ddl_command_end when tag in ('GRANT') execute function fail()`,
      );
      const order = await readOnly('sales.*');
      const connector = source.connector();
      await expect(connector.apply(order)).rejects.toMatchObject({
        code: 'SOURCE_UNAVAILABLE',
      });
      expect(await source.grants()).toEqual([]);
      // the sequence counts on, so that the next attempt gets through
      await connector.apply(order);
      expect(await connector.plan(order)).toEqual([]);
    });
  });

  it('a connection that is ended while idle is replaced', async () => {
    const connector = source.connector();
    await locate(connector);
    for (const { pid } of await backends()) {
      await source.sql(`select pg_terminate_backend(${pid}, 5000)`);
    }
    expect(await eventually(() => locate(connector))).toMatchObject({
      holder: source.role('ann'),
    });
  });

  it('connections that are ended at work leave nothing half done, and the process runs on', async () => {
    await source.createTable('sales.third');
    const order = await readOnly('sales.*');
    const connector = source.connector();
    const problems: unknown[] = [];
    for (let round = 0; round < 25; round++) {
      const applied = connector
        .apply(order)
        .catch(problem => problems.push(problem));
      for (const { pid } of await backends()) {
        await source.sql(`select pg_terminate_backend(${pid})`);
      }
      await applied;
      // three tables and the schema, or nothing
      expect([0, 4]).toContain((await source.grants()).length);
      await eventually(() =>
        connector.revoke({ former: [order.wanted.target], others: [] }),
      );
      expect(await source.grants()).toEqual([]);
    }
    expect(problems).not.toEqual([]);
    expect(problems).toEqual(
      problems.map(() =>
        expect.objectContaining({
          name: 'ConnectorProblem',
          code: 'SOURCE_UNAVAILABLE',
        }),
      ),
    );
  });

  it('waits for a lock only so long', async () => {
    const connector = source.connector({ statementTimeout: 'PT0.3S' });
    const order = await readOnly();
    await source.sql(
      'begin',
      `select pg_advisory_lock(${0x5da1}, ${order.wanted.target.role})`,
    );
    await expect(connector.apply(order)).rejects.toMatchObject({
      code: 'SOURCE_UNAVAILABLE',
    });
    await source.sql('select pg_advisory_unlock_all()', 'commit');
    expect(await connector.apply(order)).toHaveLength(2);
  });

  describe('say what is wrong, and nothing of the connection', () => {
    const refused = async (connector: PostgresConnector) => {
      const problem = await locate(connector).catch(error => error);
      expect(problem).toBeInstanceOf(ConnectorProblem);
      expect(problem.message).toMatch(/^[A-Z].*\(source warehouse.*\)$/);
      for (const text of [
        problem.message,
        inspect(problem, { depth: 9, showHidden: true }),
        inspect(connector, { depth: 9 }),
        JSON.stringify(connector),
      ]) {
        expect(text).not.toContain(source.password);
        expect(text).not.toContain('wrong-canary');
      }
      return problem.code;
    };
    const connection = () => source.connection(source.role('connector'));

    it('when the password is wrong', async () => {
      expect(
        await refused(
          source.connector({
            connection: { ...connection(), password: 'wrong-canary' },
          }),
        ),
      ).toBe('NOT_PERMITTED');
    });

    it('when the role may not log in', async () => {
      const connector = source.connector();
      await source.sql(`alter role ${source.role('connector')} nologin`);
      expect(await refused(connector)).toBe('NOT_PERMITTED');
    });

    it('when there is no such database', async () => {
      expect(
        await refused(
          source.connector({
            connection: { ...connection(), database: `${source.prefix}_no` },
          }),
        ),
      ).toBe('MISCONFIGURED');
    });

    it('when nobody listens', async () => {
      expect(
        await refused(
          source.connector({ connection: { ...connection(), port: 1 } }),
        ),
      ).toBe('SOURCE_UNAVAILABLE');
      const { host, user: name } = connection();
      expect(
        await refused(
          source.connector({
            connection: `postgres://${name}:wrong-canary@${host}:1/x`,
          }),
        ),
      ).toBe('SOURCE_UNAVAILABLE');
    });

    it('when the connection string cannot be read', async () => {
      expect(
        await refused(
          source.connector({
            connection: 'postgres://me:wrong-canary@[::1/x',
          }),
        ),
      ).toBe('MISCONFIGURED');
    });

    it('when the server takes the call and says nothing', async () => {
      silent = createServer(() => {}).listen(0, '127.0.0.1');
      await new Promise(resolve => silent!.once('listening', resolve));
      const { port } = silent.address() as { port: number };
      expect(
        await refused(
          source.connector({ connection: { ...connection(), port } }),
        ),
      ).toBe('SOURCE_UNAVAILABLE');
    });

    it('when the server has no connection left', async () => {
      const connector = source.connector();
      await source.sql(
        `alter role ${source.role('connector')} connection limit 0`,
      );
      expect(await refused(connector)).toBe('SOURCE_UNAVAILABLE');
    });
  });
});

/** What works after a while at the latest: the pool may still hold a connection that the server has ended. */
async function eventually<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 10) {
        throw error;
      }
    }
  }
}
