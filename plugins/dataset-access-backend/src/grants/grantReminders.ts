import { DateTime, Duration } from 'luxon';
import type { DatasetAccessConfig } from '../config/readConfig';

/**
 * When the holder is next reminded that access ends.
 *
 * @param expiresAt - absent: it does not end
 * @param after - reminders up to here were given, or are past
 * @returns null when there is none to come
 */
export function firstReminder(
  expiresAt: Date | undefined,
  after: Date,
  { grants }: DatasetAccessConfig,
): Date | null {
  if (!expiresAt) {
    return null;
  }
  const end = DateTime.fromJSDate(expiresAt, { zone: 'utc' });
  const coming = grants.reminders
    .map(before => end.minus(Duration.fromISO(before)).toMillis())
    .filter(at => at > after.getTime());
  return coming.length > 0 ? new Date(Math.min(...coming)) : null;
}
