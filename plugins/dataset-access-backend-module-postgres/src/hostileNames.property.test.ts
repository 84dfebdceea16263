import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { escapeIdentifier } from 'pg';
import { dataset, user } from './__testUtils__/entities';
import { describeWithPostgres, TestSource } from './__testUtils__/TestSource';
import { PostgresConnector } from './PostgresConnector';

/** Statements in disguise, quotes of all kinds, names of 63 bytes, and words that PostgreSQL keeps for itself. */
const HOSTILE = [
  `"; drop table sales.orders; --`,
  `orders" to public; --`,
  `a'b`,
  `a"b""c`,
  'a\\b',
  '$$; select 1; $$',
  `E'\\x27`,
  ' leading and trailing ',
  'line\nbreak\ttab\rreturn',
  'select',
  'public',
  'PUBLIC',
  'user',
  'Größe',
  'таблица',
  '表',
  '👩‍👩‍👧',
  '\u202Eredro',
  '%s %I $1 :name ?',
  'a.b',
  '*',
  'x'.repeat(63),
  `${'é'.repeat(31)}x`,
  '-- comment',
  '/* comment',
];

/** Text that PostgreSQL can store as a name, whole. */
const storable = (bytes: number) => (text: string) =>
  text.length > 0 &&
  !text.includes('\0') &&
  Buffer.from(text).toString() === text && // no halves of characters
  Buffer.byteLength(text) <= bytes;

describeWithPostgres('hostile names in the database', () => {
  let source: TestSource;
  let connector: PostgresConnector;
  beforeAll(async () => {
    source = await TestSource.create();
    connector = source.connector();
    await source.sql(
      `alter default privileges in schema sales grant all on tables to ${source.role(
        'connector',
      )} with grant option`,
    );
  });
  afterAll(() => source.destroy());

  const literal = (text: string) =>
    `U&'${[...text]
      .map(one => `\\+${one.codePointAt(0)!.toString(16).padStart(6, '0')}`)
      .join('')}'`;

  /** Everything that anybody has in the whole database and in its roles, but for some objects and roles. */
  const worldWithout = (table: string) =>
    source.sql(
      `select relname, relacl::text as acl, null as super from pg_class
        where relnamespace = 'sales'::regnamespace and relname <> ${literal(
          table,
        )}
       union all select nspname, nspacl::text, null from pg_namespace
       union all select rolname, rolconfig::text, rolsuper::text from pg_roles
        where starts_with(rolname, '${source.prefix}')
        order by 1, 2`,
    );
  const aclOf = async (table: string) =>
    (
      await source.sql(
        `select e.rolname as role, a.privilege_type as privilege
           from pg_class c cross join aclexplode(c.relacl) a join pg_roles e on e.oid = a.grantee
          where c.relnamespace = 'sales'::regnamespace and c.relname = ${literal(
            table,
          )}
            and a.grantor = '${source.role('connector')}'::regrole`,
      )
    ).map(({ role, privilege }) => `${role}=${privilege}`);

  /** Gives access to a table of a name to a role of a name, and takes it back. */
  const giveAndTakeBack = async (table: string, role: string) => {
    await source.sql(
      `create table sales.${escapeIdentifier(table)} (id integer)`,
      `alter table sales.${escapeIdentifier(table)} owner to ${source.role(
        'owner',
      )}`,
    );
    await source.createRole('hostile');
    const target = await source.locate('sales.*', 'hostile', connector);
    await source.sql(
      `alter role ${source.role('hostile')} rename to ${escapeIdentifier(
        role,
      )}`,
    );
    try {
      const before = await worldWithout(table);
      await connector.apply({
        wanted: { target, level: 'read-only' },
        former: [],
        others: [],
      });
      const given = await aclOf(table);
      await connector.revoke({ former: [target], others: [] });
      const left = await aclOf(table);
      const after = await worldWithout(table);
      return { given, left, strayed: isDeepStrictEqual(before, after) ? 0 : 1 };
    } finally {
      await source.sql(
        `drop table sales.${escapeIdentifier(table)}`,
        `drop role ${escapeIdentifier(role)}`,
      );
    }
  };
  const only = (role: string) => ({
    given: [`${role}=SELECT`],
    left: [],
    strayed: 0,
  });

  it.each(HOSTILE)('%j is quoted as a table and as a role', async name => {
    // the prefix of the role has 11 bytes
    const role = source.prefix + (storable(52)(name) ? name : 'x'.repeat(52));
    expect(await giveAndTakeBack(name, role)).toEqual(only(role));
  });

  it('are quoted whatever they are', async () => {
    const name = (bytes: number) =>
      fc
        .oneof(
          fc.string({ unit: 'binary', maxLength: 40 }),
          fc.string({ unit: 'grapheme', maxLength: 20 }),
          fc
            .array(
              fc.constantFrom(`"`, `'`, ';', '\\', ' ', '-', '$', 'a', '.'),
            )
            .map(parts => parts.join('')),
        )
        .filter(storable(bytes));
    await fc.assert(
      fc.asyncProperty(name(63), name(52), async (table, tail) => {
        const role = source.prefix + tail;
        expect(await giveAndTakeBack(table, role)).toEqual(only(role));
      }),
      { seed: 20_505, numRuns: 200, endOnFailure: true },
    );
  }, 120_000);
});

describe('hostile names in the catalog', () => {
  // nobody listens there: a name that is refused is refused before anything is asked
  const connector = new PostgresConnector({
    sources: { warehouse: { connection: { host: '127.0.0.1', port: 1 } } },
  });
  afterAll(() => connector.close());

  const ALLOWED = /^[A-Za-z_][A-Za-z0-9_$]{0,62}$/;
  const codeOf = (objects: string, name: string, role?: string) =>
    connector.locate(dataset(objects), user(name, role)).then(
      () => 'found',
      problem => problem.code,
    );

  it.each([
    ...HOSTILE.filter(name => !ALLOWED.test(name)),
    'x'.repeat(64),
    'é'.repeat(32),
    '1st',
    'jane.doe',
    'jane-doe',
  ])('%j never gets to the database', async name => {
    expect(await codeOf('sales.orders', 'ann', name)).toBe('BAD_IDENTIFIER');
    expect(await codeOf('sales.orders', name)).toBe('BAD_IDENTIFIER');
    // * is all tables, and points and commas part names
    const part = name.replace(/[.,*]/g, ' ').trim() || ' ';
    expect(await codeOf(`sales.${part} x`, 'ann')).toBe('BAD_IDENTIFIER');
    expect(await codeOf(`x ${part}.orders`, 'ann')).toBe('BAD_IDENTIFIER');
  });

  it.each(['pg_read_all_data', 'PG_monitor'])(
    '%s, a role of PostgreSQL itself, is none for people',
    async role => {
      expect(await codeOf('sales.orders', 'ann', role)).toBe('BAD_IDENTIFIER');
      expect(await codeOf('sales.orders', role)).toBe('BAD_IDENTIFIER');
    },
  );

  it('only names of the allow-list do, of 63 bytes at most', async () => {
    expect(await codeOf('sales.orders', 'x'.repeat(63))).toBe(
      'SOURCE_UNAVAILABLE',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary', minLength: 1 }),
          fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 70 }),
        ),
        async name => {
          const role = name.trim();
          fc.pre(role.length > 0 && !/^pg_/i.test(role));
          expect(await codeOf('sales.orders', 'ann', role)).toBe(
            ALLOWED.test(role) ? 'SOURCE_UNAVAILABLE' : 'BAD_IDENTIFIER',
          );
        },
      ),
      { seed: 11_203, numRuns: 500 },
    );
  });
});
