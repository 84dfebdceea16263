import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import type { Emergency } from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { EntityLink } from '../entities/EntityLink';
import { Section } from '../request/Section';
import { datasetAccessTranslationRef } from '../translation';
import { ReviewDialog } from './ReviewDialog';

/** On the page of the request as which it is recorded: that nobody decided, and how the review stands. */
export function EmergencySection({ emergency }: { emergency: Emergency }) {
  const { review, overdue, can } = emergency;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const [isReviewing, setReviewing] = useState(false);
  return (
    <Section title={t('emergency.section.title')}>
      <Flex direction="column" gap="2">
        {review ? (
          <>
            <Text>
              {t('emergency.section.done', {
                who: <EntityLink entityRef={review.by} />,
                verdict: t(`emergency.verdict.${review.verdict}`),
              })}
            </Text>
            {review.comment && <Text>{review.comment}</Text>}
          </>
        ) : (
          <Text>
            {t('emergency.section.open')}
            {overdue && ` ${t('emergency.section.overdue')}`}
          </Text>
        )}
        {can.review.allowed && (
          <div>
            <Button onPress={() => setReviewing(true)}>
              {t('emergency.reviews.review')}
            </Button>
          </div>
        )}
      </Flex>
      {isReviewing && (
        <ReviewDialog
          emergency={emergency}
          onClose={() => setReviewing(false)}
        />
      )}
    </Section>
  );
}
