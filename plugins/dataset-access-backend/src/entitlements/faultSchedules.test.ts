import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  AccessLevel,
  DomainGrant,
} from 'backstage-plugin-dataset-access-common';
import fc from 'fast-check';
import type { Fault } from '../__testUtils__/FaultyConnector';
import { revokeShare, shareDomain } from '../__testUtils__/shareDomain';
import { SourceDatabase } from '../__testUtils__/SourceDatabase';
import { privilegesOf, SourceReplicas } from '../__testUtils__/SourceReplicas';
import { DAN, SHOP, sourceWorld } from '../__testUtils__/sourceWorld';

const SEED = 50411;
const SCHEDULES = 110;
const TABLES = ['orders', 'lines'] as const;
type Table = (typeof TABLES)[number];

/** Something that happens, in the portal or to it. */
type Happening =
  | { kind: 'approve'; table: Table; level: AccessLevel }
  | { kind: 'revoke' | 'share' | 'unshare' | 'expire' | 'compare' }
  | { kind: 'deliver'; by: number; faults: Array<Fault | undefined> }
  | { kind: 'deliver-twice' | 'cut' }
  | { kind: 'kill'; by: number }
  | { kind: 'take-by-hand' | 'give-by-hand'; table: Table }
  | { kind: 'rename' | 'drop'; table: Table }
  | { kind: 'lose-role' | 'lose-rights' };

const table = fc.constantFrom(...TABLES);
const level = fc.constantFrom<AccessLevel>('read-only', 'editor');
const by = fc.constantFrom(0, 1);
const faults = fc.array(
  fc.constantFrom<Array<Fault | undefined>>(
    undefined,
    undefined,
    'down',
    'before',
    'after',
  ),
  { minLength: 1, maxLength: 4 },
);
const deliver = fc.record({
  kind: fc.constant('deliver' as const),
  by,
  faults,
});
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('approve' as const),
      table,
      level,
    }),
  },
  { weight: 5, arbitrary: deliver },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'revoke' as const,
        'share' as const,
        'unshare' as const,
        'compare' as const,
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('expire' as const) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('deliver-twice' as const, 'cut' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('kill' as const), by }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('take-by-hand' as const, 'give-by-hand' as const),
      table,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('rename' as const, 'drop' as const),
      table,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('lose-role' as const, 'lose-rights' as const),
    }),
  },
);

/** One schedule, about one person who never had anything before. */
class Schedule {
  readonly #all: SourceReplicas;
  readonly #source: SourceDatabase;
  readonly #person: string;
  readonly #renamed = new Set<Table>();
  #share: DomainGrant | undefined;
  #lostRights = false;
  readonly counts = new Map<string, number>();

  constructor(all: SourceReplicas, source: SourceDatabase, person: string) {
    this.#all = all;
    this.#source = source;
    this.#person = person;
  }

