import { Duration } from 'luxon';

/** An ISO-8601 duration in words, for example `30 days`. */
export function formatDuration(duration: string, locale: string): string {
  return Duration.fromISO(duration, { locale }).toHuman();
}
