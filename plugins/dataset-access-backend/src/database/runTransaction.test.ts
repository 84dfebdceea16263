import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { runTransaction } from './runTransaction';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
jest.setTimeout(60_000);

beforeEach(() => {
  // the pauses between attempts are random; in tests there are none
  jest.spyOn(Math, 'random').mockReturnValue(0);
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** A database whose transactions end as told, one after the other. */
function database(...outcomes: unknown[]) {
  const transaction = jest.fn(async () => {
    const outcome = outcomes.length > 1 ? outcomes.shift() : outcomes[0];
    if (outcome instanceof Error) {
      throw outcome;
    }
    return outcome;
  });
  return { knex: { transaction } as unknown as Knex, transaction };
}

const withCode = (code: string) =>
  Object.assign(new Error(`failed with ${code}`), { code });
const work = async () => 'unused';

describe('a transaction', () => {
  it.each(['40001', '40P01', 'SQLITE_BUSY'])(
    'is repeated when the database gave up with %s for the sake of another one',
    async code => {
      const { knex, transaction } = database(withCode(code), 'done');

      await expect(runTransaction(knex, work)).resolves.toBe('done');
      expect(transaction).toHaveBeenCalledTimes(2);
    },
  );

  it('succeeds at the fifth attempt', async () => {
    const busy = withCode('40001');
    const { knex, transaction } = database(busy, busy, busy, busy, 'done');

    await expect(runTransaction(knex, work)).resolves.toBe('done');
    expect(transaction).toHaveBeenCalledTimes(5);
  });

  it('is given up after five attempts, and the caller may try later', async () => {
    const busy = withCode('40P01');
    const { knex, transaction } = database(busy);

    await expect(runTransaction(knex, work)).rejects.toMatchObject({
      code: 'RETRY_LATER',
      statusCode: 503,
      cause: busy,
    });
    expect(transaction).toHaveBeenCalledTimes(5);
  });

  it.each([
    ['a broken rule', withCode('23505')],
    ['a broken rule of SQLite', withCode('SQLITE_CONSTRAINT_UNIQUE')],
    ['a full disk', withCode('53100')],
    ['a lost connection', withCode('57P01')],
    ['an error of ours', withCode('STALE_VERSION')],
    ['any other error', new Error('oops')],
  ])('is not repeated after %s', async (_, error) => {
    const { knex, transaction } = database(error);

    await expect(runTransaction(knex, work)).rejects.toBe(error);
    expect(transaction).toHaveBeenCalledTimes(1);
  });
});

describe.each(databases.eachSupportedId())('a transaction on %s', id => {
  async function start() {
    const knex = await databases.init(id);
    await knex.schema.createTable('counters', table => {
      table.text('name').primary();
      table.integer('value').notNullable();
    });
    await knex('counters').insert([
      { name: 'a', value: 0 },
      { name: 'b', value: 0 },
    ]);
    return knex;
  }

  it('returns what the work returns, and what it wrote is there', async () => {
    const knex = await start();

    const value = await runTransaction(knex, async trx => {
      await trx('counters').where({ name: 'a' }).increment('value', 5);
      return 'written';
    });

    expect(value).toBe('written');
    expect(await knex('counters').where({ name: 'a' }).first()).toEqual({
      name: 'a',
      value: 5,
    });
  });

  it('leaves nothing behind when the work fails', async () => {
    const knex = await start();

    await expect(
      runTransaction(knex, async trx => {
        await trx('counters').increment('value', 5);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');

    expect(await knex('counters').sum({ sum: 'value' })).toMatchObject([
      { sum: id === 'SQLITE_3' ? 0 : '0' },
    ]);
  });

  it('that waits crosswise for another one is repeated, and both happen', async () => {
    const knex = await start();
    let waiting = 0;
    let go = () => {};
    const both = new Promise<void>(resolve => {
      go = resolve;
    });
    const increment = (first: string, second: string) =>
      runTransaction(knex, async trx => {
        await trx('counters').where({ name: first }).increment('value');
        waiting += 1;
        // SQLite has one connection, so there the second one starts when the first has ended
        if (waiting === 2 || id === 'SQLITE_3') {
          go();
        }
        await both;
        await trx('counters').where({ name: second }).increment('value');
      });

    await Promise.all([increment('a', 'b'), increment('b', 'a')]);

    expect(await knex('counters').orderBy('name')).toEqual([
      { name: 'a', value: 2 },
      { name: 'b', value: 2 },
    ]);
  });
});
