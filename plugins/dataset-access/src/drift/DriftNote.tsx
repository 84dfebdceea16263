import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, ButtonLink } from '@backstage/ui';
import { useDriftCount } from '../api/driftQueries';
import { useSectionLink } from '../routing/useSectionLink';
import { datasetAccessTranslationRef } from '../translation';

/** Tells those who answer for a dataset that its source differs, and leads to where that is mended; nothing when it does not. */
export function DriftNote({ dataset }: { dataset: string }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const count = useDriftCount(dataset);
  const sectionLink = useSectionLink();
  if (count === 0) {
    return null;
  }
  return (
    <Alert
      status="warning"
      icon
      title={t('drift.note', { count })}
      customActions={
        <ButtonLink
          size="small"
          variant="secondary"
          href={`${sectionLink('drift')}?dataset=${encodeURIComponent(
            dataset,
          )}`}
        >
          {t('drift.look')}
        </ButtonLink>
      }
    />
  );
}
