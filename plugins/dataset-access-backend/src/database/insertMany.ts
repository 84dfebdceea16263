import type { Knex } from 'knex';

/** SQLite takes 500 rows in one statement, and about 32,000 values. */
const ROWS_AT_ONCE = 500;

/** Inserts any number of rows, in as few statements as both databases take. */
export async function insertMany(
  trx: Knex.Transaction,
  table: string,
  rows: readonly object[],
): Promise<void> {
  for (const some of inParts(rows)) {
    await trx(table).insert(some);
  }
}

/** Rows in as few parts as make statements that both databases take. */
export function inParts<T>(rows: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let done = 0; done < rows.length; done += ROWS_AT_ONCE) {
    parts.push(rows.slice(done, done + ROWS_AT_ONCE));
  }
  return parts;
}
