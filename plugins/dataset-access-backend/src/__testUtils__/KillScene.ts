import {
  createMockDirectory,
  MockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import knexFactory, { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { ReplicaOptions } from './replica';
import { connectionOf, ReplicaProcess, until } from './ReplicaProcess';
import { smallWorld } from './smallWorld';
import { StoredNotification, StoredNotifications } from './StoredNotifications';
import { withUids } from './world';

const world = withUids(smallWorld);

/** What processes leave behind when they are killed, and what others make of it: a database, and everybody's notices. */
export class KillScene {
  readonly #options: ReplicaOptions;

  constructor(database: Knex.Config, notifications: Knex.Config) {
    this.#options = {
      database,
      notifications,
      world,
      config: { workers: { outboxLease: 'PT0.5S' } },
    };
  }

  async start(
    options: Pick<ReplicaOptions, 'crash' | 'naive'> = {},
  ): Promise<ReplicaProcess> {
    return ReplicaProcess.start({ ...this.#options, ...options });
  }

  /** Lets a healthy process deliver what waits, and ends it. */
  async finish(replica: ReplicaProcess): Promise<void> {
    await this.#look(knex =>
      until(
        async () => !(await knex('outbox').first().whereNull('delivered_at')),
      ),
    );
    await replica.close();
  }

  /** What is stored, read while no process is writing. */
  async stored() {
    return this.#look(async knex => {
      const count = async (table: string) => (await knex(table)).length;
      return {
        requests: await knex('access_requests').select('status', 'event_seq'),
        // what every start writes about policies and roles is not part of the scene
        events: await knex('audit_events')
          .whereIn('subject_type', ['request', 'grant'])
          .orderBy([
            { column: 'subject_type', order: 'desc' },
            { column: 'seq' },
          ])
          .select('subject_type', 'seq', 'type'),
        parties: await count('request_parties'),
        grants: await count('access_grants'),
        keys: await count('idempotency_keys'),
        messages: await count('outbox'),
      };
    });
  }

  async notices(): Promise<StoredNotification[]> {
    const stored = await StoredNotifications.open(this.#options.notifications);
    try {
      return await stored.rows();
    } finally {
      await stored.close();
    }
  }

  // a connection that was open when a process died would keep SQLite from tidying up after it
  async #look<T>(read: (knex: Knex) => Promise<T>): Promise<T> {
    const knex = knexFactory(this.#options.database);
    try {
      return await read(knex);
    } finally {
      await knex.destroy();
    }
  }
}

/** Runs tests that kill processes, on SQLite and on PostgreSQL. */
export function onKilledProcesses(
  subject: string,
  tests: (open: () => Promise<KillScene>) => void,
): void {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
  const directory = createMockDirectory();
  jest.setTimeout(60_000);
  afterAll(() => ReplicaProcess.killIdle());

  describe.each(databases.eachSupportedId())(`${subject} (%s)`, id => {
    tests(async () => {
      const database =
        id === 'SQLITE_3'
          ? sqliteFile(directory)
          : connectionOf(await databases.init(id));
      return new KillScene(database, sqliteFile(directory));
    });
  });
}

/** A database that several processes can open one after the other. */
function sqliteFile(directory: MockDirectory): Knex.Config {
  return {
    client: 'better-sqlite3',
    connection: directory.resolve(`${randomUUID()}.sqlite`),
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  };
}
