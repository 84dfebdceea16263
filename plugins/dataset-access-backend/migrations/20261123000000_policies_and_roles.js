/*
 * Policies, roles, responsibilities, and what replicas need to follow the changes of one another.
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

  await knex.schema.createTable('administration', table => {
    table.comment(
      'One row. Whoever changes policies, roles or responsibilities holds it, so that each sees what the other did',
    );
    table.integer('id').primary();
    table.integer('changes').notNullable();
  });
  await knex('administration').insert({ id: 1, changes: 0 });

  await knex.schema.createTable('policies', table => {
    table.comment('Who may do what: actors x privileges x resources');
    table.specificType('id', exact).primary();
    table.text('name').notNullable();
    table
      .specificType('name_key', exact)
      .notNullable()
      .comment('The name as it is compared and sorted');
    table.text('description');
    table.specificType('type', exact).notNullable();
    table.specificType('state', exact).notNullable();
    table.specificType('origin', exact).notNullable();
    table.text('source').comment('File and line, when it comes from a file');
    table.text('privileges').notNullable().comment('JSON');
    table.text('actors').notNullable().comment('JSON');
    table.text('resources').notNullable().comment('JSON');
    table.text('search_text').notNullable().comment('Lower case');
    table.integer('version').notNullable();
    table.integer('event_seq').notNullable();
    table.timestamp('created_at', instant).notNullable();
    table.specificType('created_by', exact).comment('Null: the system');
    table.timestamp('updated_at', instant).notNullable();
    table.specificType('updated_by', exact);
    table.timestamp('deleted_at', instant);
    table.check(`type in ('platform', 'metadata')`, [], 'policies_type');
    table.check(`state in ('active', 'inactive')`, [], 'policies_state');
    table.index(['name_key', 'id'], 'policies_by_name');
    table.index(['updated_at', 'id'], 'policies_by_update');
  });
  await knex.raw(
    'create unique index policies_one_name on policies (name_key) where deleted_at is null',
  );

  await knex.schema.createTable('policy_terms', table => {
    table.comment('What policies name: the index behind searching them');
    table
      .specificType('policy_id', exact)
      .notNullable()
      .references('policies.id');
    table.specificType('kind', exact).notNullable().comment('privilege, actor');
    table.specificType('term', exact).notNullable();
    table.primary(['policy_id', 'kind', 'term']);
    table.index(['kind', 'term', 'policy_id'], 'policy_terms_search');
  });

  await knex.schema.createTable('roles', table => {
    table.specificType('id', exact).primary();
    table.text('title').notNullable();
    table.specificType('title_key', exact).notNullable();
    table.text('description');
    table.boolean('shipped').notNullable();
    table
      .specificType('exclusive_group', exact)
      .comment('Of these roles a subject holds at most one');
    table.integer('event_seq').notNullable();
    table.timestamp('created_at', instant).notNullable();
    table.specificType('created_by', exact);
    table.timestamp('deleted_at', instant);
  });
  await knex.raw(
    'create unique index roles_one_title on roles (title_key) where deleted_at is null',
  );

  await knex.schema.createTable('role_bindings', table => {
    table.comment('Who holds a role');
    table.specificType('id', exact).primary();
    table.specificType('role_id', exact).notNullable().references('roles.id');
    table
      .specificType('exclusive_group', exact)
      .comment('As on the role, so that the database keeps it exclusive');
    table.specificType('subject_ref', exact).notNullable();
    table.specificType('subject_uid', exact).notNullable();
    table.timestamp('assigned_at', instant).notNullable();
    table.specificType('assigned_by', exact);
    table.unique(['role_id', 'subject_ref'], {
      indexName: 'role_bindings_once',
    });
    table.index(['subject_ref', 'role_id'], 'role_bindings_subject');
  });
  await knex.raw(
    'create unique index role_bindings_exclusive on role_bindings (exclusive_group, subject_ref) where exclusive_group is not null',
  );

  await knex.schema.createTable('responsibilities', table => {
    table.comment('Who answers for an entity, from when until when');
    table.specificType('id', exact).primary();
    table.specificType('role', exact).notNullable();
    table.specificType('subject_ref', exact).notNullable();
    table.specificType('subject_uid', exact).notNullable();
    table.specificType('resource_ref', exact).notNullable();
    table.specificType('resource_uid', exact).notNullable();
    table.timestamp('starts_at', instant).notNullable();
    table.timestamp('ends_at', instant);
    table.timestamp('terminated_at', instant);
    table.specificType('terminated_by', exact);
    table.timestamp('deleted_at', instant);
    table.integer('version').notNullable();
    table.integer('event_seq').notNullable();
    table.timestamp('created_at', instant).notNullable();
    table.specificType('created_by', exact);
    table.index(
      ['resource_ref', 'created_at', 'id'],
      'responsibilities_resource',
    );
    table.index(
      ['subject_ref', 'created_at', 'id'],
      'responsibilities_subject',
    );
    table.index(['created_at', 'id'], 'responsibilities_created');
  });
  await knex.raw(
    `create unique index responsibilities_once on responsibilities (role, subject_ref, resource_ref)
     where terminated_at is null and deleted_at is null`,
  );

  if (isPostgres) {
    // Revisions are numbered when they are written and seen when they are committed, which is another order. The
    // transaction that wrote a change tells a reader from where on it may have missed one.
    await knex.raw(
      'alter table changes add column transaction_id xid8 not null default pg_current_xact_id()',
    );
    await knex.raw(
      'create index changes_by_transaction on changes (transaction_id)',
    );
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  if (knex.client.config.client.includes('pg')) {
    await knex.schema.alterTable('changes', table => {
      table.dropColumn('transaction_id');
    });
  }
  for (const table of [
    'responsibilities',
    'role_bindings',
    'roles',
    'policy_terms',
    'policies',
    'administration',
  ]) {
    await knex.schema.dropTable(table);
  }
};
