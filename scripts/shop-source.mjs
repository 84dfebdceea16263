import pg from 'pg';

/** The password of the connector and of everybody who reads in the database of the shop; it is a toy on loopback. */
export const shopPassword = 'shop-of-the-demo';

/**
 * Makes a database of the shop on a server: two tables with rows, a role for the connector that may pass rights on, and a role
 * for Maya, who can log in and read nothing.
 *
 * @param server - host, port, user and password of somebody who may create databases and roles
 * @param database - name of the database; there must be none of it
 */
export async function createShop(server, database) {
  await run({ ...server, database: 'postgres' }, [
    `create database ${database}`,
    // roles are the whole server's, and may be there from another database
    ...['shop_owner', 'dataset_access', 'maya_lindholm'].map(
      role => `do $$ begin
        create role ${role} login noinherit password '${shopPassword}';
      exception when duplicate_object then null; end $$`,
    ),
  ]);
  await run({ ...server, database }, [
    'create schema shop authorization shop_owner',
    'create table shop.products (sku text primary key, name text not null)',
    `insert into shop.products values ('AL-100', 'Travel adapter'), ('AL-200', 'Neck pillow')`,
    'create table shop.prices (sku text, price numeric not null)',
    `insert into shop.prices values ('AL-100', 19.9), ('AL-200', 24.5)`,
    'alter table shop.products owner to shop_owner',
    'alter table shop.prices owner to shop_owner',
    'grant usage on schema shop to dataset_access with grant option',
    'grant select, insert, update, delete on all tables in schema shop to dataset_access with grant option',
  ]);
}

async function run(connection, statements) {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    for (const statement of statements) {
      await client.query(statement);
    }
  } finally {
    await client.end();
  }
}
