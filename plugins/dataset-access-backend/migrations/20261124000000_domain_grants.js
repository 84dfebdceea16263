/*
 * Access to domains, and through them to their datasets. Nothing here is per dataset, but for what a snapshot has to remember.
 *
 * The conventions are those of the first migration.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  const exact = isPostgres ? 'text collate "C"' : 'text';
  const instant = { useTz: true, precision: 3 };

  await knex.schema.createTable('domain_snapshots', table => {
    table.comment(
      'Which snapshot-only datasets were in a domain at one moment; counts once a grant refers to it',
    );
    table.specificType('id', exact).primary();
    table.specificType('domain_ref', exact).notNullable();
    table.specificType('subject_ref', exact).notNullable();
    table.specificType('taken_by', exact).notNullable();
    table.integer('datasets').notNullable().comment('Found so far');
    table.timestamp('started_at', instant).notNullable();
    table.timestamp('taken_at', instant).comment('Null while it is taken');
    table.index(['domain_ref', 'started_at'], 'domain_snapshots_domain');
  });

  await knex.schema.createTable('domain_snapshot_datasets', table => {
    table
      .specificType('snapshot_id', exact)
      .notNullable()
      .references('domain_snapshots.id');
    table.specificType('dataset_ref', exact).notNullable();
    table.specificType('dataset_uid', exact).notNullable();
    table.primary(['snapshot_id', 'dataset_ref']);
  });

  await knex.schema.createTable('domain_grants', table => {
    table.comment('Access: subject x domain x level, with or without datasets');
    table.specificType('id', exact).primary();
    table.specificType('domain_ref', exact).notNullable();
    table.specificType('domain_uid', exact).notNullable();
    table.text('domain_title').notNullable();
    table.specificType('subject_ref', exact).notNullable();
    table.specificType('subject_uid', exact).notNullable();
    table.specificType('level', exact).notNullable();
    table.boolean('dataset_level_access').notNullable();
    table.specificType('dataset_level_access_by', exact);
    table.timestamp('dataset_level_access_at', instant);
    table
      .specificType('snapshot_id', exact)
      .references('domain_snapshots.id')
      .comment('Null when no dataset was snapshot-only');
    table.specificType('source', exact).notNullable();
    table
      .specificType('request_id', exact)
      .references('access_requests.id')
      .comment('The last request that gave something');
    table.integer('version').notNullable();
    table.integer('event_seq').notNullable();
    table.specificType('granted_by', exact).notNullable();
    table.timestamp('created_at', instant).notNullable();
    table.timestamp('updated_at', instant).notNullable();
    table.timestamp('expires_at', instant);
    table.timestamp('ended_at', instant);
    table.specificType('ended_by', exact).comment('Null: it expired');
    table.check(
      `level in ('read-only', 'editor', 'owner')`,
      [],
      'domain_grants_level',
    );
    table.index(['domain_ref', 'created_at', 'id'], 'domain_grants_domain');
    table.index(['subject_ref', 'created_at', 'id'], 'domain_grants_subject');
    table.index(['request_id'], 'domain_grants_request');
    table.index(['snapshot_id'], 'domain_grants_snapshot');
  });
  await knex.raw(
    `create unique index domain_grants_once on domain_grants (domain_ref, domain_uid, subject_ref, subject_uid)
     where ended_at is null`,
  );
  await knex.raw(
    'create index domain_grants_due on domain_grants (expires_at) where ended_at is null and expires_at is not null',
  );

  await knex.schema.alterTable('access_requests', table => {
    table
      .boolean('dataset_level_access')
      .comment('For a domain, whether its datasets are asked for; else null');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  // knex would rebuild the table on SQLite, and lose its checks
  await knex.raw(
    'alter table access_requests drop column dataset_level_access',
  );
  for (const table of [
    'domain_grants',
    'domain_snapshot_datasets',
    'domain_snapshots',
  ]) {
    await knex.schema.dropTable(table);
  }
};
