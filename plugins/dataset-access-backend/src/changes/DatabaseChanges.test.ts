import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { isPostgres, openDatabase } from '../database/openDatabase';
import { Change, DatabaseChanges, recordChanges } from './DatabaseChanges';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
jest.setTimeout(60_000);

const AT = new Date('2030-01-15T09:00:00.000Z');
const policy = (id: string): Change => ({ type: 'policy', id });

async function open(id: Parameters<typeof databases.init>[0]): Promise<Knex> {
  const knex = await databases.init(id);
  return openDatabase({ getClient: async () => knex });
}

async function record(knex: Knex, ...ids: string[]): Promise<void> {
  await knex.transaction(trx => recordChanges(trx, 'policy', ids, AT));
}

/**
 * Waits for what else runs on the server, which is shared with other tests: while a transaction runs that is older than a
 * change, the change is rightly read again.
 */
async function settled(knex: Knex): Promise<void> {
  if (!isPostgres(knex)) {
    return;
  }
  const first = async (sql: string, ...values: string[]) =>
    (await knex.raw(sql, values)).rows[0].answer;
  const now = await first('select pg_current_xact_id()::text as answer');
  const isOver =
    'select pg_snapshot_xmin(pg_current_snapshot()) > ?::xid8 as answer';
  while (!(await first(isOver, now)));
}

/** Follows the changes from a moment on, as a replica does. */
async function follow(knex: Knex): Promise<() => Promise<Change[]>> {
  const changes = new DatabaseChanges(knex);
  let position = await changes.position();
  return async () => {
    const news = await changes.since(position);
    position = news.position;
    return news.changes;
  };
}

/** What anybody would write first: remembers the highest revision it has seen. */
async function followNaively(knex: Knex): Promise<() => Promise<Change[]>> {
  let last = 0;
  return async () => {
    const rows = await knex('changes')
      .where('revision', '>', last)
      .orderBy('revision');
    last = Number(rows.at(-1)?.revision ?? last);
    return rows.map(({ subject_id }) => policy(subject_id));
  };
}

/**
 * The first transaction numbers its change first and commits it last; the reader looks in between and afterwards.
 *
 * @returns what it has seen, looking four times
 */
async function overtake(
  knex: Knex,
  follower: (knex: Knex) => Promise<() => Promise<Change[]>>,
): Promise<Change[][]> {
  const look = await follower(knex);
  const slow = await knex.transaction();
  await recordChanges(slow, 'policy', ['slow'], AT);
  const before = await look();
  await record(knex, 'fast');
  const between = await look();
  await slow.commit();
  await settled(knex);
  const after = await look();
  return [before, between, after, await look()];
}

describe.each(databases.eachSupportedId())('changes (%s)', id => {
  it('are read by who follows them, in their order and from where he began', async () => {
    const knex = await open(id);
    await record(knex, 'early');
    await settled(knex);
    const look = await follow(knex);

    await record(knex, 'one', 'two');
    await knex.transaction(trx => recordChanges(trx, 'grant', ['g'], AT));
    await settled(knex);

    expect(await look()).toEqual([
      policy('one'),
      policy('two'),
      { type: 'grant', id: 'g' },
    ]);
    expect(await look()).toEqual([]);
  });

  it('that were taken back have never been', async () => {
    const knex = await open(id);
    const look = await follow(knex);

    await knex
      .transaction(async trx => {
        await recordChanges(trx, 'policy', ['nothing'], AT);
        throw new Error('No, after all');
      })
      .catch(() => {});
    await record(knex, 'something');

    expect(await look()).toEqual([policy('something')]);
  });

  it('go on when all that were there are forgotten', async () => {
    const knex = await open(id);
    await record(knex, 'old');
    const look = await follow(knex);
    await record(knex, 'seen');
    await look();

    await new DatabaseChanges(knex).purge(new Date(AT.getTime() + 1));
    const left = await knex('changes');
    await record(knex, 'new');

    expect(left).toEqual([]);
    expect(await look()).toEqual([policy('new')]);
  });

  it('that are younger are kept when old ones are forgotten', async () => {
    const knex = await open(id);
    await record(knex, 'young');

    await new DatabaseChanges(knex).purge(AT);

    expect(await knex('changes')).toHaveLength(1);
  });

  it('are many at once', async () => {
    const knex = await open(id);
    const look = await follow(knex);
    const ids = Array.from({ length: 2_000 }, (_, index) => `p${index}`);

    await record(knex, ...ids);

    expect(await look()).toEqual(ids.map(policy));
  });
});

// SQLite has one writer, which commits in the order in which it writes
describe('a change that is written first and committed last', () => {
  it('is not missed, and nothing is read for ever', async () => {
    const knex = await open('POSTGRES_18');

    const [before, between, after, later] = await overtake(knex, follow);

    expect(before).toEqual([]);
    expect(between).toEqual([policy('fast')]);
    expect(after).toContainEqual(policy('slow'));
    expect(later).toEqual([]);
  });

  it('is missed by who remembers the highest revision, which shows that this test can fail', async () => {
    const knex = await open('POSTGRES_18');

    const seen = await overtake(knex, followNaively);

    expect(seen.flat()).toEqual([policy('fast')]);
  });

  it('is not missed by who begins to follow while it is under way', async () => {
    const knex = await open('POSTGRES_18');
    const slow = await knex.transaction();
    await recordChanges(slow, 'policy', ['slow'], AT);
    await record(knex, 'fast');

    const look = await follow(knex);
    await slow.commit();

    expect(await look()).toContainEqual(policy('slow'));
  });

  it('is not missed by who looks from within a transaction of his own', async () => {
    const knex = await open('POSTGRES_18');
    const changes = new DatabaseChanges(knex);
    const start = await changes.position();
    const slow = await knex.transaction();
    await recordChanges(slow, 'policy', ['slow'], AT);

    const news = await knex.transaction(async trx => {
      await recordChanges(trx, 'policy', ['own'], AT);
      return changes.since(start, trx);
    });
    await slow.commit();

    const { changes: later } = await changes.since(news.position);
    expect(later).toEqual(
      expect.arrayContaining([policy('slow'), policy('own')]),
    );
  });
});
