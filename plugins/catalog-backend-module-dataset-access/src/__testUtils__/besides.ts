import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';

/** Databases on the server of a test database, one for every plugin. */
export function besides(knex: Knex): JsonObject {
  const { client, connection } = knex.client.config;
  const { host, port, user, password } = connection;
  return {
    client,
    connection: { host, port, user, password },
    prefix: `t${randomUUID().slice(0, 8)}_`,
  };
}
