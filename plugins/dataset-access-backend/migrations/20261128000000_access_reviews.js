/*
 * Access reviews: campaigns that ask those who answer for datasets whether each grant of a scope is still needed.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  const exact = isPostgres ? 'text collate "C"' : 'text';
  const instant = { useTz: true, precision: 3 };

  await knex.schema.createTable('access_reviews', table => {
    table.comment('One campaign');
    table.specificType('id', exact).primary();
    table.text('name').notNullable();
    table.text('description');
    table.text('scope').notNullable().comment('JSON');
    table.specificType('unreviewed', exact).notNullable();
    table.specificType('state', exact).notNullable();
    table.timestamp('due_at', instant).notNullable();
    table.text('reminders').notNullable().comment('JSON, instants to come');
    table.timestamp('next_reminder_at', instant);
    table.specificType('started_by', exact).notNullable();
    table.timestamp('started_at', instant).notNullable();
    table.timestamp('closed_at', instant);
    table.specificType('closed_by', exact).comment('Null: the due date');
    table.check(
      `unreviewed in ('keep', 'revoke')`,
      [],
      'access_reviews_unreviewed',
    );
    table.check(
      `state in ('open', 'closing', 'closed')`,
      [],
      'access_reviews_state',
    );
    table.index(['started_at', 'id'], 'access_reviews_started');
  });
  await knex.raw(
    `create index access_reviews_due on access_reviews (due_at) where state <> 'closed'`,
  );

  await knex.schema.createTable('access_review_items', table => {
    table.comment('One grant that a campaign asks about');
    table
      .specificType('review_id', exact)
      .notNullable()
      .references('access_reviews.id');
    table
      .specificType('grant_id', exact)
      .notNullable()
      .references('access_grants.id');
    table.specificType('dataset_ref', exact).notNullable();
    table.specificType('dataset_uid', exact).notNullable();
    table.specificType('subject_ref', exact).notNullable();
    table.specificType('decision', exact);
    table.timestamp('decided_at', instant);
    table.specificType('decided_by', exact).comment('Null: the rule');
    table.text('comment');
    table.primary(['review_id', 'grant_id']);
    table.check(
      `decision in ('keep', 'revoke')`,
      [],
      'access_review_items_decision',
    );
    // Nobody reviews his own access, whatever code asks for it (threat model A1)
    table.check(
      'decided_by is null or decided_by <> subject_ref',
      [],
      'access_review_items_separation_of_duties',
    );
    table.index(
      ['review_id', 'dataset_ref', 'grant_id'],
      'access_review_items_list',
    );
    table.index(['grant_id'], 'access_review_items_grant');
  });
  await knex.raw(
    `create index access_review_items_open on access_review_items (review_id, grant_id) where decision is null`,
  );

  await knex.schema.createTable('access_review_parties', table => {
    table.comment(
      'Who is asked about the grants on a dataset, as last resolved: the index behind the lists',
    );
    table
      .specificType('review_id', exact)
      .notNullable()
      .references('access_reviews.id');
    table.specificType('dataset_ref', exact).notNullable();
    table.specificType('dataset_uid', exact).notNullable();
    table.specificType('principal_ref', exact).notNullable();
    table.primary(['review_id', 'dataset_ref', 'dataset_uid', 'principal_ref']);
    table.index(
      ['principal_ref', 'review_id'],
      'access_review_parties_principal',
    );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('access_review_parties');
  await knex.schema.dropTable('access_review_items');
  await knex.schema.dropTable('access_reviews');
};
