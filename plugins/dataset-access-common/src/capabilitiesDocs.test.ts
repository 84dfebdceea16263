import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const page = readFileSync(join(root, 'docs/capabilities.md'), 'utf8');
const rows = page
  .split('\n')
  .filter(line => line.startsWith('| '))
  .map(line => line.split('|').map(cell => cell.trim()))
  .map(([, first, ...others]) => ({ first, shownBy: others.at(-2) ?? '' }))
  .filter(({ first }) => !/^(-+|no\.|what)$/.test(first));

/** How many capabilities each of the systems has that the product stands in for. */
const capabilities: Array<[system: string, count: number]> = [
  ['S0', 20],
  ['S1', 23],
  ['S2', 24],
  ['S3', 13],
  ['S4', 11],
];

/** The tests that a cell names: `file`: “title”. */
const testsOf = (cell: string) =>
  cell.split('<br>').flatMap(one => {
    const [, file, title] = /^`([^`]+)`: “(.+)”$/.exec(one.trim()) ?? [];
    return file && title ? [{ file, title }] : [];
  });
const named = rows.flatMap(({ first, shownBy }) =>
  testsOf(shownBy).map(test => ({ first, ...test })),
);

describe('docs/capabilities.md', () => {
  it.each(capabilities)(
    'has a row for each of the capabilities of %s (%i)',
    (system, count) => {
      expect(
        rows
          .map(({ first }) => first)
          .filter(first => first.startsWith(`${system}.`)),
      ).toEqual(
        Array.from({ length: count }, (_, index) => `${system}.${index + 1}`),
      );
    },
  );

  it.each(rows)('names a test for $first', ({ shownBy }) => {
    expect(testsOf(shownBy)).not.toEqual([]);
    // a slip in the spelling would hide a test from the check below
    expect(testsOf(shownBy)).toHaveLength(shownBy.split('<br>').length);
  });

  it.each(named)('$first: $file has the test “$title”', ({ file, title }) => {
    const path = join(root, file);
    const source = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const literals = [`'${title}'`, `"${title}"`, `\`${title}\``];

    expect(literals.filter(literal => source.includes(literal))).toHaveLength(
      1,
    );
  });
});
