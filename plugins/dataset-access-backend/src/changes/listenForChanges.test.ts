import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { until } from '../__testUtils__/ReplicaProcess';
import { silentLogger } from '../__testUtils__/silentServices';
import { openDatabase } from '../database/openDatabase';
import { recordChanges } from './DatabaseChanges';
import { listenForChanges } from './listenForChanges';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
jest.setTimeout(60_000);

const AT = new Date('2030-01-15T09:00:00.000Z');

/** A listener with the number of times that it was woken. */
async function listen() {
  const knex = await databases.init('POSTGRES_18');
  await openDatabase({ getClient: async () => knex });
  const stopping = new AbortController();
  const listener = {
    knex,
    wakes: 0,
    ended: Promise.resolve(),
    stop: async () => {
      stopping.abort();
      await listener.ended;
    },
    /** Until it has been woken more often than it had been. */
    wokenAfter: async (work: () => Promise<unknown>) => {
      const before = listener.wakes;
      await work();
      await until(async () => listener.wakes > before);
    },
  };
  listener.ended = listenForChanges({
    knex,
    logger: silentLogger,
    onWake: () => {
      listener.wakes += 1;
    },
    signal: stopping.signal,
  });
  // once for what was said before
  await until(async () => listener.wakes === 1);
  return listener;
}

const record = (knex: Knex) =>
  knex.transaction(trx => recordChanges(trx, 'policy', ['p'], AT));

/** The server processes of listeners on this database. */
const backends = async (knex: Knex): Promise<number[]> =>
  knex('pg_stat_activity')
    .where('application_name', 'dataset-access listener')
    .whereRaw('datname = current_database()')
    .pluck('pid');

describe('listening for changes', () => {
  it('wakes when one is committed, and not before', async () => {
    const listener = await listen();
    const trx = await listener.knex.transaction();
    await recordChanges(trx, 'policy', ['p'], AT);
    // another one comes and goes, so that a word about the first one would have come as well
    await listener.wokenAfter(() => record(listener.knex));
    const before = listener.wakes;

    await listener.wokenAfter(() => trx.commit());

    expect(before).toBe(2);
    expect(listener.wakes).toBe(3);
    await listener.stop();
  });

  it('goes on when its connection is cut, and wakes for what it may have missed', async () => {
    const { knex, wokenAfter, stop } = await listen();

    for (let cut = 0; cut < 3; cut++) {
      const [pid] = await until(async () => {
        const pids = await backends(knex);
        return pids.length === 1 && pids;
      });
      await wokenAfter(() => knex.raw('select pg_terminate_backend(?)', [pid]));
      await wokenAfter(() => record(knex));
      expect(await backends(knex)).not.toContain(pid);
    }

    await stop();
  });

  it('ends when it is told to, with its connection', async () => {
    const { knex, stop } = await listen();
    expect(await backends(knex)).toHaveLength(1);

    await stop();

    await until(async () => (await backends(knex)).length === 0);
  });
});
