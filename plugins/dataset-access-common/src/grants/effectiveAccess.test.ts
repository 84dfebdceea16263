import fc from 'fast-check';
import { accessLevels, AccessLevel } from '../levels/AccessLevel';
import { AccessPath, effectiveAccess } from './effectiveAccess';

const MARCH = '2031-03-01T00:00:00.000Z';
const JUNE = '2031-06-01T00:00:00.000Z';
const DECEMBER = '2031-12-01T00:00:00.000Z';

function path(level: AccessLevel, expiresAt?: string): AccessPath {
  return {
    kind: 'grant',
    via: 'group:default/analysts',
    level,
    expiresAt,
  };
}

describe('effectiveAccess', () => {
  it.each<[string, AccessPath[], AccessLevel | undefined, string | undefined]>([
    ['nothing without a path', [], undefined, undefined],
    ['the only path', [path('editor', JUNE)], 'editor', JUNE],
    ['a path without an end', [path('editor')], 'editor', undefined],
    [
      'the highest level, wherever it stands',
      [path('read-only'), path('owner', JUNE), path('editor')],
      'owner',
      JUNE,
    ],
    [
      'the latest end when paths of the highest level end at different times',
      [path('editor', JUNE), path('editor', DECEMBER), path('editor', MARCH)],
      'editor',
      DECEMBER,
    ],
    [
      'no end when one path of the highest level has none',
      [path('editor', JUNE), path('editor'), path('editor', DECEMBER)],
      'editor',
      undefined,
    ],
    [
      'the end of the highest level even when a lower one lasts longer',
      [path('read-only'), path('owner', MARCH), path('editor', DECEMBER)],
      'owner',
      MARCH,
    ],
    [
      'no end at the highest level even when a lower one ends',
      [path('owner'), path('read-only', MARCH)],
      'owner',
      undefined,
    ],
  ])('is %s', (_, paths, level, expiresAt) => {
    expect(effectiveAccess(paths)).toMatchObject({ level, expiresAt });
  });

  it('lists every path, strongest first, and paths of one level as they came', () => {
    const reader = path('read-only', JUNE);
    const owner = path('owner');
    const first = path('editor', DECEMBER);
    const second = path('editor', MARCH);

    const { paths } = effectiveAccess([reader, first, owner, second]);

    expect(paths).toEqual([owner, first, second, reader]);
  });

  it('does not change what it is given', () => {
    const given = [path('read-only', JUNE), path('owner'), path('editor')];
    const before = [...given];

    effectiveAccess(given);

    expect(given).toEqual(before);
  });

  it('never gets lower or shorter when a path is added', () => {
    const anyPath = fc
      .tuple(
        fc.constantFrom(...accessLevels),
        fc.option(fc.constantFrom(MARCH, JUNE, DECEMBER), { nil: undefined }),
      )
      .map(([level, end]) => path(level, end));
    const rank = (level: AccessLevel | undefined) =>
      level ? accessLevels.indexOf(level) : -1;
    const lastsAsLong = (a: string | undefined, b: string | undefined) =>
      a === undefined || (b !== undefined && a >= b);

    fc.assert(
      fc.property(fc.array(anyPath, { minLength: 1 }), anyPath, (some, one) => {
        const before = effectiveAccess(some);
        const after = effectiveAccess([...some, one]);
        const higher = rank(after.level) > rank(before.level);
        const asHigh = after.level === before.level;
        const asLong = lastsAsLong(after.expiresAt, before.expiresAt);

        expect(higher || (asHigh && asLong)).toBe(true);
      }),
      { seed: 121, numRuns: 3_000 },
    );
  });
});
