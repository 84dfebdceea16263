import { DatasetAccessError } from 'backstage-plugin-dataset-access-common';
import { DateTime } from 'luxon';
import type { ResponsibilityRecord } from './ResponsibilityRecord';

/** The shape is checked at the door; that there is such a day and time is not. */
export function readInstant(text: string | undefined): Date | undefined {
  if (text === undefined) {
    return undefined;
  }
  const instant = DateTime.fromISO(text, { zone: 'utc' });
  if (!instant.isValid) {
    throw new DatasetAccessError('BAD_PERIOD', {
      message: `There is no such day or time: ${text}.`,
    });
  }
  return instant.toJSDate();
}

/** @throws `BAD_PERIOD` when it ends before it begins, or is over */
export function checkPeriod(
  { startsAt, endsAt }: Pick<ResponsibilityRecord, 'startsAt' | 'endsAt'>,
  now: Date,
): void {
  if (endsAt && (endsAt <= startsAt || endsAt <= now)) {
    throw new DatasetAccessError('BAD_PERIOD');
  }
}
