import {
  PostgresConnector,
  PostgresSettings,
} from 'backstage-plugin-dataset-access-backend-module-postgres';
import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';

const PASSWORD = 'source-canary-77c1';

/**
 * A database that data lives in, with a schema `sales`, a role for the connector set up as the guide says, and roles of people
 * who try to read. Roles belong to the whole server, so all of them begin with a name of their own.
 */
export class SourceDatabase {
  readonly #prefix = `s${randomBytes(5).toString('hex')}`;
  readonly #closing: Array<() => Promise<void>> = [];
  #superuser!: Client;

  static async create(roles: readonly string[]): Promise<SourceDatabase> {
    const source = new SourceDatabase();
    const server = await connect(undefined, 'postgres');
    await server.query(`create database ${source.#prefix}`);
    await server.end();
    source.#superuser = await connect(undefined, source.#prefix);
    for (const role of ['connector', 'keeper', ...roles]) {
      await source.createRole(role);
    }
    await source.run(
      `create schema sales authorization ${source.role('keeper')}`,
      `grant usage on schema sales to ${source.role(
        'connector',
      )} with grant option`,
    );
    return source;
  }

  /** The name of a role in the server, quoted. */
  role(name: string): string {
    return escapeIdentifier(this.name(name));
  }

  /** The name of a role in the server. */
  name(role: string): string {
    return `${this.#prefix}_${role}`;
  }

  async createRole(name: string): Promise<void> {
    await this.run(
      `create role ${this.role(name)} login password '${PASSWORD}'`,
    );
  }

  /** A table in `sales` that the connector may give away. */
  async createTable(table: string): Promise<void> {
    await this.run(
      `create table sales.${table} (id integer)`,
      `alter table sales.${table} owner to ${this.role('keeper')}`,
      `grant select, insert, update, delete on sales.${table} to ${this.role(
        'connector',
      )} with grant option`,
    );
  }

  /** Runs statements as a superuser. */
  async run(...statements: string[]): Promise<void> {
    for (const statement of statements) {
      await this.#superuser.query(statement);
    }
  }

  /** Runs statements as the connector's own role, behind the product's back. */
  async runAsConnector(...statements: string[]): Promise<void> {
    const client = await this.#as('connector');
    try {
      for (const statement of statements) {
        await client.query(statement);
      }
    } finally {
      await client.end();
    }
  }

  /** What a person of that role gets who selects from a table: rows, or the server's code. */
  async select(role: string, table: string): Promise<'rows' | string> {
    const client = await this.#as(role);
    try {
      await client.query(`select * from sales.${table}`);
      return 'rows';
    } catch (error) {
      return String((error as { code?: string }).code);
    } finally {
      await client.end();
    }
  }

  /** Every privilege on tables and the schema that the connector gave: `ana=SELECT on orders`. */
  async given(): Promise<string[]> {
    const { rows } = await this.#superuser.query<{ text: string }>(
      `select replace(grantee.rolname, $1, '') || '=' || item.privilege_type || ' on ' || object.name as text
         from (
           select relname::text as name, relacl as acl from pg_class
            where relnamespace = 'sales'::regnamespace
           union all select nspname::text, nspacl from pg_namespace where nspname = 'sales'
         ) object
         cross join lateral aclexplode(object.acl) item
         join pg_roles grantee on grantee.oid = item.grantee
         join pg_roles grantor on grantor.oid = item.grantor
        where grantor.rolname = $2
        order by 1`,
      [`${this.#prefix}_`, this.name('connector')],
    );
    return rows.map(({ text }) => text);
  }

  /** How a connector reaches this database, also one in another process. */
  settings(): PostgresSettings {
    return {
      sources: {
        warehouse: {
          connection: {
            ...serverAddress(),
            database: this.#prefix,
            user: this.name('connector'),
            password: PASSWORD,
          },
          userRole: `${this.#prefix}_{name}`,
          groupRole: `${this.#prefix}_{name}`,
        },
      },
    };
  }

  /** A connector for this database. */
  connector(): PostgresConnector {
    const connector = new PostgresConnector(this.settings());
    this.#closing.push(() => connector.close());
    return connector;
  }

  /** Ends every connection of the connector, as a restarted server does. */
  async cutConnections(): Promise<void> {
    await this.#superuser.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where usename = $1',
      [this.name('connector')],
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.#closing.map(close => close()));
    await this.#superuser.end();
  }

  async #as(role: string): Promise<Client> {
    return connect(this.name(role), this.#prefix);
  }
}

function serverAddress() {
  return {
    host: process.env.POSTGRES_HOST,
    port: Number(process.env.POSTGRES_PORT),
  };
}

async function connect(
  user: string | undefined,
  database: string,
): Promise<Client> {
  const client = new Client({
    ...serverAddress(),
    database,
    user: user ?? process.env.POSTGRES_USER,
    password: user ? PASSWORD : process.env.POSTGRES_PASSWORD,
  });
  await client.connect();
  return client;
}
