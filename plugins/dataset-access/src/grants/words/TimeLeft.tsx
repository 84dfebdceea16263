import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  AccessGrant,
  isBeingSetUp,
} from 'backstage-plugin-dataset-access-common';
import { FormattedDate } from '../../durations/FormattedDate';
import { formatDuration } from '../../durations/formatDuration';
import { TimeUntil } from '../../durations/TimeUntil';
import { useLocale } from '../../durations/useLocale';
import { datasetAccessTranslationRef } from '../../translation';
import { grantStage } from './grantStage';
import styles from './TimeLeft.module.css';

/** How long access lasts from now on; for what has not begun yet, how long it will. */
export function TimeLeft({ grant }: { grant: AccessGrant }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const locale = useLocale();
  const { expiresAt, duration, endedAt } = grant;
  const stage = grantStage(grant);
  if (isBeingSetUp({ state: grant.state })) {
    return (
      <Text color="secondary">
        {duration ? formatDuration(duration, locale) : t('grants.untilRevoked')}
      </Text>
    );
  }
  switch (stage) {
    case 'active':
    case 'endingSoon':
    case 'suspended':
      return expiresAt ? (
        <div className={styles.lines}>
          <Text weight={stage === 'endingSoon' ? 'bold' : 'regular'}>
            <TimeUntil at={expiresAt} />
          </Text>
          <Text variant="body-small" color="secondary">
            <FormattedDate at={expiresAt} />
          </Text>
        </div>
      ) : (
        <Text>{t('grants.untilRevoked')}</Text>
      );
    default: {
      const end = endedAt ?? expiresAt;
      return end ? (
        <Text color="secondary">
          <FormattedDate at={end} />
        </Text>
      ) : null;
    }
  }
}
