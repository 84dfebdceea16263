import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { Emergency } from 'backstage-plugin-dataset-access-common';
import { formatDuration } from '../durations/formatDuration';
import { RelativeTime } from '../durations/RelativeTime';
import { useLocale } from '../durations/useLocale';
import { EntityName } from '../entities/EntityLink';
import { datasetAccessTranslationRef } from '../translation';

/** Who took what, for how long, when and why. */
export function EmergencyTerms({ emergency }: { emergency: Emergency }) {
  const { user, level, dataset, duration, takenAt, reason } = emergency;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const locale = useLocale();
  return (
    <Flex direction="column" gap="1">
      <Text weight="bold">
        {t('emergency.reviews.took', {
          who: <EntityName entityRef={user} />,
          level: t(`level.inSentence.${level}`),
          dataset: dataset.title,
          duration: formatDuration(duration, locale),
        })}
      </Text>
      <Text>{reason ?? t('emergency.section.erased')}</Text>
      <Text variant="body-small" color="secondary">
        <RelativeTime at={takenAt} />
        {dataset.source && ` · ${dataset.source}`}
      </Text>
    </Flex>
  );
}
