import { DateTime } from 'luxon';
import { useLocale } from './useLocale';

/** How long it is until something, for example `in 3 days`, with the exact time for who asks. */
export function TimeUntil({ at }: { at: string }) {
  const time = DateTime.fromISO(at, { locale: useLocale() });
  return (
    <time dateTime={at} title={time.toLocaleString(DateTime.DATETIME_FULL)}>
      {time.toRelative()}
    </time>
  );
}
