import { randomBytes } from 'node:crypto';
import { Client, DatabaseError, escapeIdentifier, escapeLiteral } from 'pg';
import { PostgresConnector } from '../PostgresConnector';
import type { PostgresSourceSettings } from '../PostgresSettings';
import { dataset, user } from './entities';

/** Tests of real access need a server. `scripts/with-postgres.mjs` starts one and says where it is. */
export const describeWithPostgres = process.env.POSTGRES_HOST
  ? describe
  : describe.skip;

// every test makes a database of its own, on a machine that may be busy
jest.setTimeout(60_000);

const PASSWORD = 'canary-4f1c-never-in-messages';

/**
 * A database of its own, with a schema `sales` that belongs to a role nobody works as, and a role for the connector, set up as
 * the guide says. Roles are the whole server's, so all names begin with one prefix.
 */
export class TestSource {
  /** The name of the database, and how all names of roles begin. */
  readonly prefix = `t${randomBytes(5).toString('hex')}`;
  readonly password = PASSWORD;
  private readonly connectors: PostgresConnector[] = [];
  private readonly clients = new Map<string, Promise<Client>>();

  static async create(): Promise<TestSource> {
    const source = new TestSource();
    await source.onServer(`create database ${source.prefix}`);
    await source.createRole('owner');
    await source.createRole('connector');
    await source.createRole('ann');
    await source.createRole('ben');
    await source.sql(
      `create schema sales authorization ${source.role('owner')}`,
      `grant usage on schema sales to ${source.role(
        'connector',
      )} with grant option`,
    );
    await source.createTable('sales.orders');
    await source.createTable('sales.lines');
    return source;
  }

  /** The full name of a role. */
  role(name: string): string {
    return `${this.prefix}_${name}`;
  }

  async createRole(name: string): Promise<void> {
    await this.sql(
      `create role ${escapeIdentifier(
        this.role(name),
      )} login password ${escapeLiteral(PASSWORD)}`,
    );
  }

  /** A table with one row, which the connector may give away. */
  async createTable(table: string): Promise<void> {
    await this.sql(
      `create table ${table} (id integer)`,
      `insert into ${table} values (1)`,
      `alter table ${table} owner to ${this.role('owner')}`,
      `grant all on ${table} to ${this.role('connector')} with grant option`,
    );
  }

  /** Runs statements as a superuser. */
  async sql(...statements: string[]): Promise<Array<Record<string, any>>> {
    const client = await this.client('');
    let rows: Array<Record<string, any>> = [];
    for (const statement of statements) {
      ({ rows } = await client.query(statement));
    }
    return rows;
  }

  /** Runs a statement as a superuser in another database. */
  async onServer(statement: string): Promise<Array<Record<string, any>>> {
    const client = await this.connect({
      ...this.connection(''),
      database: 'postgres',
    });
    try {
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  }

  /** What happens when somebody runs a statement: `ok`, or the code that the server answers with. */
  async attempt(name: string, statement: string): Promise<string> {
    try {
      await (await this.client(this.role(name))).query(statement);
      return 'ok';
    } catch (error) {
      if (error instanceof DatabaseError) {
        return error.code ?? 'no code';
      }
      throw error;
    }
  }

  /** Everything on lists of privileges in `sales` and on it, for comparisons: `orders: ann=SELECT/owner`. */
  async grants(): Promise<string[]> {
    const rows = await this.sql(
      `select name || ': ' || coalesce(e.rolname, 'PUBLIC') || '=' || a.privilege_type || '/' || o.rolname as item
         from (select relname as name, relacl as acl from pg_class where relnamespace = 'sales'::regnamespace
               union all select 'sales', nspacl from pg_namespace where nspname = 'sales') x
        cross join aclexplode(acl) a
         join pg_roles o on o.oid = a.grantor
         left join pg_roles e on e.oid = a.grantee
        order by 1`,
    );
    return rows
      .map(({ item }) => String(item).split(`${this.prefix}_`).join(''))
      .filter(item => !/: (owner|connector)=/.test(item));
  }

  connector(settings: Partial<PostgresSourceSettings> = {}): PostgresConnector {
    const connector = new PostgresConnector({
      sources: {
        warehouse: {
          connection: this.connection(this.role('connector')),
          userRole: `${this.prefix}_{name}`,
          groupRole: `${this.prefix}_{name}`,
          ...settings,
        },
      },
    });
    this.connectors.push(connector);
    return connector;
  }

  connection(role: string) {
    return {
      host: process.env.POSTGRES_HOST,
      port: Number(process.env.POSTGRES_PORT),
      database: this.prefix,
      user: role || process.env.POSTGRES_USER,
      password: role ? PASSWORD : process.env.POSTGRES_PASSWORD,
    };
  }

  /** Where some objects are for somebody. */
  async locate(
    objects: string,
    name = 'ann',
    connector = this.connectors[0] ?? this.connector(),
  ) {
    return (await connector.locate(dataset(objects), user(name))).target;
  }

  async destroy(): Promise<void> {
    await Promise.all(this.connectors.map(one => one.close()));
    for (const client of this.clients.values()) {
      await (await client).end();
    }
    await this.onServer(`drop database ${this.prefix} with (force)`);
    const roles = await this.onServer(
      `select rolname from pg_roles where starts_with(rolname, ${escapeLiteral(
        this.prefix,
      )})`,
    );
    for (const { rolname } of roles) {
      await this.onServer(`drop role ${escapeIdentifier(rolname)}`);
    }
  }

  private async client(role: string): Promise<Client> {
    const connected =
      this.clients.get(role) ?? this.connect(this.connection(role));
    this.clients.set(role, connected);
    return connected;
  }

  private async connect(
    connection: ReturnType<TestSource['connection']>,
  ): Promise<Client> {
    const client = new Client(connection);
    client.on('error', () => {}); // some tests end connections
    await client.connect();
    return client;
  }
}
