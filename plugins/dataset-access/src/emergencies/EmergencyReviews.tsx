import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Badge, Button, Card, CardBody, Flex, Text } from '@backstage/ui';
import { RiErrorWarningLine } from '@remixicon/react';
import type { Emergency } from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { useEmergencies } from '../api/emergencyQueries';
import { ErrorAlert } from '../feedback/ErrorAlert';
import tones from '../requests/StageBadge.module.css';
import { datasetAccessTranslationRef } from '../translation';
import styles from './EmergencyReviews.module.css';
import { EmergencyTerms } from './EmergencyTerms';
import { ReviewDialog } from './ReviewDialog';

/** The latest are enough to begin with; each review makes room for the next. */
const LIMIT = 10;

/** Emergency access that the user is to review; nothing when there is none. */
export function EmergencyReviews() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { data, error, refetch } = useEmergencies({
    view: 'review',
    state: 'open',
    limit: LIMIT,
  });
  const [open, setOpen] = useState<Emergency>();
  if (error && !data) {
    return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  }
  return (
    <>
      {data && data.items.length > 0 && (
        <section aria-labelledby="emergency-reviews">
          <Flex direction="column" gap="2">
            <Text
              as="h2"
              id="emergency-reviews"
              variant="title-x-small"
              weight="bold"
            >
              {t('emergency.reviews.title')}
            </Text>
            <ul className={styles.list}>
              {data.items.map(one => (
                <li key={one.id}>
                  <Waiting emergency={one} onReview={() => setOpen(one)} />
                </li>
              ))}
            </ul>
            {data.nextCursor && (
              <Text color="secondary">{t('emergency.reviews.more')}</Text>
            )}
          </Flex>
        </section>
      )}
      {open && (
        <ReviewDialog emergency={open} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}

function Waiting(props: { emergency: Emergency; onReview(): void }) {
  const { emergency, onReview } = props;
  const { user, dataset, overdue, can } = emergency;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { primaryTitle: who } = useEntityPresentation(user);
  return (
    <Card>
      <CardBody>
        <div className={styles.row}>
          <Flex direction="column" gap="2">
            <EmergencyTerms emergency={emergency} />
            {overdue && (
              <div>
                <Badge
                  size="small"
                  icon={
                    <RiErrorWarningLine className={tones.bad} aria-hidden />
                  }
                >
                  {t('emergency.reviews.overdue')}
                </Badge>
              </div>
            )}
          </Flex>
          {can.review.allowed && (
            <Button
              size="small"
              variant="secondary"
              aria-label={t('emergency.reviews.reviewOf', {
                who,
                dataset: dataset.title,
              })}
              onPress={onReview}
            >
              {t('emergency.reviews.review')}
            </Button>
          )}
        </div>
      </CardBody>
    </Card>
  );
}
