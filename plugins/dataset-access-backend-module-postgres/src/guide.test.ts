import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readFileSync } from 'node:fs';
import { dataset, user } from './__testUtils__/entities';
import { describeWithPostgres, TestSource } from './__testUtils__/TestSource';

const guide = readFileSync(
  resolvePackagePath(
    'backstage-plugin-dataset-access-backend-module-postgres',
    '../../docs/connectors-guide.md',
  ),
  'utf8',
);

/** The statements of the guide, for the database and the roles of a test. */
function statementsFor(source: TestSource): string[] {
  return [...guide.matchAll(/```sql\n(.*?)```/gs)]
    .flatMap(([, block]) => block.split(';'))
    .map(statement => statement.trim())
    .filter(Boolean)
    .map(statement =>
      statement
        .replace(/\bdataset_access\b/g, source.role('guided'))
        .replace(/\bsales_owner\b/g, source.role('owner'))
        .replace(/\bwarehouse\b/g, source.prefix)
        .replace('choose-one', source.password),
    );
}

describeWithPostgres('a role set up as the guide says', () => {
  let source: TestSource;
  beforeEach(async () => {
    source = await TestSource.create();
    await source.sql(...statementsFor(source));
  });
  afterEach(() => source.destroy());

  const give = async (objects: string) => {
    const connector = source.connector({
      connection: source.connection(source.role('guided')),
    });
    const { target } = await connector.locate(dataset(objects), user('ann'));
    await connector.apply({
      wanted: { target, level: 'editor' },
      former: [],
      others: [],
    });
  };

  it('gives access to the tables that are there, and to later ones', async () => {
    await source.sql(
      `set role ${source.role('owner')}`,
      'create table sales.later (id integer)',
      'reset role',
    );
    await give('sales.*');
    for (const table of ['orders', 'lines', 'later']) {
      expect(
        await source.attempt('ann', `insert into sales.${table} values (2)`),
      ).toBe('ok');
    }
  });

  it('can do nothing else', async () => {
    await source.sql(
      'create schema payroll',
      'create table payroll.salaries (id integer)',
    );
    for (const [statement, code] of [
      ['select * from payroll.salaries', '42501'],
      ['create table sales.mine (id integer)', '42501'],
      ['drop table sales.orders', '42501'],
      ['truncate sales.orders', '42501'],
      [`create role ${source.role('other')}`, '42501'],
      [`grant ${source.role('owner')} to ${source.role('guided')}`, '42501'],
      ['create database mine', '42501'],
    ]) {
      expect([statement, await source.attempt('guided', statement)]).toEqual([
        statement,
        code,
      ]);
    }
    await expect(give('payroll.salaries')).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });
});
