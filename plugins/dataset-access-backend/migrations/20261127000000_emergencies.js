/*
 * Approvals that no person took: by a rule of the configuration, and emergency access with the review that has to follow it.
 *
 * The conventions are those of the first migration. The title of a rule is kept as it was, because configuration changes.
 */

const RULE_COLUMNS = ['rule_kind', 'rule_name', 'rule_title'];

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  const exact = isPostgres ? 'text collate "C"' : 'text';
  const instant = { useTz: true, precision: 3 };

  await knex.schema.alterTable('access_requests', table => {
    table
      .specificType('rule_kind', exact)
      .comment('What approved it when nobody did; decided_by is null then');
    table.specificType('rule_name', exact);
    table.text('rule_title').comment('As it was at the approval');
  });

  await knex.schema.createTable('emergency_uses', table => {
    table.comment('Access that somebody took without asking, and its review');
    table
      .specificType('request_id', exact)
      .primary()
      .references('access_requests.id');
    table.specificType('user_ref', exact).notNullable();
    table.specificType('dataset_ref', exact).notNullable();
    table.timestamp('taken_at', instant).notNullable();
    table
      .integer('event_seq')
      .notNullable()
      .comment('Head of the audit chain of the review');
    table
      .timestamp('reminded_at', instant)
      .comment('When the reviewers were last told that it waits too long');
    table.timestamp('reviewed_at', instant).comment('Null: still to be done');
    table.specificType('reviewed_by', exact);
    table.specificType('verdict', exact);
    table.check(
      `verdict is null or verdict in ('justified', 'not-justified')`,
      [],
      'emergency_uses_verdict',
    );
    table.check(
      '(reviewed_at is null) = (verdict is null) and (reviewed_at is null) = (reviewed_by is null)',
      [],
      'emergency_uses_reviewed',
    );
    // Nobody forgives himself, whatever code asks for it (threat model A9)
    table.check(
      'reviewed_by is null or reviewed_by <> user_ref',
      [],
      'emergency_uses_separation_of_duties',
    );
    table.index(['taken_at', 'request_id'], 'emergency_uses_taken');
    table.index(
      ['user_ref', 'taken_at', 'request_id'],
      'emergency_uses_of_user',
    );
    table.index(
      ['dataset_ref', 'taken_at', 'request_id'],
      'emergency_uses_of_dataset',
    );
  });
  // the next one waits for the review of the last, also when two come at once
  await knex.raw(
    'create unique index emergency_uses_one_open on emergency_uses (user_ref) where reviewed_at is null',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('emergency_uses');
  // knex would rebuild the table on SQLite, and lose its checks
  for (const column of RULE_COLUMNS) {
    await knex.raw(`alter table access_requests drop column ${column}`);
  }
};
