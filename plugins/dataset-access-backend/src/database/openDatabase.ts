import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** Any number; all replicas of one database have to use the same. */
const MIGRATION_LOCK = 5_471_003;

/**
 * The plugin's own database, migrated to the version of this code. Replicas that start at the same time migrate one after
 * the other.
 */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await oneAtATime(knex, () =>
      knex.migrate.latest({
        directory: resolvePackagePath(
          'backstage-plugin-dataset-access-backend',
          'migrations',
        ),
      }),
    );
  }
  return knex;
}

/** PostgreSQL, as opposed to SQLite. Only locking differs between the two. */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client.includes('pg');
}

/**
 * knex's own lock is a table that it has to create first, which several replicas on an empty database do at once. A
 * connection of its own holds this lock, because the pool may be as small as one.
 */
async function oneAtATime(
  knex: Knex,
  work: () => Promise<unknown>,
): Promise<void> {
  if (!isPostgres(knex)) {
    await work();
    return;
  }
  const connection = await knex.client.acquireRawConnection();
  try {
    await connection.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await work();
  } finally {
    // ends the session, and the lock with it
    await knex.client.destroyRawConnection(connection);
  }
}
