import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { smallWorld } from './smallWorld';
import { TestProduct, TestProductOptions } from './TestProduct';

/** Starts the product on a database of its own. */
export type StartProduct = (
  options?: Partial<Omit<TestProductOptions, 'knex'>>,
) => Promise<TestProduct>;

/** Runs tests on SQLite and on PostgreSQL. */
export function onBothDatabases(
  subject: string,
  tests: (start: StartProduct, database: () => Promise<Knex>) => void,
): void {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
  jest.setTimeout(60_000);

  describe.each(databases.eachSupportedId())(`${subject} (%s)`, id => {
    const database = () => databases.init(id);
    tests(
      async options =>
        TestProduct.start({
          world: smallWorld,
          ...options,
          knex: await database(),
        }),
      database,
    );
  });
}
