import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DateTime } from 'luxon';
import { datasetAccessTranslationRef } from '../translation';
import { useLocale } from './useLocale';

/** How long ago something was, with the exact time for who asks. */
export function RelativeTime({ at }: { at: string }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const time = DateTime.fromISO(at, { locale: useLocale() });
  const isNow = time.diffNow('minutes').minutes > -1;
  return (
    <time
      dateTime={at}
      title={time.toLocaleString(DateTime.DATETIME_MED_WITH_WEEKDAY)}
    >
      {isNow ? t('time.justNow') : time.toRelative()}
    </time>
  );
}