  get #ref(): `user:${string}` {
    return `user:default/${this.#person}`;
  }

  async begin(): Promise<void> {
    await this.#source.createRole(this.#person);
    this.#all.put({ ref: this.#ref, title: this.#person });
    await this.#refresh();
  }

  async let(one: Happening): Promise<void> {
    const { replicas, first } = this.#all;
    switch (one.kind) {
      case 'approve':
        await this.#approve(one.table, one.level);
        break;
      case 'revoke':
        await this.#revokeOne();
        break;
      case 'share':
        this.#share ??= await shareDomain(first, this.#ref, {
          domain: SHOP,
          by: DAN,
        });
        break;
      case 'unshare':
        if (this.#share) {
          await revokeShare(first, this.#share, DAN);
          this.#share = undefined;
        }
        break;
      case 'expire':
        this.#all.advance('P31D');
        await first.access.grantLife.sweep.run();
        break;
      case 'compare':
        await first.access.grantLife.compare.run();
        break;
      case 'deliver':
        await this.#deliverWith(one.by, one.faults);
        break;
      case 'deliver-twice':
        this.#all.advance('PT10M');
        await Promise.all(replicas.map(({ product }) => product.deliver()));
        break;
      case 'cut':
        await this.#source.cutConnections();
        break;
      case 'kill':
        await this.#all.killAtTheSource(one.by);
        break;
      default:
        await this.#tamper(one);
    }
  }

  /** Makes the source healthy, and gives the portal time. */
  async heal(): Promise<void> {
    for (const name of this.#renamed) {
      await this.#source.run(`alter table sales.${name}_old rename to ${name}`);
    }
    this.#renamed.clear();
    await this.#restoreRights();
    await this.#all.bury();
    this.#all.replicas.forEach(({ connector }) => {
      connector.fault = () => undefined;
    });
    await this.#converge();
  }

  /** What the person is to have in the source, by what the portal says and what was shared. */
  async wanted(): Promise<string[]> {
    const { items } = await this.#grants();
    const active = items.filter(({ state }) => state === 'active');
    if (items.some(({ pendingInSource }) => pendingInSource)) {
      throw new Error('Something is still pending in the source');
    }
    const given = TABLES.flatMap(name => {
      const levels: AccessLevel[] = [
        ...(this.#share ? ['read-only' as const] : []),
        ...active
          .filter(({ dataset }) => dataset.ref.endsWith(`/${name}`))
          .map(one => one.level),
      ];
      const highest = levels.includes('editor') ? 'editor' : levels[0];
      return highest
        ? privilegesOf[highest].map(
            privilege => `${this.#person}=${privilege} on ${name}`,
          )
        : [];
    });
    return given.length > 0
      ? [...given, `${this.#person}=USAGE on sales`].sort()
      : [];
  }

  /** Takes everything back. */
  async end(): Promise<void> {
    await this.let({ kind: 'unshare' });
    for (;;) {
      if (!(await this.#revokeOne())) {
        break;
      }
    }
    await this.#converge();
  }

  async states(): Promise<string[]> {
    return (await this.#grants()).items.map(({ state }) => state);
  }

  async #grants() {
    const { body } = await this.#all.first.get(
      this.#ref,
      '/v1/grants?limit=100',
    );
    return body as {
      items: Array<{
        id: string;
        state: string;
        level: AccessLevel;
        pendingInSource: boolean;
        dataset: { ref: string };
      }>;
    };
  }

  async #approve(name: Table, wish: AccessLevel): Promise<void> {
    const { first } = this.#all;
    const { outcomes } = await first.submit(this.#ref, {
      dataset: `resource:default/${name}`,
      level: wish,
    });
    const [{ requestId, outcome }] = outcomes;
    if (outcome === 'created' && requestId) {
      await first.post(DAN, `/v1/requests/${requestId}/decision`, {
        decision: 'approve',
      });
    }
  }

  /** @returns whether there was something to revoke */
  async #revokeOne(): Promise<boolean> {
    const { items } = await this.#grants();
    const open = items.find(
      ({ state }) => !['revoking', 'revoked', 'expired'].includes(state),
    );
    if (open) {
      const { status } = await this.#all.first.post(
        DAN,
        `/v1/grants/${open.id}/revocation`,
        { reason: 'No longer needed' },
      );
      if (status !== 200) {
        throw new Error(`A grant could not be revoked: ${status}`);
      }
    }
    return open !== undefined;
  }

  async #deliverWith(
    index: number,
    sequence: Array<Fault | undefined>,
  ): Promise<void> {
    const { product, connector } = this.#all.replicas[index];
    let call = 0;
    connector.fault = () => sequence[call++ % sequence.length];
    this.#all.advance('PT2M');
    await product.access.grantLife.sync.run();
    await product.deliver();
    connector.fault = () => undefined;
  }

  async #tamper(one: Happening): Promise<void> {
    const role = this.#source.role(this.#person);
    const name = 'table' in one ? one.table : 'orders';
    if (this.#renamed.has(name)) {
      return;
    }
    switch (one.kind) {
      case 'take-by-hand':
        await this.#source.runAsConnector(
          `revoke all on sales.${name} from ${role}`,
        );
        break;
      case 'give-by-hand':
        if (!this.#lostRights) {
          await this.#source.runAsConnector(
            `grant select, update on sales.${name} to ${role}`,
          );
        }
        break;
      case 'rename':
        this.#renamed.add(name);
        await this.#source.run(
          `alter table sales.${name} rename to ${name}_old`,
        );
        break;
      case 'drop':
        await this.#source.run(`drop table sales.${name}`);
        await this.#source.createTable(name);
        break;
      case 'lose-role':
        // DROP OWNED leaves alone what others than the owner have granted
        await this.#source.runAsConnector(
          `revoke all on all tables in schema sales from ${role} cascade`,
          `revoke usage on schema sales from ${role} cascade`,
        );
        await this.#source.run(`drop role ${role}`);
        await this.#source.createRole(this.#person);
        break;
      case 'lose-rights':
        this.#lostRights = true;
        await this.#source.run(
          `revoke grant option for all on all tables in schema sales from ${this.#source.role(
            'connector',
          )} cascade`,
        );
        break;
      default:
    }
  }

  async #restoreRights(): Promise<void> {
    if (this.#lostRights) {
      await this.#source.run(
        `grant select, insert, update, delete on all tables in schema sales to ${this.#source.role(
          'connector',
        )} with grant option`,
      );
      this.#lostRights = false;
    }
  }

  async #refresh(): Promise<void> {
    for (const { product } of this.#all.replicas) {
      await product.access.decisions.refreshCatalog();
    }
  }

  /** What the schedule of the portal does within an hour. */
  async #converge(): Promise<void> {
    const { first, replicas } = this.#all;
    for (let round = 0; round < 3; round++) {
      this.#all.advance('PT10M');
      await first.access.grantLife.sweep.run();
      await first.access.grantLife.sync.run();
      await first.access.grantLife.compare.run();
      for (const { product } of replicas) {
        await product.deliver();
      }
    }
  }
}

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())(
  `random troubles, seed ${SEED} (%s)`,
  id => {
    it(
      `end with what is wanted in the source, ${SCHEDULES} times`,
      async () => {
        const source = await SourceDatabase.create([]);
        const knex = await databases.init(id);
        for (const name of TABLES) {
          await source.createTable(name);
        }
        const all = await SourceReplicas.start(knex, source, sourceWorld, {
          drift: { onDifference: 'repair' },
        });
        let person = 0;
        const seen = new Map<string, number>();
        await fc.assert(
          fc.asyncProperty(
            fc.array(happening, { minLength: 6, maxLength: 14 }),
            async happenings => {
              person += 1;
              const schedule = new Schedule(all, source, `p${person}`);
              await schedule.begin();
              for (const one of happenings) {
                await schedule.let(one);
              }
              await schedule.heal();
              for (const state of await schedule.states()) {
                seen.set(state, (seen.get(state) ?? 0) + 1);
              }

              expect(await source.given()).toEqual(await schedule.wanted());

              await schedule.end();
              expect(await source.given()).toEqual([]);
            },
          ),
          { seed: SEED, numRuns: SCHEDULES, endOnFailure: true },
        );
        await source.close();
        // schedules that never get anywhere would prove nothing
        for (const state of ['active', 'revoked', 'expired']) {
          expect(seen.get(state)).toBeGreaterThanOrEqual(SCHEDULES / 20);
        }
      },
      15 * 60_000,
    );
  },
);
