/*
 * Requests, their parties, grants, the audit trail and the outbox.
 *
 * Refs and ids are compared byte by byte on both databases, so that lists sort and page the same everywhere.
 * Instants are timestamptz with milliseconds on PostgreSQL and integer milliseconds on SQLite. JSON is kept as text:
 * the audit trail hashes exactly what is stored.
 */

const AUDIT_COLUMNS = [
  'subject_type',
  'subject_id',
  'seq',
  'type',
  'at',
  'actor_ref',
  'facts',
  'text_digest',
  'prev_hash',
  'hash',
];

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  const exact = isPostgres ? 'text collate "C"' : 'text';
  const instant = { useTz: true, precision: 3 };

  await knex.schema.createTable('access_requests', table => {
    table.comment('One wish: dataset x beneficiary x access level');
    table.specificType('id', exact).primary();
    table.specificType('batch_id', exact).notNullable();
    table.specificType('dataset_ref', exact).notNullable();
    table.specificType('dataset_uid', exact).notNullable();
    table.text('dataset_title').notNullable();
    table.text('dataset_source');
    table.specificType('beneficiary_ref', exact).notNullable();
    table.specificType('beneficiary_uid', exact).notNullable();
    table.specificType('requester_ref', exact).notNullable();
    table.specificType('level', exact).notNullable();
    table.text('duration').comment('ISO-8601; null is until revoked');
    table.specificType('status', exact).notNullable();
    table.specificType('waiting_on', exact).notNullable();
    table
      .integer('version')
      .notNullable()
      .comment('Grows with every change that a decider must have seen');
    table
      .integer('event_seq')
      .notNullable()
      .comment('Head of the audit chain of this request');
    table.text('approvers').notNullable().comment('JSON, as last resolved');
    table.text('search_text').notNullable().comment('Lower case');
    table.timestamp('pending_until', instant).notNullable();
    table.timestamp('created_at', instant).notNullable();
    table.timestamp('updated_at', instant).notNullable();
    table.timestamp('decided_at', instant);
    table.specificType('decided_by', exact);
    table.integer('decided_seq').comment('The audit event of the decision');
    table.boolean('self_approval').notNullable().defaultTo(false);
    table.text('cancel_reason');
    table
      .timestamp('missing_since', instant)
      .comment('Dataset or beneficiary was not found from here on');
    table.text('reminders').notNullable().comment('JSON, instants to come');
    table.timestamp('next_reminder_at', instant);

    table.check(
      `status in ('pending', 'approved', 'denied', 'withdrawn', 'expired', 'cancelled')`,
      [],
      'access_requests_status',
    );
    // Nobody decides for himself, whatever code asks for it (threat model A1)
    table.check(
      'decided_by is null or self_approval or decided_by <> requester_ref',
      [],
      'access_requests_separation_of_duties',
    );
    table.index(['batch_id'], 'access_requests_batch');
    table.index(['created_at', 'id'], 'access_requests_created');
    table.index(['dataset_ref', 'created_at', 'id'], 'access_requests_dataset');
  });
  await knex.raw(
    `create unique index access_requests_one_open on access_requests (dataset_ref, beneficiary_ref, level) where status = 'pending'`,
  );
  await knex.raw(
    `create index access_requests_due on access_requests (pending_until) where status = 'pending'`,
  );
  await knex.raw(
    `create index access_requests_remind on access_requests (next_reminder_at) where status = 'pending'`,
  );

  await knex.schema.createTable('request_parties', table => {
    table.comment('Who is connected to a request: the index behind every list');
    table
      .specificType('request_id', exact)
      .notNullable()
      .references('access_requests.id');
    table.specificType('role', exact).notNullable();
    table.specificType('principal_ref', exact).notNullable();
    table.boolean('is_open').notNullable();
    table.timestamp('created_at', instant).notNullable();
    table.primary(['request_id', 'role', 'principal_ref']);
    table.index(
      ['role', 'principal_ref', 'is_open', 'created_at', 'request_id'],
      'request_parties_lists',
    );
  });

  await knex.schema.createTable('dataset_owners', table => {
    table.comment('Owners of the datasets that requests or grants name');
    table.specificType('dataset_ref', exact).notNullable();
    table.specificType('owner_ref', exact).notNullable();
    table.primary(['dataset_ref', 'owner_ref']);
    table.index(['owner_ref'], 'dataset_owners_owner');
  });

  await knex.schema.createTable('access_grants', table => {
    table.comment('A recorded right: subject x dataset x level x time');
    table.specificType('id', exact).primary();
    table
      .specificType('request_id', exact)
      .unique()
      .references('access_requests.id');
    table.specificType('dataset_ref', exact).notNullable();
    table.specificType('dataset_uid', exact).notNullable();
    table.text('dataset_title').notNullable();
    table.text('dataset_source');
    table.specificType('subject_ref', exact).notNullable();
    table.specificType('subject_uid', exact).notNullable();
    table.specificType('level', exact).notNullable();
    table.text('duration').comment('ISO-8601; null is until revoked');
    table.specificType('state', exact).notNullable();
    table.integer('version').notNullable();
    table.integer('event_seq').notNullable();
    table.specificType('granted_by', exact).notNullable();
    table.specificType('confirmed_by', exact);
    table.text('access_note');
    table.timestamp('created_at', instant).notNullable();
    table.timestamp('updated_at', instant).notNullable();
    table.timestamp('activated_at', instant);
    table.timestamp('expires_at', instant);
    table.index(['dataset_ref', 'created_at', 'id'], 'access_grants_dataset');
    table.index(['subject_ref', 'created_at', 'id'], 'access_grants_subject');
  });

  await knex.schema.createTable('audit_events', table => {
    table.comment('Append-only history, hash-chained per subject');
    table.specificType('subject_type', exact).notNullable();
    table.specificType('subject_id', exact).notNullable();
    table.integer('seq').notNullable();
    table.specificType('type', exact).notNullable();
    table.timestamp('at', instant).notNullable();
    table.specificType('actor_ref', exact).comment('Null: the system');
    table.text('facts').notNullable().comment('JSON');
    table.text('text').comment('Free text; may be erased');
    table.text('text_salt').comment('Erased together with the text');
    table.text('text_digest').comment('Stays when the text is erased');
    table.text('prev_hash').notNullable();
    table.text('hash').notNullable();
    table.primary(['subject_type', 'subject_id', 'seq']);
  });

  await knex.schema.createTable('outbox_lanes', table => {
    table.comment(
      'What must not be carried out at the same time shares a lane',
    );
    table.specificType('lane', exact).primary();
    table.integer('pending').notNullable();
    table
      .integer('enqueued')
      .notNullable()
      .comment('Grows with every message, so that none is overlooked');
    table.timestamp('available_at', instant).notNullable().index();
    table.specificType('leased_by', exact);
    table.timestamp('leased_until', instant);
  });
  await knex.schema.createTable('outbox', table => {
    table.comment('Effects to be carried out after the commit');
    table.bigIncrements('position');
    table.specificType('lane', exact).notNullable();
    table.specificType('kind', exact).notNullable();
    table.text('payload').notNullable().comment('JSON');
    table.specificType('dedupe_key', exact).notNullable().unique();
    table.timestamp('created_at', instant).notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.timestamp('retry_at', instant);
    table.timestamp('delivered_at', instant).index();
    table.text('last_error');
  });
  await knex.raw(
    `create index outbox_waiting on outbox (lane, position) where delivered_at is null`,
  );

  await knex.schema.createTable('idempotency_keys', table => {
    table.comment('Answers of submissions, for callers that repeat them');
    table.specificType('actor_ref', exact).notNullable();
    table.specificType('key', exact).notNullable();
    table.specificType('fingerprint', exact).notNullable();
    table.text('response').comment('JSON');
    table.timestamp('created_at', instant).notNullable().index();
    table.primary(['actor_ref', 'key']);
  });

  await knex.schema.createTable('changes', table => {
    table.comment(
      'Revisions of what decides about access; a row per change, so that writers never wait for a common counter',
    );
    table.bigIncrements('revision');
    table.specificType('subject_type', exact).notNullable();
    table.specificType('subject_id', exact).notNullable();
    table.timestamp('at', instant).notNullable();
  });

  await (isPostgres ? protectOnPostgres : protectOnSqlite)(knex);
};

