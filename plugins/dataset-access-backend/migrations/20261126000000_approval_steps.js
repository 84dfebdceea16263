/*
 * Requests that take more than one approval, what waits too long, and who decides in the place of whom.
 */

const REQUEST_COLUMNS = [
  'approval',
  'decided_on_behalf_of',
  'escalate_at',
  'escalated_at',
];

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  const exact = isPostgres ? 'text collate "C"' : 'text';
  const instant = { useTz: true, precision: 3 };

  await knex.schema.alterTable('access_requests', table => {
    table
      .text('approval')
      .comment('JSON, steps and approvals; null: one approval is enough');
    table
      .specificType('decided_on_behalf_of', exact)
      .comment('Whose place the decider took');
    table
      .timestamp('escalate_at', instant)
      .comment('When the escalation approvers may decide as well');
    table
      .timestamp('escalated_at', instant)
      .comment('Since when they may, for the step that waits');
  });
  await knex.raw(
    `create index access_requests_escalate on access_requests (escalate_at) where status = 'pending'`,
  );

  await knex.schema.createTable('delegations', table => {
    table.comment('Who decides in the place of somebody who is away');
    table.specificType('id', exact).primary();
    table.specificType('approver_ref', exact).notNullable();
    table.specificType('approver_uid', exact).notNullable();
    table.specificType('delegate_ref', exact).notNullable();
    table.specificType('delegate_uid', exact).notNullable();
    table.timestamp('starts_at', instant).notNullable();
    table.timestamp('ends_at', instant).notNullable();
    table.timestamp('ended_at', instant).comment('Before its time');
    table.specificType('ended_by', exact);
    table.integer('event_seq').notNullable();
    table.specificType('created_by', exact).notNullable();
    table.timestamp('created_at', instant).notNullable();
    table.check(
      'approver_ref <> delegate_ref',
      [],
      'delegations_of_somebody_else',
    );
    table.index(['created_at', 'id'], 'delegations_created');
    table.index(['approver_ref', 'created_at', 'id'], 'delegations_approver');
    table.index(['delegate_ref', 'created_at', 'id'], 'delegations_delegate');
  });
  await knex.raw(
    `create index delegations_in_force on delegations (ends_at) where ended_at is null`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('delegations');
  await knex.raw('drop index access_requests_escalate');
  for (const column of REQUEST_COLUMNS) {
    // knex would make the whole table again on SQLite, which grants refer to
    await knex.raw('alter table access_requests drop column ??', [column]);
  }
};
