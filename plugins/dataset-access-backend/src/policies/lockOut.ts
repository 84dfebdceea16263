import {
  DatasetAccessError,
  DecisionIndex,
  holdersOf,
} from 'backstage-plugin-dataset-access-common';

const MANAGE = 'dataset-access.policy.manage';

/** A change of the index that can be taken back. */
export interface Reversible {
  apply(index: DecisionIndex): void;
  undo(index: DecisionIndex): void;
}

/**
 * Refuses a change after which nobody could manage policies any more (threat model F10). Superusers of app-config count:
 * they are holders like any other.
 *
 * @throws `LAST_ADMIN`
 */
export function checkLockOut(
  index: DecisionIndex,
  { apply, undo }: Reversible,
  now: number,
): void {
  if (!hasAdmin(index, now)) {
    return; // there was nobody before; this change does not make it worse
  }
  apply(index);
  try {
    if (!hasAdmin(index, now)) {
      throw new DatasetAccessError('LAST_ADMIN');
    }
  } finally {
    undo(index);
  }
}

function hasAdmin(index: DecisionIndex, now: number): boolean {
  for (const _ of holdersOf(index, MANAGE, undefined, now)) {
    return true;
  }
  return false;
}
