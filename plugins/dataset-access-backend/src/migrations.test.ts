import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import knexFactory, { Knex } from 'knex';
import {
  ANA,
  BOB,
  DAN,
  MONA,
  ORDERS,
  ROOT,
  smallWorld,
  superusers,
} from './__testUtils__/smallWorld';
import { letStewardsEdit, makeResponsible } from './__testUtils__/stewardship';
import { TestProduct } from './__testUtils__/TestProduct';
import { isPostgres, openDatabase } from './database/openDatabase';
import { DatabaseOutboxStore } from './outbox/DatabaseOutboxStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
jest.setTimeout(60_000);

const directory = resolvePackagePath(
  'backstage-plugin-dataset-access-backend',
  'migrations',
);

const TABLES = [
  'access_grants',
  'access_review_items',
  'access_review_parties',
  'access_reviews',
  'access_requests',
  'administration',
  'audit_events',
  'changes',
  'delegations',
  'dataset_owners',
  'emergency_uses',
  'idempotency_keys',
  'outbox',
  'outbox_lanes',
  'policies',
  'policy_terms',
  'request_parties',
  'responsibilities',
  'role_bindings',
  'roles',
];

/** Everything in the database that is not knex's own: tables, indexes, triggers, functions, sequences. */
async function everythingIn(knex: Knex): Promise<string[]> {
  const names: Array<{ name: string }> = isPostgres(knex)
    ? (
        await knex.raw(`
          select relname as name from pg_class where relnamespace = 'public'::regnamespace
          union all select proname from pg_proc where pronamespace = 'public'::regnamespace
          union all select tgname from pg_trigger where not tgisinternal
          union all select typname from pg_type
            where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')`)
      ).rows
    : await knex.raw('select name from sqlite_master');
  return names
    .map(({ name }) => name)
    .filter(name => !/^(knex_|sqlite_)/.test(name))
    .sort();
}

async function rowsPerTable(knex: Knex): Promise<Record<string, number>> {
  const counts = await Promise.all(
    TABLES.map(async table => {
      const [{ rows }] = await knex(table).count({ rows: '*' });
      return [table, Number(rows)];
    }),
  );
  return Object.fromEntries(counts);
}

/** Requests, decisions, a grant, policies, a role that is held, a responsibility and what goes with them, through the API. */
async function useProduct(knex: Knex): Promise<TestProduct> {
  const product = await TestProduct.start({
    knex,
    world: smallWorld,
    config: { superusers, emergency: { enabled: true, allowed: [ANA] } },
  });
  await letStewardsEdit(product);
  await makeResponsible(product, DAN);
  await product.post(ROOT, '/v1/roles/reader/assignments', {
    subjects: [ANA],
  });
  const { body } = await product
    .post(ANA, '/v1/requests', {
      dataset: ORDERS,
      beneficiaries: [ANA, MONA, 'group:default/marketing'],
      reason: 'Quarterly report, 100 % "quoted" 🙂',
      level: 'editor',
      duration: 'P30D',
    })
    .set('Idempotency-Key', 'migration-0001');
  const [own, other, group] = body.outcomes.map(
    ({ requestId }: { requestId: string }) => requestId,
  );
  await product.post(BOB, `/v1/requests/${own}/decision`, {
    decision: 'approve',
    granted: true,
    accessNote: 'role ANALYST',
  });
  await product.post(BOB, `/v1/requests/${other}/decision`, {
    decision: 'deny',
    comment: 'Use the summary',
  });
  await product.post(BOB, `/v1/requests/${group}/comments`, {
    text: 'Who exactly?',
    asksForInformation: true,
  });
  await product.post(BOB, '/v1/delegations', {
    delegate: DAN,
    endsAt: '2030-02-01T09:00:00.000Z',
    note: 'On leave',
  });
  await product.post(ROOT, '/v1/reviews', {
    name: 'Is it still needed?',
    scope: {},
    dueAt: '2030-03-01T00:00:00Z',
    unreviewed: 'keep',
  });
  const { body: emergency } = await product.post(
    ANA,
    '/v1/datasets/api/default/products/emergency-access',
    { reason: 'Orders are lost', level: 'read-only', duration: 'PT1H' },
  );
  await product.post(BOB, `/v1/emergencies/${emergency.id}/review`, {
    verdict: 'justified',
  });
  await product.deliver();
  const now = product.clock.now();
  const waiting = { kind: 'later', payload: {}, lane: 'a', dedupeKey: 'a' };
  await knex.transaction(trx =>
    new DatabaseOutboxStore(knex).enqueue(trx, [waiting], now),
  );
  return product;
}

describe.each(databases.eachSupportedId())('the migrations on %s', id => {
  it('go up from nothing, down with data in every table, and up again', async () => {
    const knex = await databases.init(id);
    await useProduct(knex);
    const filled = await rowsPerTable(knex);
    const before = await everythingIn(knex);
    expect(Object.values(filled)).not.toContain(0);
    expect(before).toEqual(expect.arrayContaining(TABLES));

    await knex.migrate.rollback({ directory }, true);
    expect(await everythingIn(knex)).toEqual([]);

    await useProduct(knex);
    expect(await rowsPerTable(knex)).toEqual(filled);
    expect(await everythingIn(knex)).toEqual(before);
  });

  it('change nothing when they are up already', async () => {
    const knex = await databases.init(id);
    const product = await useProduct(knex);
    const before = await rowsPerTable(knex);

    await openDatabase({ getClient: async () => knex });

    expect(await rowsPerTable(knex)).toEqual(before);
    const { body } = await product.get(ANA, '/v1/requests?view=mine');
    expect(body.items).toHaveLength(4);
  });

  it('are left to the operator where he says so', async () => {
    const knex = await databases.init(id);

    await openDatabase({
      getClient: async () => knex,
      migrations: { skip: true },
    });

    expect(await everythingIn(knex)).toEqual([]);
  });

  it('let the database itself keep a requester from deciding (A1)', async () => {
    const knex = await databases.init(id);
    await useProduct(knex);

    await expect(
      knex('access_requests')
        .where({ beneficiary_ref: 'group:default/marketing' })
        .update({ decided_by: ANA, status: 'approved' }),
    ).rejects.toThrow(/separation_of_duties/);
  });
});

describe('two replicas on PostgreSQL', () => {
  it('can start at the same moment on an empty database', async () => {
    const first = await databases.init('POSTGRES_18');
    const others = [1, 2, 3].map(() => knexFactory(first.client.config));
    const replicas = [first, ...others];

    const started = await Promise.allSettled(
      replicas.map(knex => openDatabase({ getClient: async () => knex })),
    );
    await Promise.all(others.map(knex => knex.destroy()));

    expect(started).toEqual(
      replicas.map(() => expect.objectContaining({ status: 'fulfilled' })),
    );
    expect(await everythingIn(first)).toEqual(expect.arrayContaining(TABLES));
  });

  it('can start at the same moment on a database that is up already', async () => {
    const first = await databases.init('POSTGRES_18');
    await openDatabase({ getClient: async () => first });
    const second = knexFactory(first.client.config);

    const started = await Promise.allSettled(
      [first, second].map(knex =>
        openDatabase({ getClient: async () => knex }),
      ),
    );
    await second.destroy();

    expect(started.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
    ]);
  });
});
