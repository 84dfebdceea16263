import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, ButtonLink } from '@backstage/ui';
import { useTaskCount } from '../api/grantQueries';
import { EmergencyReviewsNote } from '../emergencies/EmergencyReviewsNote';
import { useSectionLink } from '../routing/useSectionLink';
import { datasetAccessTranslationRef } from '../translation';

/** Tells those who have something to do beside decisions of it, where they look for what waits for them; nothing for others. */
export function TasksNote() {
  return (
    <>
      <EmergencyReviewsNote />
      <ByHandNote />
    </>
  );
}

function ByHandNote() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const count = useTaskCount();
  const sectionLink = useSectionLink();
  if (!count) {
    return null;
  }
  return (
    <Alert
      status="info"
      icon
      title={t('tasks.waiting', { count })}
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
