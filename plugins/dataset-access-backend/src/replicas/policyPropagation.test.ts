import { TestDatabases } from '@backstage/backend-test-utils';
import type { DecisionFlip } from '../__testUtils__/replica';
import { connectionOf, ReplicaProcess } from '../__testUtils__/ReplicaProcess';
import {
  ANA,
  ORDERS,
  ROOT,
  smallWorld,
  superusers,
} from '../__testUtils__/smallWorld';
import { TestProduct } from '../__testUtils__/TestProduct';
import { withUids } from '../__testUtils__/world';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const CHANGES = 200;
const world = withUids(smallWorld);

afterAll(() => ReplicaProcess.killIdle());

/** The flips of a decision in another process, one after the other. */
class Flips {
  #seen: DecisionFlip[] = [];
  #next: ((flip: DecisionFlip) => void) | undefined;

  readonly add = (flip: DecisionFlip) => {
    this.#seen.push(flip);
    this.#next?.(this.#seen.shift()!);
    this.#next = undefined;
  };

  async next(): Promise<DecisionFlip> {
    return (
      this.#seen.shift() ??
      new Promise(resolve => {
        this.#next = flip => resolve(flip);
      })
    );
  }
}

/** From the answer to the administrator here until the other process decides by it, in ms. */
async function delays(following: {
  listen: boolean;
  pollEveryMs: number;
}): Promise<number[]> {
  const knex = await databases.init('POSTGRES_18');
  const here = await TestProduct.start({ knex, world, config: { superusers } });
  const there = await ReplicaProcess.start({
    database: connectionOf(knex),
    notifications: {
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    },
    world,
    config: { superusers },
    ...following,
  });
  const flips = new Flips();
  const { body: policy } = await here.post(ROOT, '/v1/policies', {
    name: 'Analysts may edit descriptions',
    state: 'inactive',
    type: 'metadata',
    privileges: ['metadata.edit-description'],
    actors: { groups: ['group:default/analysts'] },
  });
  await there.watch(
    { user: ANA, privilege: 'metadata.edit-description', resource: ORDERS },
    flips.add,
  );
  const took: number[] = [];
  for (let change = 0; change < CHANGES; change++) {
    const state = change % 2 === 0 ? 'active' : 'inactive';
    const { status } = await here.put(ROOT, `/v1/policies/${policy.id}/state`, {
      state,
    });
    const answeredAt = process.hrtime.bigint();
    expect(status).toBe(200);
    const { flippedTo, at } = await flips.next();
    expect(flippedTo).toBe(state === 'active');
    took.push(Math.max(0, Number(BigInt(at) - answeredAt) / 1e6));
  }
  await there.close();
  return took.sort((a, b) => a - b);
}

function report(how: string, sorted: number[]): void {
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  const figure = (ms: number) => `${ms.toFixed(2)} ms`;
  // eslint-disable-next-line no-console
  console.log(
    `A policy changed in one process, obeyed in another, ${how}: p50 ${figure(
      at(0.5),
    )}, p99 ${figure(at(0.99))}, max ${figure(
      sorted.at(-1)!,
    )} over ${CHANGES} changes`,
  );
}

describe('two processes on one PostgreSQL', () => {
  it('obey each other’s policies within a second, being told of changes', async () => {
    const took = await delays({ listen: true, pollEveryMs: 60_000 });

    report('being told', took);
    expect(took.at(-1)).toBeLessThan(1_000);
  });

  it('obey each other’s policies by looking for changes alone', async () => {
    const took = await delays({ listen: false, pollEveryMs: 100 });

    report('looking every 100 ms', took);
    expect(took.at(-1)).toBeLessThan(1_100);
  });
});
