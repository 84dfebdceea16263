import type { Knex } from 'knex';
import { isPostgres } from './openDatabase';

/**
 * Keeps the rows whose column has one of some values, however many these are: they are one value for the statement, which
 * binds only so many (32,766 on SQLite, 65,535 on PostgreSQL).
 */
export function whereAmong(
  knex: Knex,
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[],
): void {
  query.whereRaw(
    isPostgres(knex)
      ? '?? = any(array(select jsonb_array_elements_text(?::jsonb)))'
      : '?? in (select value from json_each(?))',
    [column, JSON.stringify(values)],
  );
}
