import type { components } from '../client/api.gen';

/**
 * How much one may do with a dataset. Totally ordered: `read-only` < `editor` < `owner` (S1.2).
 *
 * @public
 */
export type AccessLevel = components['schemas']['AccessLevel'];

/**
 * All levels, lowest first.
 *
 * @public
 */
export const accessLevels = [
  'read-only',
  'editor',
  'owner',
] as const satisfies readonly AccessLevel[];

/**
 * Negative when `a` is lower than `b`, positive when it is higher, 0 when they are the same.
 *
 * @public
 */
export function compareLevels(a: AccessLevel, b: AccessLevel): number {
  return accessLevels.indexOf(a) - accessLevels.indexOf(b);
}

/**
 * The highest of some levels: a union of access is its maximum (S1.21). `undefined` for none.
 *
 * @public
 */
export function maxLevel(
  levels: Iterable<AccessLevel>,
): AccessLevel | undefined {
  let highest: AccessLevel | undefined;
  for (const level of levels) {
    if (!highest || compareLevels(level, highest) > 0) {
      highest = level;
    }
  }
  return highest;
}
