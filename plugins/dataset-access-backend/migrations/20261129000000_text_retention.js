/*
 * Finds the texts of the history that are old enough to be erased, where that is configured.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    `create index audit_events_texts on audit_events (at) where text is not null`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index audit_events_texts');
};
