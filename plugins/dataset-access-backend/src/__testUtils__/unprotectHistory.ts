import type { Knex } from 'knex';

/** What somebody with the database's password could do first: take the protection away. */
export async function unprotectHistory(knex: Knex): Promise<void> {
  const statements = knex.client.config.client.includes('pg')
    ? ['alter table audit_events disable trigger all']
    : [
        'drop trigger audit_events_no_update',
        'drop trigger audit_events_no_delete',
      ];
  for (const statement of statements) {
    await knex.raw(statement);
  }
}
