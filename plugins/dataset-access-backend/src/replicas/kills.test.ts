import {
  createMockDirectory,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import knexFactory, { Knex } from 'knex';
import { crashPoints } from '../__testUtils__/crashPoints';
import {
  connectionOf,
  ReplicaProcess,
  until,
} from '../__testUtils__/ReplicaProcess';
import type { ReplicaOptions } from '../__testUtils__/replica';
import {
  ANA,
  BOB,
  CLEO,
  FRANK,
  ORDERS,
  smallWorld,
} from '../__testUtils__/smallWorld';
import { StoredNotifications } from '../__testUtils__/StoredNotifications';
import { withUids } from '../__testUtils__/world';
import { openDatabase } from '../database/openDatabase';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const directory = createMockDirectory();
const world = withUids(smallWorld);
const submission = {
  dataset: ORDERS,
  beneficiaries: [ANA],
  reason: 'To be asked for exactly once',
  level: 'read-only',
};
const key = { 'Idempotency-Key': 'one-and-the-same-click' };

let files = 0;

/** A database that several processes can open one after the other. */
async function databaseFor(id: TestDatabaseId): Promise<Knex.Config> {
  if (id === 'SQLITE_3') {
    files += 1;
    return {
      client: 'better-sqlite3',
      connection: directory.resolve(`product-${files}.sqlite`),
      useNullAsDefault: true,
      pool: { min: 1, max: 1 },
    };
  }
  return connectionOf(await databases.init(id));
}

async function optionsFor(id: TestDatabaseId): Promise<ReplicaOptions> {
  files += 1;
  return {
    database: await databaseFor(id),
    notifications: {
      client: 'better-sqlite3',
      connection: directory.resolve(`notifications-${files}.sqlite`),
      useNullAsDefault: true,
    },
    world,
    config: { workers: { outboxLease: 'PT0.5S' } },
  };
}

/** What is stored, read while no process of ours is writing. */
async function inspect(options: ReplicaOptions) {
  const knex = knexFactory(options.database);
  try {
    await openDatabase({ getClient: async () => knex });
    const count = async (table: string) => (await knex(table)).length;
    return {
      requests: await knex('access_requests').select('status', 'event_seq'),
      events: await knex('audit_events').select('subject_type', 'seq', 'type'),
      parties: await count('request_parties'),
      grants: await count('access_grants'),
      keys: await count('idempotency_keys'),
      messages: await count('outbox'),
      waiting: (await knex('outbox').whereNull('delivered_at')).length,
    };
  } finally {
    await knex.destroy();
  }
}

async function notices(options: ReplicaOptions) {
  const stored = await StoredNotifications.open(options.notifications);
  try {
    return await stored.rows();
  } finally {
    await stored.close();
  }
}

/** Lets a healthy process deliver what waits, and ends it. */
async function recover(
  options: ReplicaOptions,
  replica: ReplicaProcess,
): Promise<void> {
  await until(async () => (await inspect(options)).waiting === 0);
  await replica.kill();
}

const BEFORE_COMMIT = [
  'before the transaction',
  'after the idempotency key',
  'after the state',
  'after the parties',
  'after the history',
  'after the message',
  'after the lane',
  'before the commit',
];

// a decision claims no idempotency key: it can be repeated as it is
const WHILE_DECIDING = Object.keys(crashPoints).filter(
  name => name !== 'after the idempotency key',
);

describe.each(databases.eachSupportedId())('a process killed (%s)', id => {
  it('would lose the announcement if it were not part of the transaction, which shows that these tests can fail', async () => {
    const options = await optionsFor(id);
    const doomed = await ReplicaProcess.start({
      ...options,
      naive: 'announcing',
      crash: 'after the message',
    });
    await doomed.post(ANA, '/v1/requests', submission, key);
    await doomed.gone;

    const healthy = await ReplicaProcess.start(options);
    await recover(options, healthy);

    expect((await inspect(options)).requests).toHaveLength(1);
    expect(await notices(options)).toEqual([]);
  });

  it.each(Object.keys(crashPoints))(
    'while filing, %s: the request is filed once and announced once',
    async crash => {
      const options = await optionsFor(id);
      const doomed = await ReplicaProcess.start({ ...options, crash });
      const first = await doomed.post(ANA, '/v1/requests', submission, key);
      await doomed.gone;

      const { requests, events, parties, messages, keys } = await inspect(
        options,
      );
      const filed = !BEFORE_COMMIT.includes(crash);
      // before or after, and nothing in between
      expect({
        requests: requests.length,
        events,
        parties,
        messages,
        keys,
      }).toEqual(
        filed
          ? {
              requests: 1,
              events: [{ subject_type: 'request', seq: 1, type: 'filed' }],
              parties: 3,
              messages: 2,
              keys: 1,
            }
          : { requests: 0, events: [], parties: 0, messages: 0, keys: 0 },
      );

      const healthy = await ReplicaProcess.start(options);
      const again = await healthy.post(ANA, '/v1/requests', submission, key);
      await recover(options, healthy);

      expect(again.status).toBe(201);
      expect(again.body?.outcomes).toMatchObject([{ outcome: 'created' }]);
      if (first.status !== undefined) {
        expect(again.body).toEqual(first.body);
      }
      expect((await inspect(options)).requests).toEqual([
        { status: 'pending', event_seq: 1 },
      ]);
      expect((await notices(options)).map(({ user }) => user)).toEqual([
        BOB,
        CLEO,
        FRANK,
      ]);
    },
  );

  it.each(WHILE_DECIDING)(
    'while deciding, %s: the decision is taken once and announced once',
    async crash => {
      const options = await optionsFor(id);
      const filing = await ReplicaProcess.start(options);
      const { body } = await filing.post(ANA, '/v1/requests', submission, key);
      const path = `/v1/requests/${body!.outcomes![0].requestId}/decision`;
      await recover(options, filing);
      const doomed = await ReplicaProcess.start({ ...options, crash });
      await doomed.post(BOB, path, { decision: 'approve' });
      await doomed.gone;

      const { requests, grants, events } = await inspect(options);
      const decided = !BEFORE_COMMIT.includes(crash);
      expect({ requests, grants, events: events.length }).toEqual(
        decided
          ? {
              requests: [{ status: 'approved', event_seq: 2 }],
              grants: 1,
              events: 3,
            }
          : {
              requests: [{ status: 'pending', event_seq: 1 }],
              grants: 0,
              events: 1,
            },
      );

      const healthy = await ReplicaProcess.start(options);
      const again = await healthy.post(BOB, path, { decision: 'approve' });
      const other = await healthy.post(CLEO, path, { decision: 'deny' });
      await recover(options, healthy);

      expect(again.status).toBe(200);
      expect([other.status, other.body?.error?.current?.decidedBy]).toEqual([
        409,
        BOB,
      ]);
      expect((await inspect(options)).grants).toBe(1);
      const rows = await notices(options);
      expect(rows.map(({ user, title }) => [user, title])).toEqual([
        [ANA, 'Approved: access to Customer orders'],
        [BOB, 'Ana Analyst asks for read-only access to Customer orders'],
        [CLEO, 'Nothing left to decide: access to Customer orders'],
        [FRANK, 'Nothing left to decide: access to Customer orders'],
      ]);
    },
  );
});
