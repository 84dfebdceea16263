import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { TestClock } from '../__testUtils__/TestClock';
import { openDatabase } from '../database/openDatabase';
import { DatabaseOutboxStore } from './DatabaseOutboxStore';
import type { OutboxHandler } from './OutboxMessage';
import { OutboxWorker } from './OutboxWorker';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('the outbox worker on %s', id => {
  async function start() {
    const knex = await databases.init(id);
    await openDatabase({ getClient: async () => knex });
    const store = new DatabaseOutboxStore(knex);
    const clock = new TestClock();
    const logger = mockServices.logger.mock();
    /** What was delivered, in order. */
    const delivered: string[] = [];
    /** Keys whose delivery fails. */
    const broken = new Set<string>();
    const attempts: string[] = [];
    const note: OutboxHandler = async ({ key }) => {
      attempts.push(String(key));
      if (broken.has(String(key))) {
        throw new Error(`no answer for ${key}`);
      }
      delivered.push(String(key));
    };
    const worker = (handlers: Record<string, OutboxHandler> = { note }) =>
      new OutboxWorker({ store, handlers, clock, logger, leaseMs: 15_000 });
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
    return {
      ...{ knex, store, clock, logger, delivered, broken, attempts },
      ...{ note, worker, enqueue },
    };
  }

  it('delivers every message once, those of one lane in order', async () => {
    const { worker, enqueue, delivered, knex } = await start();
    await enqueue('a', 'a1', 'a2');
    await enqueue('b', 'b1');
    await enqueue('a', 'a3');

    const one = worker();
    await one.drain();
    await one.drain();

    expect(delivered.slice().sort()).toEqual(['a1', 'a2', 'a3', 'b1']);
    expect(delivered.filter(key => key.startsWith('a'))).toEqual([
      ...['a1', 'a2', 'a3'],
    ]);
    expect(await knex('outbox_lanes').pluck('lane')).toEqual([]);
  });

  it('shares the work with others, and each message is delivered by one', async () => {
    const { worker, enqueue, delivered } = await start();
    const keys = Array.from({ length: 30 }, (_, index) => `k${index}`);
    for (const [index, key] of keys.entries()) {
      await enqueue(`lane-${index % 7}`, key);
    }

    await Promise.all([1, 2, 3, 4].map(() => worker().drain()));
    await worker().drain();

    expect(delivered.slice().sort()).toEqual(keys.sort());
  });

  it('delivers what its own handlers and others enqueue while it works', async () => {
    const { worker, enqueue, delivered, note } = await start();
    await enqueue('a', 'first');
    const chained = worker({
      note: async payload => {
        await note(payload);
        if (payload.key === 'first') {
          await enqueue('a', 'second');
          await enqueue('b', 'third');
        }
      },
    });

    await chained.drain();

    expect(delivered.slice().sort()).toEqual(['first', 'second', 'third']);
  });

  it('tries a failed message again after a pause, and records why it failed', async () => {
    const { worker, enqueue, clock, broken, attempts, delivered, knex } =
      await start();
    await enqueue('a', 'x');
    broken.add('x');
    const one = worker();

    await one.drain();
    clock.advance('PT0.7S');
    await one.drain();
    expect(attempts).toEqual(['x']);
    expect(await knex('outbox').first('attempts', 'last_error')).toEqual({
      attempts: 1,
      last_error: 'Error: no answer for x',
    });

    broken.clear();
    clock.advance('PT0.6S');
    await one.drain();
    expect(delivered).toEqual(['x']);
    expect(await knex('outbox').first('last_error')).toEqual({
      last_error: null,
    });
  });

  it('waits longer from try to try, five minutes and a quarter at most, and never gives up', async () => {
    const { worker, enqueue, clock, broken, attempts, delivered, logger } =
      await start();
    await enqueue('a', 'x');
    broken.add('x');
    const one = worker();
    await one.drain();
    await one.drain();
    clock.advance('PT1.3S');
    await one.drain();
    clock.advance('PT1.4S');
    await one.drain();
    expect(attempts).toHaveLength(2);

    for (let more = 0; more < 25; more++) {
      clock.advance('PT6M15S');
      await one.drain();
    }

    expect(attempts).toHaveLength(27);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringMatching(/note.*attempt 8.*no answer for x/),
    );
    broken.clear();
    clock.advance('PT6M15S');
    await one.drain();
    expect(delivered).toEqual(['x']);
  });

  it('lets no failing message stop the others', async () => {
    const { worker, enqueue, broken, delivered, clock } = await start();
    await enqueue('a', 'a1', 'bad', 'a2');
    await enqueue('b', 'b1');
    broken.add('bad');
    const one = worker();

    await one.drain();
    await enqueue('a', 'a3');
    await one.drain();
    clock.advance('PT10S');
    await one.drain();

    expect(delivered.slice().sort()).toEqual(['a1', 'a2', 'a3', 'b1']);
  });

  it('keeps a message that it has no handler for until there is one', async () => {
    const { worker, enqueue, delivered, clock, knex } = await start();
    await enqueue('a', 'x');

    await worker({}).drain();
    expect(delivered).toEqual([]);
    expect(await knex('outbox').first('attempts', 'last_error')).toEqual({
      attempts: 1,
      last_error: expect.stringContaining('note'),
    });

    clock.advance('PT2S');
    await worker().drain();
    expect(delivered).toEqual(['x']);
  });

  it('takes over from a worker that died, when the lease has run out', async () => {
    const { worker, enqueue, store, clock, delivered } = await start();
    await enqueue('a', 'x');
    const until = new Date(clock.now().getTime() + 15_000);
    await store.claim('dead', clock.now(), until, 5);

    await worker().drain();
    clock.advance('PT14.999S');
    await worker().drain();
    expect(delivered).toEqual([]);

    clock.advance('PT0.001S');
    await worker().drain();
    expect(delivered).toEqual(['x']);
  });

  it('lets the message in hand finish when it is stopped, and leaves the rest to others', async () => {
    const { worker, enqueue, delivered, note } = await start();
    await enqueue('a', 'x', 'y');
    const stopping: OutboxWorker = worker({
      note: async payload => {
        void stopping.stop();
        await note(payload);
      },
    });

    await stopping.drain();
    await stopping.drain();
    expect(delivered).toEqual(['x']);

    await worker().drain();
    expect(delivered).toEqual(['x', 'y']);
  });

  it('survives a database that does not answer, and goes on when it does', async () => {
    const { worker, enqueue, store, delivered, logger } = await start();
    await enqueue('a', 'x');
    const claim = jest
      .spyOn(store, 'claim')
      .mockRejectedValueOnce(new Error('connection terminated'));
    const one = worker();

    await one.drain();
    expect(delivered).toEqual([]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('connection terminated'),
    );
    claim.mockRestore();

    await one.drain();
    expect(delivered).toEqual(['x']);
  });
});
