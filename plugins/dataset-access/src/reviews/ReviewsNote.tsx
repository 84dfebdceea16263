import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, ButtonLink } from '@backstage/ui';
import { useReviewCount } from '../api/reviewQueries';
import { useSectionLink } from '../routing/useSectionLink';
import { datasetAccessTranslationRef } from '../translation';

/** Tells those who are asked in access reviews of it, where they look for what waits for them; nothing for others. */
export function ReviewsNote() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const count = useReviewCount();
  const sectionLink = useSectionLink();
  return count ? (
    <Alert
      status="info"
      icon
      title={t('reviews.note', { count })}
      customActions={
        <ButtonLink
          size="small"
          variant="secondary"
          href={sectionLink('reviews')}
        >
          {t('reviews.openAll')}
        </ButtonLink>
      }
    />
  ) : null;
}
