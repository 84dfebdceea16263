import fc from 'fast-check';
import { canBeStaffed } from './canBeStaffed';

const seats = (...names: string[]) => names.map(one => new Set(one));

/** All ways to seat people, tried one after the other. */
function bySearch(open: ReadonlyArray<ReadonlySet<string>>): boolean {
  const [first, ...others] = open;
  return (
    !first ||
    [...first].some(user =>
      bySearch(
        others.map(one => new Set([...one].filter(name => name !== user))),
      ),
    )
  );
}

describe('steps', () => {
  it.each([
    ['one approval by anybody', seats('ab'), true],
    ['an approval by nobody', seats(''), false],
    ['two approvals by two', seats('ab', 'ab'), true],
    ['two approvals by one', seats('a', 'a'), false],
    [
      'a step that has to wait for whom another could spare',
      seats('ab', 'a'),
      true,
    ],
    ['three for whom there are two', seats('ab', 'a', 'b'), false],
  ])('with %s: %#', (_, open, expected) => {
    expect(canBeStaffed(open)).toBe(expected);
  });

  it('can be taken exactly when a search finds a way', () => {
    const anyone = fc
      .subarray(['a', 'b', 'c', 'd'])
      .map(names => new Set(names));
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 5 }), open => {
        expect(canBeStaffed(open)).toBe(bySearch(open));
      }),
      { seed: 51101, numRuns: 500 },
    );
  });
});
