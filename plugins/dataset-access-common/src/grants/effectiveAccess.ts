import type { components } from '../client/api.gen';
import { AccessLevel, compareLevels, maxLevel } from '../levels/AccessLevel';

/**
 * One reason why somebody has access.
 *
 * @public
 */
export type AccessPath = components['schemas']['AccessPath'];

/**
 * What somebody has on a dataset: the maximum over all paths, and until when that maximum lasts.
 *
 * @public
 */
export interface EffectiveAccess {
  level?: AccessLevel;
  /** ISO-8601 UTC; absent when one path of the highest level has no end, or when there is no access. */
  expiresAt?: string;
  /** Strongest first. */
  paths: AccessPath[];
}

/**
 * Combines paths into what they amount to (S1.21). The end is the latest end among the paths of the highest level,
 * because losing one of them changes nothing while another lasts.
 *
 * @param paths - only paths in force now
 * @public
 */
export function effectiveAccess(paths: readonly AccessPath[]): EffectiveAccess {
  const level = maxLevel(paths.map(path => path.level));
  const highest = paths.filter(path => path.level === level);
  const ends = highest.flatMap(path => path.expiresAt ?? []);
  return {
    level,
    expiresAt:
      ends.length > 0 && ends.length === highest.length
        ? ends.sort().at(-1)
        : undefined,
    paths: [...paths].sort((a, b) => compareLevels(b.level, a.level)),
  };
}
