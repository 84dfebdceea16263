import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { connectionOf, ReplicaAnswer, ReplicaProcess } from './ReplicaProcess';
import type { ReplicaOptions } from './replica';
import type { SourceDatabase } from './SourceDatabase';
import { StoredNotifications } from './StoredNotifications';
import { withUids, WorldEntity } from './world';

export const APPROVER = 'user:default/dan';
export const OTHER_APPROVER = 'user:default/eve';

/** One person who wants to read one table. */
export interface LoadWish {
  person: string;
  table: string;
  /** Which of the two approvers is quicker to say what. */
  outcome: 'approve' | 'deny' | 'both';
}

/** What a client was told about its wish. */
export interface LoadResult extends LoadWish {
  requestId: string;
  /** What each approver was told, in the end. */
  told: ReplicaAnswer[];
}

/** Two processes under load, of which one after the other is killed and replaced. */
export class LoadScene {
  readonly #options: ReplicaOptions;
  #replicas: ReplicaProcess[] = [];
  #answers = 0;
  #kills = 0;

  constructor(
    knex: Knex,
    notices: Knex,
    source: SourceDatabase,
    wishes: readonly LoadWish[],
  ) {
    this.#options = {
      database: connectionOf(knex),
      notifications: connectionOf(notices),
      world: worldOf(wishes),
      source: source.settings(),
      config: { workers: { outboxLease: 'PT3S' } },
    };
  }

  get kills(): number {
    return this.#kills;
  }

  async start(): Promise<void> {
    // the first one makes the tables
    const first = await ReplicaProcess.start(this.#options);
    this.#replicas = [first, await ReplicaProcess.start(this.#options)];
  }

  async close(): Promise<void> {
    await Promise.all(this.#replicas.map(replica => replica.close()));
  }

  /**
   * Has so many clients work off the wishes, kills a process once so many answers have come, and returns when all have their
   * answers and the killed one is replaced.
   */
  async run(
    wishes: readonly LoadWish[],
    clients: number,
    killAfter: number,
  ): Promise<LoadResult[]> {
    this.#answers = 0;
    const waiting = [...wishes];
    const results: LoadResult[] = [];
    let killing: Promise<void> | undefined;
    const work = async () => {
      for (let wish = waiting.shift(); wish; wish = waiting.shift()) {
        results.push(await this.#grant(wish));
        if (!killing && this.#answers >= killAfter) {
          killing = this.#replaceOne();
        }
      }
    };
    await Promise.all(Array.from({ length: clients }, work));
    await killing;
    return results;
  }

  async #grant(wish: LoadWish): Promise<LoadResult> {
    const { body } = await this.#answered(
      wish.person,
      '/v1/requests',
      {
        dataset: `resource:default/${wish.table}`,
        beneficiaries: [wish.person],
        reason: 'Wanted while processes are killed',
        level: 'read-only',
      },
      { 'idempotency-key': randomUUID() },
    );
    const [{ requestId }] = body!.outcomes!;
    const path = `/v1/requests/${requestId}/decision`;
    const decide = (by: string, decision: 'approve' | 'deny') =>
      this.#answered(by, path, { decision });
    const told =
      wish.outcome === 'both'
        ? await Promise.all([
            decide(APPROVER, 'approve'),
            decide(OTHER_APPROVER, 'deny'),
          ])
        : [await decide(APPROVER, wish.outcome)];
    return { ...wish, requestId, told };
  }

  /** As any client would: asks again, wherever it gets an answer, until it has one. */
  async #answered(
    user: string,
    path: string,
    body: object,
    headers: Record<string, string> = {},
  ): Promise<ReplicaAnswer> {
    for (let attempt = 0; ; attempt++) {
      const turn = (this.#answers + attempt) % this.#replicas.length;
      const answer = await this.#replicas[turn].post(user, path, body, headers);
      if (answer.status !== undefined && answer.status < 500) {
        this.#answers++;
        return answer;
      }
      // a replacement takes a moment to come up; there is nothing to wait for but that
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  async #replaceOne(): Promise<void> {
    const index = this.#kills % this.#replicas.length;
    this.#kills++;
    await this.#replicas[index].kill();
    this.#replicas[index] = await ReplicaProcess.start(this.#options);
  }

  /** What people see of notices. */
  async notices() {
    const stored = await StoredNotifications.open(this.#options.notifications);
    try {
      return await stored.rows();
    } finally {
      await stored.close();
    }
  }
}

/** People, two approvers, and tables of a source that both of them decide on. */
function worldOf(wishes: readonly LoadWish[]): WorldEntity[] {
  const people = new Set(wishes.map(({ person }) => person));
  const tables = new Set(wishes.map(({ table }) => table));
  return withUids([
    { ref: APPROVER, memberOf: ['sales'] },
    { ref: OTHER_APPROVER, memberOf: ['sales'] },
    { ref: 'group:default/sales' },
    ...[...people].map(ref => ({ ref })),
    ...[...tables].map(name => ({
      ref: `resource:default/${name}`,
      owners: ['sales'],
      annotations: { 'data-registry/postgres-objects': `sales.${name}` },
    })),
  ]);
}
