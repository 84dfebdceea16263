import type { AccessLevel } from './AccessLevel';

/**
 * The privilege that an access level is. A level includes the lower ones by implication.
 *
 * @public
 */
export function levelPrivilege(level: AccessLevel): string {
  return `dataset-access.level.${level}`;
}
