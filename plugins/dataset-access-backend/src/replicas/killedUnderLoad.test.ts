import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { LoadResult, LoadScene, LoadWish } from '../__testUtils__/LoadScene';
import { ReplicaProcess, until } from '../__testUtils__/ReplicaProcess';
import { SourceDatabase } from '../__testUtils__/SourceDatabase';

jest.setTimeout(300_000);

// SQLite is for one process; `killsWhileFiling` and `killsWhileDeciding` kill that one at every place there is
const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

const PEOPLE = 15;
const TABLES = ['orders', 'lines', 'returns', 'stock'];
const CLIENTS = 6;
/** One process is killed in each, while the clients are at it. */
const ROUNDS = 6;
/** Submissions and decisions, of about 25 in a round. */
const KILL_AFTER = 7;

const names = Array.from({ length: PEOPLE }, (_, index) => `p${index}`);
const outcomes = ['approve', 'both', 'deny', 'both'] as const;
const wishes: LoadWish[] = names.flatMap((name, person) =>
  TABLES.map((table, index) => ({
    person: `user:default/${name}`,
    table,
    outcome: outcomes[(person + index) % outcomes.length],
  })),
);

/** Everything that was left behind, read when nothing waits any more. */
async function leftBehind(
  knex: Knex,
  scene: LoadScene,
  source: SourceDatabase,
) {
  await until(
    async () => !(await knex('outbox').first().whereNull('delivered_at')),
  );
  return {
    requests: await knex('access_requests').select(
      'id',
      'status',
      'decided_by',
      'beneficiary_ref',
      'dataset_ref',
    ),
    decisions: await knex('audit_events')
      .where('subject_type', 'request')
      .whereIn('type', ['approved', 'denied'])
      .select('subject_id', 'type', 'actor_ref'),
    grants: await knex('access_grants').select('request_id', 'state'),
    notices: await scene.notices(),
    given: await source.given(),
  };
}

type LeftBehind = Awaited<ReturnType<typeof leftBehind>>;

/** What is wrong with it, in words; nothing where all is as the clients were told. */
function faults(results: readonly LoadResult[], left: LeftBehind): string[] {
  const found: string[] = [];
  const check = (isRight: boolean, fault: string) =>
    isRight || found.push(fault);
  check(left.requests.length === results.length, 'requests lost or doubled');
  const seen = left.notices.map(({ user, scope }) => `${user} ${scope}`);
  check(new Set(seen).size === seen.length, 'a notice is seen twice');
  for (const { requestId, person, table, told } of results) {
    const stored = left.requests.find(({ id }) => id === requestId);
    const decisions = left.decisions.filter(
      ({ subject_id: id }) => id === requestId,
    );
    const grants = left.grants.filter(({ request_id: id }) => id === requestId);
    const role = person.replace('user:default/', '');
    const isReal = left.given.includes(`${role}=SELECT on ${table}`);
    const isApproved = stored?.status === 'approved';
    const wish = `${role} on ${table}`;
    check(stored !== undefined, `${wish}: lost`);
    check(decisions.length === 1, `${wish}: ${decisions.length} decisions`);
    check(
      decisions[0]?.type === stored?.status &&
        decisions[0]?.actor_ref === stored?.decided_by,
      `${wish}: the history tells of another decision`,
    );
    check(
      told.filter(({ status }) => status === 200).length === 1,
      `${wish}: not exactly one approver was told that he decided`,
    );
    check(
      told.every(
        ({ status, body }) => status !== 200 || body?.status === stored?.status,
      ),
      `${wish}: the approver was told something else`,
    );
    check(
      grants.length === (isApproved ? 1 : 0),
      `${wish}: ${grants.length} grants`,
    );
    check(
      grants.every(({ state }) => state === 'active'),
      `${wish}: the grant is not active`,
    );
    check(isReal === isApproved, `${wish}: the source says otherwise`);
    check(
      left.notices.some(
        ({ user, title }) =>
          user === person &&
          title.startsWith(isApproved ? 'Approved' : 'Denied') &&
          title.includes(table),
      ),
      `${wish}: not told`,
    );
  }
  return found;
}

describe('two processes under a load of submissions, decisions and provisioning', () => {
  let source: SourceDatabase;
  let scene: LoadScene;
  let knex: Knex;

  beforeEach(async () => {
    source = await SourceDatabase.create(names);
    for (const table of TABLES) {
      await source.createTable(table);
    }
    knex = await databases.init('POSTGRES_18');
  });
  afterEach(async () => {
    await scene.close();
    await source.close();
  });
  afterAll(() => ReplicaProcess.killIdle());

  const open = async () => {
    const notices = await databases.init('POSTGRES_18');
    scene = new LoadScene(knex, notices, source, wishes);
    await scene.start();
  };

  it('lose and double nothing when one after the other is killed', async () => {
    await open();

    const results: LoadResult[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const own = wishes.filter((_, index) => index % ROUNDS === round);
      results.push(...(await scene.run(own, CLIENTS, KILL_AFTER)));
    }
    const left = await leftBehind(knex, scene, source);

    expect(scene.kills).toBe(ROUNDS);
    expect(faults(results, left)).toEqual([]);
    // what would have been found, had it been there
    const [request] = left.requests.filter(
      ({ status }) => status === 'approved',
    );
    const own = ({ request_id: id }: { request_id: string }) =>
      id === request.id;
    const broken: Array<[string, Partial<LeftBehind>]> = [
      ['a lost grant', { grants: left.grants.filter(one => !own(one)) }],
      ['a doubled grant', { grants: [...left.grants, left.grants.find(own)!] }],
      ['a lost request', { requests: left.requests.slice(1) }],
      [
        'a doubled decision',
        { decisions: [...left.decisions, left.decisions[0]] },
      ],
      ['a doubled notice', { notices: [...left.notices, left.notices[0]] }],
      ['lost notices', { notices: [] }],
      ['access that is not there', { given: [] }],
    ];
    expect(
      broken
        .filter(
          ([, change]) => faults(results, { ...left, ...change }).length === 0,
        )
        .map(([what]) => what),
    ).toEqual([]);
  });
});
