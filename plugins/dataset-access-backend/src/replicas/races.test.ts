import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  connectionOf,
  ReplicaAnswer,
  ReplicaProcess,
} from '../__testUtils__/ReplicaProcess';
import {
  ANA,
  BOB,
  CLEO,
  FRANK,
  ORDERS,
  smallWorld,
} from '../__testUtils__/smallWorld';
import { withUids, WorldEntity } from '../__testUtils__/world';

jest.setTimeout(120_000);

// SQLite has one writer and cannot show a race: the naive arm would pass there (threat model, finding 6)
const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

const TWO_WAY_ROUNDS = 60;
const SIXTEEN_WAY_ROUNDS = 6;
const deciders = [BOB, CLEO, FRANK];

interface Round {
  answers: ReplicaAnswer[];
  decisions: Array<{ type: string; actor: string }>;
  grants: number;
}

/** Datasets of their own for all rounds, so that none is in the way of another. */
function worldOf(rounds: number): WorldEntity[] {
  const orders = smallWorld.find(({ ref }) => ref === ORDERS)!;
  return withUids([
    ...smallWorld,
    ...Array.from({ length: rounds }, (_, index) => ({
      ...orders,
      ref: `resource:default/orders-${index}`,
    })),
  ]);
}

async function race(
  knex: Knex,
  naive: 'deciding' | undefined,
  rounds: number,
  width: number,
): Promise<Round[]> {
  const options = {
    database: connectionOf(knex),
    notifications: {
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    },
    world: worldOf(rounds),
    naive,
  };
  const replicas = [await ReplicaProcess.start(options)];
  replicas.push(await ReplicaProcess.start(options));
  try {
    const results: Round[] = [];
    for (let round = 0; round < rounds; round++) {
      const { body } = await replicas[0].post(ANA, '/v1/requests', {
        dataset: `resource:default/orders-${round}`,
        beneficiaries: [ANA],
        reason: 'A race between two processes',
        level: 'read-only',
      });
      const id = body!.outcomes![0].requestId;
      const answers = await Promise.all(
        Array.from({ length: width }, (_, index) =>
          replicas[index % 2].post(
            deciders[index % deciders.length],
            `/v1/requests/${id}/decision`,
            { decision: index % 2 === 0 ? 'approve' : 'deny' },
          ),
        ),
      );
      const decisions = await knex('audit_events')
        .select('type', { actor: 'actor_ref' })
        .where({ subject_id: id })
        .whereIn('type', ['approved', 'denied']);
      const grants = await knex('access_grants').where({ request_id: id });
      results.push({ answers, decisions, grants: grants.length });
    }
    return results;
  } finally {
    await Promise.all(replicas.map(replica => replica.kill()));
  }
}

/** One decision, told to everybody: the winner as his, the others as somebody else's. */
function isSound({ answers, decisions, grants }: Round): boolean {
  const [decision] = decisions;
  const told = answers.every(({ status, body }) =>
    status === 200
      ? body!.decision!.by === decision?.actor &&
        body!.decision!.outcome === decision.type
      : status === 409 &&
        body!.error!.code === 'ALREADY_DECIDED' &&
        body!.error!.current!.decidedBy === decision?.actor,
  );
  return (
    decisions.length === 1 &&
    told &&
    grants === (decision.type === 'approved' ? 1 : 0)
  );
}

describe.each(databases.eachSupportedId())(
  'two processes on one database (%s)',
  id => {
    it('take exactly one decision when two approvers decide at once', async () => {
      const rounds = await race(
        await databases.init(id),
        undefined,
        TWO_WAY_ROUNDS,
        2,
      );
      expect(rounds.filter(round => !isSound(round))).toEqual([]);
      // both sides win sometimes, so there was a race
      const types = new Set(rounds.map(({ decisions: [one] }) => one.type));
      expect(types.size).toBe(2);
    });

    it('take exactly one decision when sixteen calls arrive at once', async () => {
      const rounds = await race(
        await databases.init(id),
        undefined,
        SIXTEEN_WAY_ROUNDS,
        16,
      );
      expect(rounds.filter(round => !isSound(round))).toEqual([]);
    });

    it('would take two without the guard, which shows that these tests can fail', async () => {
      const rounds = await race(
        await databases.init(id),
        'deciding',
        TWO_WAY_ROUNDS,
        2,
      );
      const unsound = rounds.filter(round => !isSound(round));
      expect(unsound.length).toBeGreaterThan(0);
    });
  },
);
