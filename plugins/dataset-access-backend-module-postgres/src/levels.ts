import {
  type AccessLevel,
  accessLevels,
} from 'backstage-plugin-dataset-access-common';
import { ConnectorProblem } from 'backstage-plugin-dataset-access-node';

/** What PostgreSQL lets one do on a table or view. `MAINTAIN` exists since version 17. */
export const TABLE_PRIVILEGES = [
  'SELECT',
  'INSERT',
  'UPDATE',
  'DELETE',
  'TRUNCATE',
  'REFERENCES',
  'TRIGGER',
  'MAINTAIN',
] as const;

/** @see TABLE_PRIVILEGES */
export type TablePrivilege = (typeof TABLE_PRIVILEGES)[number];

/** The privileges of each level that a source gives. A higher one has those of the lower. */
export type LevelPrivileges = Partial<Record<AccessLevel, TablePrivilege[]>>;

const EDITOR = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] as const;

/** What levels are when nothing else is configured. */
export const DEFAULT_LEVELS: LevelPrivileges = {
  'read-only': ['SELECT'],
  editor: [...EDITOR],
  owner: [...EDITOR, 'TRUNCATE', 'REFERENCES', 'TRIGGER'],
};

/** The levels that a source gives, lowest first. */
export function levelsOf(levels: LevelPrivileges): AccessLevel[] {
  return accessLevels.filter(level => levels[level]);
}

/** @throws ConnectorProblem LEVEL_NOT_SUPPORTED */
export function privilegesOf(
  levels: LevelPrivileges,
  level: AccessLevel,
): readonly TablePrivilege[] {
  const privileges = levels[level];
  if (!privileges) {
    throw new ConnectorProblem(
      'LEVEL_NOT_SUPPORTED',
      `The level ${level} is not given in this source. Its levels are: ${levelsOf(
        levels,
      ).join(', ')}.`,
    );
  }
  return privileges;
}

/**
 * What somebody keeps who was given a level at a time when the source still gave it: at least what the highest lower one
 * has, since nobody is to lose access by an order for something else.
 */
export function privilegesUpTo(
  levels: LevelPrivileges,
  level: AccessLevel,
): readonly TablePrivilege[] {
  const below = accessLevels.slice(0, accessLevels.indexOf(level) + 1);
  const highest = below.filter(one => levels[one]).pop();
  return (highest && levels[highest]) ?? [];
}

/** The highest level whose privileges are all there, on each of some objects. */
export function highestLevel(
  levels: LevelPrivileges,
  onEachObject: ReadonlyArray<ReadonlySet<string>>,
): AccessLevel | undefined {
  return levelsOf(levels)
    .filter(level =>
      onEachObject.every(held => levels[level]?.every(one => held.has(one))),
    )
    .pop();
}
