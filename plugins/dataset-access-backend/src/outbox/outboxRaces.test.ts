import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { TestClock } from '../__testUtils__/TestClock';
import { openDatabase } from '../database/openDatabase';
import { DatabaseOutboxStore } from './DatabaseOutboxStore';
import type { OutboxHandler } from './OutboxMessage';
import { OutboxWorker } from './OutboxWorker';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('several replicas on %s', id => {
  let knex: Knex;
  let store: DatabaseOutboxStore;
  let clock: TestClock;

  beforeEach(async () => {
    knex = await databases.init(id);
    await openDatabase({ getClient: async () => knex });
    store = new DatabaseOutboxStore(knex);
    clock = new TestClock();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const worker = (note: OutboxHandler) =>
    new OutboxWorker({
      store,
      clock,
      handlers: { note },
      logger: mockServices.logger.mock(),
      leaseMs: 15_000,
    });
  const enqueue = (lane: string, ...keys: string[]) =>
    knex.transaction(trx =>
      store.enqueue(
        trx,
        keys.map(key => ({
          kind: 'note',
          payload: { key },
          lane,
          dedupeKey: key,
        })),
        clock.now(),
      ),
    );

  /** Makes the heartbeats of the workers run by hand, and nothing else. */
  function heartbeats() {
    jest.useFakeTimers({
      doNotFake: [
        ...(['Date', 'hrtime', 'nextTick', 'performance'] as const),
        ...(['queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
        ...(['setTimeout', 'clearTimeout'] as const),
      ],
    });
    const extend = jest.spyOn(store, 'extend');
    return async () => {
      jest.advanceTimersByTime(5_000);
      await Promise.all(extend.mock.results.map(({ value }) => value));
    };
  }

  it('lose nothing that is enqueued while lanes are given back, and deliver nothing twice', async () => {
    const delivered: string[] = [];
    const note: OutboxHandler = async ({ key }) => {
      delivered.push(String(key));
    };
    const replicas = [1, 2, 3].map(() => worker(note));
    const producers = Array.from({ length: 6 }, (_, index) => index);

    // each producer wakes a replica after each message, as a change does; nobody sweeps up afterwards
    await Promise.all(
      producers.map(async producer => {
        for (let number = 0; number < 15; number++) {
          await enqueue(`lane-${number % 2}`, `${producer}-${number}`);
          await replicas[(producer + number) % 3].drain();
        }
      }),
    );

    const wanted = producers.flatMap(producer =>
      Array.from({ length: 15 }, (_, number) => `${producer}-${number}`),
    );
    expect(delivered.slice().sort()).toEqual(wanted.sort());
    expect(await knex('outbox_lanes').select('lane', 'pending')).toEqual([]);
  });

  it('deliver the messages of one lane one at a time', async () => {
    let running = 0;
    let most = 0;
    const note: OutboxHandler = async () => {
      running += 1;
      most = Math.max(most, running);
      await knex.select(knex.raw('1')); // gives the others a turn
      running -= 1;
    };
    await enqueue('a', ...Array.from({ length: 12 }, (_, i) => `k${i}`));

    await Promise.all([1, 2, 3].map(() => worker(note).drain()));

    expect(most).toBe(1);
  });

  it('leave a lane with one that needs longer than its lease but is alive', async () => {
    const beat = heartbeats();
    const byOther: string[] = [];
    const bySlow: string[] = [];
    const other = worker(async ({ key }) => {
      byOther.push(String(key));
    });
    const slow = worker(async ({ key }) => {
      for (let beats = 0; beats < 5; beats++) {
        clock.advance('PT6S');
        await beat();
      }
      await other.drain();
      bySlow.push(String(key));
    });
    await enqueue('a', 'x');

    await slow.drain();

    expect([bySlow, byOther]).toEqual([['x'], []]);
  });

  it('do not go on with a lane that they have lost', async () => {
    const beat = heartbeats();
    const byHeir: string[] = [];
    const byFrozen: string[] = [];
    const heir = worker(async ({ key }) => {
      byHeir.push(String(key));
    });
    const frozen = worker(async ({ key }) => {
      byFrozen.push(String(key));
      clock.advance('PT1M');
      await heir.drain();
      await beat();
    });
    await enqueue('a', 'x', 'y');

    await frozen.drain();

    expect([byFrozen, byHeir]).toEqual([['x'], ['x', 'y']]);
  });

  it('get on with a lane at once when a message comes while another one fails in it', async () => {
    const delivered: string[] = [];
    const replica = worker(async ({ key }) => {
      if (key === 'bad') {
        await enqueue('a', 'good');
        throw new Error('no answer');
      }
      delivered.push(String(key));
    });
    await enqueue('a', 'bad');

    await replica.drain();

    expect(delivered).toEqual(['good']);
  });
});
