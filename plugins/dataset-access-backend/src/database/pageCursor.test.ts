import fc from 'fast-check';
import { decodeCursor, encodeCursor, PageCursor } from './pageCursor';

const LIST = { view: 'inbox', sort: '-created', status: ['pending'] };
const refused = expect.objectContaining({
  code: 'BAD_CURSOR',
  statusCode: 400,
});

const ascii = fc.string({ unit: 'grapheme-ascii', maxLength: 40 });
const anyCursor = fc.record<PageCursor>({
  direction: fc.constantFrom('next', 'prev'),
  value: fc.oneof(ascii, fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) })),
  id: ascii,
});
const typeOf = ({ value }: PageCursor) =>
  typeof value === 'number' ? 'number' : 'string';
const runs = { seed: 8_000, numRuns: 2_000 };

describe('a cursor', () => {
  it('leads back to the place it was made for', () => {
    fc.assert(
      fc.property(anyCursor, cursor => {
        const text = encodeCursor(cursor, LIST);

        expect(decodeCursor(text, LIST, typeOf(cursor))).toEqual(cursor);
        expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
      }),
      runs,
    );
  });

  it('is refused when any of its characters is another one', () => {
    const letters =
      'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/= !';
    fc.assert(
      fc.property(
        anyCursor,
        fc.nat(),
        fc.constantFrom(...letters),
        (cursor, some, letter) => {
          const text = encodeCursor(cursor, LIST);
          const at = some % text.length;
          fc.pre(text[at] !== letter);
          const altered = text.slice(0, at) + letter + text.slice(at + 1);

          expect(() => decodeCursor(altered, LIST, typeOf(cursor))).toThrow(
            refused,
          );
        },
      ),
      runs,
    );
  });

  it('is refused when something is added or cut off', () => {
    fc.assert(
      fc.property(anyCursor, fc.nat(), (cursor, some) => {
        const text = encodeCursor(cursor, LIST);
        const cut = text.slice(0, some % text.length);

        expect(() => decodeCursor(cut, LIST, typeOf(cursor))).toThrow(refused);
        expect(() => decodeCursor(`${text}A`, LIST, typeOf(cursor))).toThrow(
          refused,
        );
      }),
      { ...runs, numRuns: 500 },
    );
  });

  it.each<[string, unknown]>([
    ['with another view', { ...LIST, view: 'mine' }],
    ['with another order', { ...LIST, sort: 'created' }],
    ['with one state more', { ...LIST, status: ['pending', 'denied'] }],
    ['with a filter more', { ...LIST, dataset: 'resource:default/orders' }],
    ['without filters', {}],
  ])('is refused for a list %s', (_, other) => {
    const text = encodeCursor({ direction: 'next', value: 1, id: 'r-1' }, LIST);

    expect(() => decodeCursor(text, other, 'number')).toThrow(refused);
  });

  it.each<[string, unknown, unknown, unknown]>([
    ['a direction that does not exist', 'up', 1, 'r-1'],
    ['a direction that is a list', ['next'], 1, 'r-1'],
    ['no direction', null, 1, 'r-1'],
    ['a negative instant', 'next', -1, 'r-1'],
    ['an instant with fractions', 'next', 1.5, 'r-1'],
    ['an instant after the year 9999', 'next', Date.UTC(10_000, 0), 'r-1'],
    ['an instant beyond all counting', 'next', 1e308, 'r-1'],
    ['no instant', 'next', null, 'r-1'],
    ['an instant that is a text', 'next', '1', 'r-1'],
    ['an instant that is an object', 'next', { $gt: '' }, 'r-1'],
    ['an instant that is a list', 'next', [1], 'r-1'],
    ['an id that is a number', 'next', 1, 1],
    ['an id that is an object', 'next', 1, { id: 'r-1' }],
    ['no id', 'next', 1, undefined],
    ['an id with NUL', 'next', 1, 'r\u0000'],
    ['an id outside ASCII', 'next', 1, 'r-é'],
    ['an id without end', 'next', 1, 'r'.repeat(301)],
  ])(
    'made by somebody who knows how, with %s, is refused',
    (_, direction, value, id) => {
      const forged = encodeCursor({ direction, value, id } as PageCursor, LIST);

      expect(() => decodeCursor(forged, LIST, 'number')).toThrow(refused);
    },
  );

  it('of a list sorted by a text is refused where an instant is wanted, and the other way round', () => {
    const byText = encodeCursor(
      { direction: 'next', value: 'a', id: '' },
      LIST,
    );
    const byTime = encodeCursor({ direction: 'next', value: 7, id: '' }, LIST);

    expect(() => decodeCursor(byText, LIST, 'number')).toThrow(refused);
    expect(() => decodeCursor(byTime, LIST, 'string')).toThrow(refused);
  });

  it.each([
    '',
    'x',
    'null',
    '../../etc/passwd',
    "' or 1=1 --",
    'eyJpZCI6MX0',
    'A'.repeat(10_000),
    '\u0000',
    '🙂',
  ])('that is %j is refused', text => {
    expect(() => decodeCursor(text, LIST, 'number')).toThrow(refused);
  });
});
