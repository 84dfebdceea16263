import { DateTime } from 'luxon';
import { useLocale } from './useLocale';

/** A day, with the exact time for who asks. */
export function FormattedDate({ at }: { at: string }) {
  const locale = useLocale();
  const time = DateTime.fromISO(at, { locale });
  return (
    <time dateTime={at} title={time.toLocaleString(DateTime.DATETIME_FULL)}>
      {time.toLocaleString(DateTime.DATE_MED)}
    </time>
  );
}
