import fc from 'fast-check';
import { checkPlainText, visibleLength } from './plainText';

const BOUNDS = { minLength: 3, maxLength: 10 };
const ANY_LENGTH = { minLength: 0, maxLength: 1_000 };

describe('a text', () => {
  it.each([
    ['as it is', 'Need it', 'Need it'],
    ['without the blanks around it', ' \t\n Need it \r\n', 'Need it'],
    [
      'without zero-width characters around it',
      '\uFEFF\u200BNeed it\u2060',
      'Need it',
    ],
    ['with blanks and tabs inside', 'a \t b  c', 'a \t b  c'],
    ['with one kind of line end', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['with the HTML it was written with', '<b>x</b>', '<b>x</b>'],
    ['with the Markdown it was written with', '[a](b)', '[a](b)'],
    ['without direction overrides', 'ab\u202Ecd\u202C', 'abcd'],
    ['without direction isolates', '\u2066abc\u2069d', 'abcd'],
    ['with the joiners that emoji are made of', '👩‍💻 abc', '👩‍💻 abc'],
    ['in right-to-left script', 'שלום לך', 'שלום לך'],
    ['with its accents', 'cafe\u0301', 'cafe\u0301'],
  ])('is kept %s', (_, raw, text) => {
    expect(checkPlainText(raw, BOUNDS)).toEqual({ text });
  });

  it.each([
    ['NUL', 'text\u0000text'],
    ['an escape sequence', '\u001B[31mred'],
    ['a bell', 'ding\u0007'],
    ['a backspace', 'abc\u0008'],
    ['DEL', 'abc\u007F'],
    ['a C1 control', 'abc\u0085d'],
    ['the first half of a character', 'abc\uD83D'],
    ['the second half of a character', '\uDE00abc'],
    ['two halves in the wrong order', 'abc\uDE00\uD83D'],
  ])('with %s is not readable', (_, raw) => {
    expect(checkPlainText(raw, ANY_LENGTH)).toEqual({ problem: 'unreadable' });
  });

  it.each([
    ['nothing', ''],
    ['blanks', '          '],
    ['no-break and ideographic blanks', '\u00A0\u2003\u3000\u00A0'],
    ['line ends', '\n\r\n\r\n\n'],
    ['zero-width characters', '\u200B\u200C\u200D\u2060\uFEFF'],
    ['direction controls', '\u202A\u202B\u202C\u202D\u202E'],
    ['soft hyphens', '\u00AD\u00AD\u00AD\u00AD'],
    ['Hangul fillers', '\u3164\u115F\u1160\uFFA0'],
    ['blank Braille patterns', '\u2800\u2800\u2800\u2800'],
    ['two letters far apart', 'a        b'],
    [
      'two letters stretched with zero-width characters',
      'a\u200B\u200B\u200Bb',
    ],
  ])('of %s says too little', (_, raw) => {
    expect(checkPlainText(raw, BOUNDS)).toEqual({ problem: 'too-short' });
  });

  it.each([
    ['one character short of the least', 'ab', 'too-short'],
    ['exactly the least', 'abc', undefined],
    ['exactly the most', 'abcdefghij', undefined],
    ['one character over the most', 'abcdefghijk', 'too-long'],
    ['the least in emoji', '😀😀😀', undefined],
    ['one emoji short', '😀😀', 'too-short'],
    ['the most in emoji', '😀'.repeat(10), undefined],
    ['one emoji too many', '😀'.repeat(11), 'too-long'],
    ['the most, and blanks around it', '  abcdefghij  ', undefined],
    ['the most, with a line end of two characters', 'abcd\r\nfghij', undefined],
    ['blanks inside up to the most', 'abc      j', undefined],
  ])('of %s', (_, raw, problem) => {
    expect(checkPlainText(raw, BOUNDS).problem).toBe(problem);
  });

  it('may be empty where nothing is required', () => {
    expect(checkPlainText('  \u200B ', ANY_LENGTH)).toEqual({ text: '' });
  });

  it('is counted by what can be seen', () => {
    expect(visibleLength(' a\u200B b\n😀 ')).toBe(3);
  });
});

describe('for every text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      ...[
        '\r',
        '\n',
        '\r\n',
        ' ',
        '\t',
        '\u200B',
        '\uFEFF',
        '\u2060',
        '\u00A0',
      ],
      ...[
        '\u202E',
        '\u2066',
        '\u2069',
        '\u0000',
        '\uD83D',
        '\uDE00',
        '😀',
        'a',
      ],
    ),
  );
  const anyText = fc.array(piece, { maxLength: 8 }).map(all => all.join(''));
  const bounds = fc
    .tuple(fc.nat(6), fc.nat(30))
    .map(([minLength, more]) => ({ minLength, maxLength: minLength + more }));
  const runs = { seed: 170_518, numRuns: 5_000 };

  /** Random texts that are accepted, with what became of them. */
  const accepted = fc.tuple(anyText, bounds).chain(([raw, limits]) => {
    const { text } = checkPlainText(raw, limits);
    return text === undefined
      ? fc.constant({ text: 'accepted', limits: ANY_LENGTH })
      : fc.constant({ text, limits });
  });

  it('checking it again changes nothing', () => {
    fc.assert(
      fc.property(accepted, ({ text, limits }) => {
        expect(checkPlainText(text, limits)).toEqual({ text });
      }),
      runs,
    );
  });

  it('what is accepted is well-formed, within bounds, and free of controls', () => {
    fc.assert(
      fc.property(accepted, ({ text, limits }) => {
        expect(text).not.toMatch(/[^\P{Cc}\t\n]|\p{Cs}/u);
        expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
        expect([...text].length).toBeLessThanOrEqual(limits.maxLength);
        expect(visibleLength(text)).toBeGreaterThanOrEqual(limits.minLength);
      }),
      runs,
    );
  });
});
