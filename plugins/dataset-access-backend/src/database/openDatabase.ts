import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/**
 * The plugin's own database, migrated to the version of this code.
 */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        'backstage-plugin-dataset-access-backend',
        'migrations',
      ),
    });
  }
  return knex;
}

/** PostgreSQL, as opposed to SQLite. Only locking differs between the two. */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client.includes('pg');
}
