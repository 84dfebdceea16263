import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { containsPattern } from './containsPattern';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
jest.setTimeout(60_000);

const piece = fc.oneof(
  fc.constantFrom(
    ...['%', '_', '\\', "'", '"', '%%', '\\%', '\\_', '\\\\', '[a]', '*', '?'],
    ...[
      'a',
      'A',
      'b',
      'B',
      'ab',
      ' ',
      '\n',
      'é',
      'É',
      'ß',
      'Я',
      'я',
      '🙂',
      '$1',
    ],
  ),
  fc.string({ unit: 'grapheme-ascii', maxLength: 3 }),
);
const text = fc.array(piece, { maxLength: 5 }).map(pieces => pieces.join(''));
const lower = (some: string) => some.toLocaleLowerCase('en-US');

describe.each(databases.eachSupportedId())('searching in %s', id => {
  it('finds exactly what contains the text, letter for letter, in any case', async () => {
    const knex = await databases.init(id);
    await knex.schema.createTable('rows', table => {
      table.integer('round');
      table.integer('number');
      table.text('text');
    });
    let round = 0;

    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 12 }),
        text,
        fc.nat(),
        fc.boolean(),
        async (texts, query, some, isPart) => {
          round += 1;
          // half of the searches are for something that is there
          const whole = texts[some % texts.length];
          const wanted = isPart
            ? [...whole].slice(some % 3, (some % 3) + 3).join('')
            : query;
          await knex('rows').insert(
            texts.map((one, number) => ({ round, number, text: lower(one) })),
          );

          const found = await knex('rows')
            .where({ round })
            .whereRaw("text like ? escape '\\'", [containsPattern(wanted)])
            .orderBy('number')
            .pluck('number');

          expect(found).toEqual(
            texts.flatMap((one, number) =>
              lower(one).includes(lower(wanted)) ? [number] : [],
            ),
          );
        },
      ),
      { seed: 107, numRuns: 300 },
    );
  });
});

it.each([
  ['orders', '%orders%'],
  ['ORDERS', '%orders%'],
  ['100%', '%100\\%%'],
  ['a_b', '%a\\_b%'],
  ['c:\\x', '%c:\\\\x%'],
  ['', '%%'],
])('the pattern for %j is %j', (wanted, pattern) => {
  expect(containsPattern(wanted)).toBe(pattern);
});
