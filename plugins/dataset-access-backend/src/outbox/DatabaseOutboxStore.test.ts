import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { TestClock } from '../__testUtils__/TestClock';
import { openDatabase } from '../database/openDatabase';
import { DatabaseOutboxStore } from './DatabaseOutboxStore';
import type { OutboxMessage } from './OutboxMessage';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
jest.setTimeout(60_000);

const message = (lane: string, key: string): OutboxMessage => ({
  kind: 'notice',
  payload: { key, "quo'te": '"\\ 🙂' },
  lane,
  dedupeKey: key,
});

describe.each(databases.eachSupportedId())('the outbox in %s', id => {
  let knex: Knex;
  let store: DatabaseOutboxStore;
  let clock: TestClock;

  beforeEach(async () => {
    knex = await databases.init(id);
    await openDatabase({ getClient: async () => knex });
    store = new DatabaseOutboxStore(knex);
    clock = new TestClock();
  });

  const enqueue = (...messages: OutboxMessage[]) =>
    knex.transaction(trx => store.enqueue(trx, messages, clock.now()));
  const inMs = (ms: number) => new Date(clock.now().getTime() + ms);
  const claim = async (holder: string, limit = 10) => {
    const leases = await store.claim(holder, clock.now(), inMs(15_000), limit);
    return leases.map(({ lane }) => lane).sort();
  };
  const keys = async (lane: string) =>
    (await store.waiting(lane)).map(({ payload }) => payload.key);
  const deliver = async (lane: string, holder: string) => {
    for (const one of await store.waiting(lane)) {
      await store.complete({ lane, holder }, one, clock.now());
    }
  };

  it('holds messages as they were written, oldest first', async () => {
    const [first, second] = [message('a', '1'), message('a', '2')];
    await enqueue(first, message('b', '3'));
    await enqueue(second);

    expect(await store.waiting('a')).toMatchObject([
      { kind: 'notice', payload: first.payload, attempts: 0 },
      { kind: 'notice', payload: second.payload, attempts: 0 },
    ]);
  });

  it('holds nothing of a transaction that was rolled back', async () => {
    await expect(
      knex.transaction(async trx => {
        await store.enqueue(trx, [message('a', '1')], clock.now());
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow();

    expect(await store.waiting('a')).toEqual([]);
    expect(await claim('worker')).toEqual([]);
  });

  it('takes nothing gladly', async () => {
    await enqueue();

    expect(await claim('worker')).toEqual([]);
  });

  it('drops a second message with the same key, and the lane still gets empty', async () => {
    await enqueue(message('a', '1'), message('a', '1'));
    await enqueue(message('a', '1'), message('b', '1'));
    expect(await claim('worker')).toEqual(['a']);
    expect(await keys('a')).toEqual(['1']);

    await deliver('a', 'worker');
    await store.release({ lane: 'a', holder: 'worker' });
    await enqueue(message('a', '1'));

    expect(await claim('worker')).toEqual([]);
  });

  it('gives each lane to one of two workers that ask at the same time', async () => {
    const lanes = Array.from({ length: 20 }, (_, index) => `lane-${index}`);
    await enqueue(...lanes.map(lane => message(lane, lane)));

    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, index) => claim(`worker-${index}`, 5)),
    );

    // rows that another worker has locked are skipped, so some calls may come back with less
    const given = claims.flat();
    expect(new Set(given).size).toBe(given.length);
    const rest = await claim('last', 20);
    expect([...given, ...rest].sort()).toEqual(lanes.sort());
  });

  it('gives a lane of a dead worker away when its lease has run out, and not before', async () => {
    await enqueue(message('a', '1'));
    expect(await claim('dead')).toEqual(['a']);

    clock.advance('PT14.999S');
    expect(await claim('heir')).toEqual([]);
    clock.advance('PT0.001S');
    expect(await claim('heir')).toEqual(['a']);
  });

  it('leaves a lane with a worker that shows signs of life', async () => {
    await enqueue(message('a', '1'));
    await claim('slow');
    clock.advance('PT10S');
    await store.extend({ lane: 'a', holder: 'slow' }, inMs(15_000));
    clock.advance('PT10S');

    expect(await claim('other')).toEqual([]);
  });

  it('tells a worker that its lane has gone to another one, and lets it not take it back', async () => {
    const slow = { lane: 'a', holder: 'slow' };
    await enqueue(message('a', '1'));
    await claim('slow');
    clock.advance('PT1M');
    await claim('heir');

    expect(await store.extend(slow, inMs(15_000))).toBe(false);
    await store.release(slow);
    expect(await claim('third')).toEqual([]);
    expect(
      await store.extend({ lane: 'a', holder: 'heir' }, inMs(15_000)),
    ).toBe(true);
  });

  it('counts a message once when the old and the new worker both delivered it', async () => {
    await enqueue(message('a', '1'), message('a', '2'));
    await claim('slow');
    const seenBySlow = await store.waiting('a');
    clock.advance('PT1M');
    await claim('heir');
    await deliver('a', 'heir');
    await store.complete(
      { lane: 'a', holder: 'slow' },
      seenBySlow[0],
      clock.now(),
    );
    await store.release({ lane: 'a', holder: 'heir' });

    await enqueue(message('a', '3'));

    expect(await claim('next')).toEqual(['a']);
    expect(await keys('a')).toEqual(['3']);
  });

  it('keeps a lane closed until the time that was set after a failure', async () => {
    await enqueue(message('a', '1'));
    await claim('worker');
    const [failed] = await store.waiting('a');
    await store.recordFailure(failed, 'Error: no answer', inMs(5_000));
    await store.release(
      { lane: 'a', holder: 'worker' },
      { until: inMs(5_000), enqueued: 1 },
    );

    clock.advance('PT4.999S');
    expect(await claim('worker')).toEqual([]);
    clock.advance('PT0.001S');
    expect(await claim('worker')).toEqual(['a']);
    expect(await store.waiting('a')).toMatchObject([{ attempts: 1 }]);
    expect(await knex('outbox').first('last_error')).toEqual({
      last_error: 'Error: no answer',
    });
  });

  it('takes messages into a lane that is being worked on, is idle, or was never there', async () => {
    await enqueue(message('a', '1'));
    await claim('worker');
    await enqueue(message('a', '2'));
    await deliver('a', 'worker');
    await enqueue(message('a', '3'));
    await store.release({ lane: 'a', holder: 'worker' });

    expect(await claim('worker')).toEqual(['a']);
    expect(await keys('a')).toEqual(['3']);
    await deliver('a', 'worker');
    await store.release({ lane: 'a', holder: 'worker' });
    expect(await claim('worker')).toEqual([]);

    await enqueue(message('a', '4'));
    expect(await claim('worker')).toEqual(['a']);
    expect(await keys('a')).toEqual(['4']);
  });

  it('forgets what was delivered long ago, and never what waits', async () => {
    await enqueue(message('a', 'old'), message('b', 'waiting'));
    await claim('worker');
    await deliver('a', 'worker');
    clock.advance('P14D');
    await enqueue(message('c', 'new'));
    await claim('worker');
    await deliver('c', 'worker');

    await store.purge(clock.now());

    const left = await knex('outbox').pluck('dedupe_key').orderBy('position');
    expect(left).toEqual(['waiting', 'new']);
  });
});
