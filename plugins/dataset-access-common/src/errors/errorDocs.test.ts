import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ErrorCodeSpec, errorCodes } from './errorCodes';

const page = readFileSync(
  join(__dirname, '../../../../docs/errors.md'),
  'utf8',
);
// below the title, every heading is a code
const sections = page.split(/^#{2,} /m).slice(1);
const paragraphsOf = new Map(
  sections.map(section => {
    const [heading, ...paragraphs] = section.trim().split(/\n{2,}/);
    return [heading, paragraphs.map(text => text.replace(/\s+/g, ' '))];
  }),
);

describe('docs/errors.md', () => {
  it('has one heading for every code, and none without a code', () => {
    expect(
      sections.map(section => section.slice(0, section.indexOf('\n'))).sort(),
    ).toEqual(Object.keys(errorCodes).sort());
  });

  it.each(Object.entries<ErrorCodeSpec>(errorCodes))(
    'says of %s with which status it comes, when, and what to do',
    (code, { status }) => {
      const [when, remedy] = paragraphsOf.get(code) ?? [];

      expect(when).toMatch(
        new RegExp(`^\\*\\*${status}\\.\\*\\* Comes .{20,}\\.$`),
      );
      expect(remedy).toMatch(/^\*\*What to do:\*\* .{10,}\.$/);
    },
  );
});
