import fc from 'fast-check';
import { cutPage, decodeCursor, PageCursor } from './pageCursor';

const LIST = { sort: 'created' };

interface Row {
  at: number;
  id: string;
}

const compare = (a: Row, b: Row) => a.at - b.at || (a.id < b.id ? -1 : 1);
const place = ({ at, id }: Row) => ({ value: at, id });

/** What a store does: rows after or before a place, one more than the limit, in list order. */
function find(rows: Row[], limit: number, cursor: PageCursor | undefined) {
  const sorted = [...rows].sort(compare);
  if (!cursor) {
    return sorted.slice(0, limit + 1);
  }
  const there = { at: Number(cursor.value), id: cursor.id };
  return cursor.direction === 'next'
    ? sorted
        .filter(row => compare(row, there) > 0 && row.id !== there.id)
        .slice(0, limit + 1)
    : sorted
        .filter(row => compare(row, there) < 0 && row.id !== there.id)
        .slice(-limit - 1);
}

function page(rows: Row[], limit: number, cursorText?: string) {
  const cursor =
    cursorText === undefined
      ? undefined
      : decodeCursor(cursorText, LIST, 'number');
  return cutPage(find(rows, limit, cursor), limit, cursor, LIST, place);
}

const someRows = fc
  .uniqueArray(fc.nat(500), { maxLength: 25 })
  .map(numbers => numbers.map(n => ({ at: n % 5, id: `r-${n}` })));
const limit = fc.integer({ min: 1, max: 8 });
const runs = { seed: 4_711, numRuns: 400 };

describe('the pages of a list', () => {
  it('make up the list, forwards, when each is followed by its next one', () => {
    fc.assert(
      fc.property(someRows, limit, (rows, size) => {
        const pages = [page(rows, size)];
        while (pages.at(-1)?.nextCursor) {
          pages.push(page(rows, size, pages.at(-1)!.nextCursor));
        }

        expect(pages.flatMap(({ items }) => items)).toEqual(
          [...rows].sort(compare),
        );
        expect(pages).toHaveLength(Math.max(1, Math.ceil(rows.length / size)));
        expect(pages[0].prevCursor).toBeUndefined();
      }),
      runs,
    );
  });

  it('make up the list, backwards, when each is preceded by its previous one', () => {
    fc.assert(
      fc.property(someRows, limit, (rows, size) => {
        let last = page(rows, size);
        while (last.nextCursor) {
          last = page(rows, size, last.nextCursor);
        }
        const pages = [last];
        while (pages[0].prevCursor) {
          pages.unshift(page(rows, size, pages[0].prevCursor));
        }

        expect(pages.flatMap(({ items }) => items)).toEqual(
          [...rows].sort(compare),
        );
      }),
      runs,
    );
  });

  it('skip and repeat nothing when rows are added behind the reader', () => {
    fc.assert(
      fc.property(someRows, someRows, limit, (rows, added, size) => {
        const first = page(rows, size);
        fc.pre(first.nextCursor !== undefined);
        const end = first.items.at(-1)!;
        const before = added.map(({ id }) => ({
          at: end.at - 1,
          id: `new-${id}`,
        }));

        const second = page([...rows, ...before], size, first.nextCursor);

        expect([...first.items, ...second.items]).toEqual(
          [...rows].sort(compare).slice(0, 2 * size),
        );
      }),
      runs,
    );
  });

  it.each<
    [string, string[], PageCursor['direction'] | undefined, boolean, boolean]
  >([
    ['the first of several', ['a', 'b', 'c'], undefined, true, false],
    ['the only one', ['a', 'b'], undefined, false, false],
    ['an empty one', [], undefined, false, false],
    ['one in the middle, read forwards', ['a', 'b', 'c'], 'next', true, true],
    ['the last one, read forwards', ['a'], 'next', false, true],
    ['one in the middle, read backwards', ['a', 'b', 'c'], 'prev', true, true],
    ['the first one, read backwards', ['a', 'b'], 'prev', true, false],
  ])('know their neighbours: %s', (_, found, direction, hasNext, hasPrev) => {
    const cursor = direction && { direction, value: 'x', id: 'x' };

    const cut = cutPage(found, 2, cursor, LIST, id => ({ value: id, id }));

    expect([Boolean(cut.nextCursor), Boolean(cut.prevCursor)]).toEqual([
      hasNext,
      hasPrev,
    ]);
    expect(cut.items.length).toBeLessThanOrEqual(2);
  });

  it('leave out the row that only tells that there is more, on the far side', () => {
    const rows = ['a', 'b', 'c'];
    const at = (id: string) => ({ value: id, id });
    const back = { direction: 'prev' as const, value: 'd', id: 'd' };

    expect(cutPage(rows, 2, undefined, LIST, at).items).toEqual(['a', 'b']);
    expect(cutPage(rows, 2, back, LIST, at).items).toEqual(['b', 'c']);
  });
});
