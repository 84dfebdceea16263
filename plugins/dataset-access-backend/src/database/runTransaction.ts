import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';

const ATTEMPTS = 5;

// Conflicts that the database resolved by aborting one side; the same work can simply be done again.
// https://www.postgresql.org/docs/18/errcodes-appendix.html and https://www.sqlite.org/rescode.html
const REPEATABLE = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_LOCKED',
]);

/**
 * Runs work in one transaction, again when the database aborted it for the sake of another one.
 *
 * The work must not have effects outside the database: it may run several times, and an error at commit means that the
 * outcome is unknown. Effects go through the outbox.
 *
 * @throws `RETRY_LATER` when the database stays busy
 */
export async function runTransaction<T>(
  knex: Knex,
  work: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await knex.transaction(work);
    } catch (error) {
      if (!isRepeatable(error)) {
        throw error;
      }
      if (attempt === ATTEMPTS) {
        throw new DatasetAccessError('RETRY_LATER', { cause: error });
      }
      await sleep(Math.random() * 10 * 2 ** attempt);
    }
  }
}

function isRepeatable(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    REPEATABLE.has(String(error.code))
  );
}
