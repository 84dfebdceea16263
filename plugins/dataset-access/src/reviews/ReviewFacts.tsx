import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { Review } from 'backstage-plugin-dataset-access-common';
import { FormattedDate } from '../durations/FormattedDate';
import { EntityName } from '../entities/EntityLink';
import { datasetAccessTranslationRef } from '../translation';

/** When a review is due or was closed, who started it, and what becomes of what nobody reviews. */
export function ReviewFacts({ review }: { review: Review }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { state, dueAt, closedAt, startedBy, unreviewed } = review;
  return (
    <Text as="p" color="secondary">
      {closedAt ? (
        t('reviews.closedOn', { when: <FormattedDate at={closedAt} /> })
      ) : (
        <>
          {t(`reviews.state.${state}`)}
          {' · '}
          {t('reviews.due', { when: <FormattedDate at={dueAt} /> })}
        </>
      )}
      {' · '}
      {t('reviews.startedBy', { who: <EntityName entityRef={startedBy} /> })}
      {!closedAt && ` · ${t(`reviews.rule.${unreviewed}`)}`}
    </Text>
  );
}
