import type { Entity } from '@backstage/catalog-model';
import {
  type AccessLevel,
  maxLevel,
} from 'backstage-plugin-dataset-access-common';
import {
  type ConnectorBench,
  connectorRules,
} from 'backstage-plugin-dataset-access-node';
import { dataset, user } from './__testUtils__/entities';
import { describeWithPostgres, TestSource } from './__testUtils__/TestSource';

/** What somebody does at each level, on a table with a column `id`. */
const DEEDS: Record<AccessLevel, (table: string) => string[]> = {
  'read-only': table => [`select * from ${table}`],
  editor: table => [
    `insert into ${table} values (7)`,
    `update ${table} set id = 8 where id = 7`,
    `delete from ${table} where id = 8`,
  ],
  owner: table => [`begin; truncate ${table}; rollback`],
};
const LEVELS = ['read-only', 'editor', 'owner'] as const;

const tablesOf = (entity: Entity) =>
  entity.metadata.annotations!['data-registry/postgres-objects'].split(', ');

/** A bench around a database of its own. */
function benchAround(source: TestSource): Required<ConnectorBench> {
  const roleOf = (subject: Entity) => source.role(subject.metadata.name);
  const can = async (name: string, statements: string[]) => {
    for (const statement of statements) {
      if ((await source.attempt(name, statement)) !== 'ok') {
        await source.attempt(name, 'rollback');
        return false;
      }
    }
    return true;
  };
  return {
    connector: source.connector(),
    datasets: [
      dataset('sales.orders, sales.lines'),
      dataset('sales.lines, sales.returns'),
    ],
    subjects: [user('ann'), user('ben')],
    secrets: [source.password],

    async realLevel(entity, subject) {
      const had: AccessLevel[] = [];
      for (const level of LEVELS) {
        const deeds = tablesOf(entity).flatMap(DEEDS[level]);
        if (!(await can(subject.metadata.name, deeds))) {
          break;
        }
        had.push(level);
      }
      return maxLevel(had);
    },

    async goDown() {
      await source.onServer(
        `alter database ${source.prefix} allow_connections false`,
      );
      await source.sql(
        `select pg_terminate_backend(pid, 5000) from pg_stat_activity
          where usename = '${source.role('connector')}'`,
      );
      return async () => {
        await source.onServer(
          `alter database ${source.prefix} allow_connections true`,
        );
      };
    },

    async dropSubject(subject) {
      await source.sql(
        `set role ${source.role('connector')}`,
        `revoke all on all tables in schema sales from ${roleOf(subject)}`,
        `revoke usage on schema sales from ${roleOf(subject)}`,
        'reset role',
        `drop role ${roleOf(subject)}`,
      );
    },

    async dropDataset(entity) {
      await source.sql(`drop table ${tablesOf(entity)[0]}`);
    },

    async grantBehind(entity, subject, level) {
      const privileges = {
        'read-only': 'select',
        editor: 'select, insert, update, delete',
        owner: 'all',
      }[level];
      await source.sql(
        `grant usage on schema sales to ${roleOf(subject)}`,
        `grant ${privileges} on ${tablesOf(entity)} to ${roleOf(subject)}`,
      );
    },

    async revokeBehind(entity, subject) {
      await source.sql(
        `set role ${source.role('connector')}`,
        `revoke all on ${tablesOf(entity)} from ${roleOf(subject)}`,
        'reset role',
      );
    },
  };
}

describeWithPostgres('the PostgreSQL connector', () => {
  let source: TestSource;
  beforeEach(async () => {
    source = await TestSource.create();
    await source.createTable('sales.returns');
  });
  afterEach(() => source.destroy());

  it.each(connectorRules.map(({ title, check }) => [title, check] as const))(
    '%s',
    async (_, check) => {
      await expect(check(benchAround(source))).resolves.toBeUndefined();
    },
  );
});
