import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Alert } from '@backstage/ui';
import type { DomainGrantPage } from 'backstage-plugin-dataset-access-common';
import { useSnapshotCaptures } from '../../api/domainQueries';
import { datasetAccessTranslationRef } from '../../translation';

/** @see CaptureProgress */
export interface CaptureProgressProps {
  domain: string;
  /** Those that are known of, such as ones that somebody else began. */
  known?: DomainGrantPage['captures'];
  /** Whether something is changed that is not about this domain alone. */
  isChanging?: boolean;
}

/** How far the recording of snapshot-only datasets has come. In a large domain it takes a while. */
export function CaptureProgress(props: CaptureProgressProps) {
  const { domain, known, isChanging } = props;
  const captures = useSnapshotCaptures(domain, known, isChanging);
  return (
    <div role="status">
      {captures.map(capture => (
        <Capture
          key={`${capture.subject} ${capture.startedAt}`}
          capture={capture}
        />
      ))}
    </div>
  );
}

function Capture(props: { capture: DomainGrantPage['captures'][number] }) {
  const { subject, datasets } = props.capture;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { primaryTitle } = useEntityPresentation(subject);
  return (
    <Alert
      status="info"
      isPending
      title={t('domains.reach.capture', {
        subject: primaryTitle,
        count: datasets,
      })}
    />
  );
}
