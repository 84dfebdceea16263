import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, ButtonLink } from '@backstage/ui';
import { useEmergencyReviewCount } from '../api/emergencyQueries';
import { useSectionLink } from '../routing/useSectionLink';
import { datasetAccessTranslationRef } from '../translation';

/** Tells those who have emergency access to review of it, where they look for what waits for them; nothing for others. */
export function EmergencyReviewsNote() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const count = useEmergencyReviewCount();
  const sectionLink = useSectionLink();
  if (count === 0) {
    return null;
  }
  return (
    <Alert
      status="warning"
      icon
      title={t('emergency.reviews.waiting', { count })}
      customActions={
        <ButtonLink
          size="small"
          variant="secondary"
          href={sectionLink('tasks')}
        >
          {t('tasks.open')}
        </ButtonLink>
      }
    />
  );
}
