import {
  AccessLevel,
  DatasetAccessError,
  durationEnd,
  isAtMost,
} from 'backstage-plugin-dataset-access-common';
import type { DatasetSettings } from '../config/datasetSettings';

/** @throws `BAD_LEVEL` when the dataset does not offer the level */
export function checkLevel(
  level: AccessLevel,
  { requests }: DatasetSettings,
): void {
  if (!requests.levels.includes(level)) {
    throw new DatasetAccessError('BAD_LEVEL', {
      message: `This dataset does not offer the level ${level}. It offers ${requests.levels.join(
        ', ',
      )}.`,
    });
  }
}

/** @throws `BAD_DURATION` when the dataset does not allow the duration, or to leave it open */
export function checkDuration(
  duration: string | undefined,
  { requests }: DatasetSettings,
  now: Date,
): void {
  if (duration === undefined) {
    if (!requests.indefiniteAllowed) {
      throw new DatasetAccessError('BAD_DURATION', {
        message: 'Access to this dataset has to end: choose a duration.',
      });
    }
    return;
  }
  durationEnd(duration, now);
  if (!isAtMost(duration, requests.maxDuration, now)) {
    throw new DatasetAccessError('BAD_DURATION', {
      message: `Access to this dataset lasts ${requests.maxDuration} at most.`,
    });
  }
}
