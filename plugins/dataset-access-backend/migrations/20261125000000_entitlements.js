/*
 * What becomes of grants: their end, what connectors make of them in the sources, and where a source differs.
 */

const GRANT_COLUMNS = [
  'connector',
  'ended_at',
  'ended_by',
  'end_reason',
  'removed_at',
  'missing_since',
  'next_reminder_at',
  'escalated_at',
];
const GRANT_INDEXES = [
  'access_grants_expiring',
  'access_grants_remind',
  'access_grants_to_grant',
  'access_grants_to_take_back',
  'access_grants_entitlement',
];

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  const exact = isPostgres ? 'text collate "C"' : 'text';
  const instant = { useTz: true, precision: 3 };

  await knex.schema.alterTable('access_grants', table => {
    table
      .specificType('connector', exact)
      .notNullable()
      .defaultTo('manual')
      .comment('What makes it real in the source');
    table
      .timestamp('ended_at', instant)
      .comment('From here on it gives nothing, whatever the source says');
    table.specificType('ended_by', exact).comment('Null: the system');
    table.specificType('end_reason', exact);
    table
      .timestamp('removed_at', instant)
      .comment('From here on the source is known not to allow it any more');
    table
      .timestamp('missing_since', instant)
      .comment('Dataset or subject was not found from here on');
    table.timestamp('next_reminder_at', instant);
    table
      .timestamp('escalated_at', instant)
      .comment('Somebody else was told that a task waits too long');
  });
  await knex.raw(
    `create index access_grants_expiring on access_grants (expires_at) where state in ('active', 'suspended', 'provisioning', 'failed')`,
  );
  await knex.raw(
    `create index access_grants_remind on access_grants (next_reminder_at) where state = 'active'`,
  );
  await knex.raw(
    `create index access_grants_to_grant on access_grants (created_at, id) where state = 'awaiting-provisioning'`,
  );
  await knex.raw(
    `create index access_grants_to_take_back on access_grants (ended_at, id) where ended_at is not null and removed_at is null`,
  );
  await knex.schema.alterTable('access_grants', table => {
    table.index(['dataset_uid', 'subject_uid'], 'access_grants_entitlement');
  });

  await knex.schema.createTable('entitlements', table => {
    table.comment(
      'What a connector is to make true for one subject on one dataset, and what it last made true',
    );
    table.specificType('id', exact).primary();
    table.specificType('connector', exact).notNullable();
    table.specificType('dataset_ref', exact).notNullable();
    table.specificType('dataset_uid', exact).notNullable();
    table.specificType('subject_ref', exact).notNullable();
    table.specificType('subject_uid', exact).notNullable();
    table
      .integer('wanted_seq')
      .notNullable()
      .comment('Grows whenever something else may be wanted');
    table
      .integer('done_seq')
      .notNullable()
      .comment('The wanted_seq that the source follows');
    table.integer('version').notNullable();
    table
      .text('targets')
      .notNullable()
      .comment('JSON: where in the source something may have been given');
    table
      .specificType('level', exact)
      .comment('What the source allows because of it; null is nothing');
    table
      .specificType('holder', exact)
      .comment('Name in the source, for people');
    table.text('objects').comment('Names in the source, for people');
    table.specificType('problem_code', exact);
    table.text('problem_text');
    table.timestamp('problem_since', instant);
    table.integer('attempts').notNullable().defaultTo(0);
    table.timestamp('created_at', instant).notNullable();
    table.timestamp('updated_at', instant).notNullable();
    table.unique(['connector', 'dataset_uid', 'subject_uid'], {
      indexName: 'entitlements_one',
    });
    table.index(['connector', 'subject_uid'], 'entitlements_subject');
    table.index(['connector', 'dataset_uid'], 'entitlements_dataset');
    table.index(['connector', 'holder'], 'entitlements_holder');
  });

  await knex.schema.createTable('drifts', table => {
    table.comment('Where a source allows something else than it should');
    table.specificType('id', exact).primary();
    table.specificType('connector', exact).notNullable();
    table.specificType('kind', exact).notNullable();
    table.specificType('dataset_ref', exact).notNullable();
    table.specificType('dataset_uid', exact).notNullable();
    table.text('dataset_title').notNullable();
    table.text('dataset_source');
    table.specificType('holder', exact).notNullable();
    table.specificType('entitlement_id', exact).references('entitlements.id');
    table.specificType('subject_ref', exact);
    table.specificType('subject_uid', exact);
    table.specificType('level', exact);
    table.text('privileges').notNullable().comment('JSON');
    table.text('steps').notNullable().comment('JSON');
    table.text('target').notNullable().comment('JSON');
    table.timestamp('found_at', instant).notNullable();
    table.unique(['connector', 'dataset_uid', 'holder', 'kind'], {
      indexName: 'drifts_one',
    });
    table.index(['found_at', 'id'], 'drifts_found');
    table.index(['dataset_ref', 'found_at', 'id'], 'drifts_dataset');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('drifts');
  await knex.schema.dropTable('entitlements');
  for (const index of GRANT_INDEXES) {
    await knex.raw(`drop index ${index}`);
  }
  await knex.schema.alterTable('access_grants', table => {
    table.dropColumns(...GRANT_COLUMNS);
  });
};