/** History can be added to and its free text can be erased; nothing else. */
async function protectOnPostgres(knex) {
  const columns = AUDIT_COLUMNS.map(name => `new.${name}`).join(', ');
  await knex.raw(`
    create function audit_events_append_only() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE'
        and (${columns}) is not distinct from (${columns.replaceAll(
    'new.',
    'old.',
  )})
        and new.text is null and new.text_salt is null
      then
        return new;
      end if;
      raise exception 'audit_events is append-only';
    end $$`);
  await knex.raw(`
    create trigger audit_events_append_only before update or delete on audit_events
    for each row execute function audit_events_append_only()`);
  await knex.raw(`
    create trigger audit_events_no_truncate before truncate on audit_events
    for each statement execute function audit_events_append_only()`);
}

async function protectOnSqlite(knex) {
  const unchanged = AUDIT_COLUMNS.map(name => `new.${name} is old.${name}`);
  await knex.raw(`
    create trigger audit_events_no_update before update on audit_events
    when not (${unchanged.join(
      ' and ',
    )} and new.text is null and new.text_salt is null)
    begin select raise(abort, 'audit_events is append-only'); end`);
  await knex.raw(`
    create trigger audit_events_no_delete before delete on audit_events
    begin select raise(abort, 'audit_events is append-only'); end`);
  // "insert or replace" deletes without firing the trigger above
  await knex.raw(`
    create trigger audit_events_no_replace before insert on audit_events
    when exists (
      select 1 from audit_events where subject_type = new.subject_type
        and subject_id = new.subject_id and seq = new.seq
    )
    begin select raise(abort, 'audit_events is append-only'); end`);
}

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'changes',
    'idempotency_keys',
    'outbox',
    'outbox_lanes',
    'audit_events',
    'access_grants',
    'dataset_owners',
    'request_parties',
    'access_requests',
  ]) {
    await knex.schema.dropTable(table);
  }
  if (knex.client.config.client.includes('pg')) {
    await knex.raw('drop function audit_events_append_only()');
  }
};
