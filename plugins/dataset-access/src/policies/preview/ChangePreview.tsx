import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton, Text } from '@backstage/ui';
import type { PolicyType } from 'backstage-plugin-dataset-access-common';
import type { usePolicyPreview } from '../../api/policyQueries';
import { ErrorAlert } from '../../feedback/ErrorAlert';
import { datasetAccessTranslationRef } from '../../translation';
import { PreviewReport } from './PreviewReport';

/** @see ChangePreview */
export interface ChangePreviewProps {
  /** What was asked. */
  preview: ReturnType<typeof usePolicyPreview>;
  type: PolicyType;
}

/** What a change would make of who may do what, as soon as it is known. */
export function ChangePreview({ preview, type }: ChangePreviewProps) {
  const { data, error, refetch } = preview;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  if (data) {
    return <PreviewReport preview={data} type={type} />;
  }
  if (error) {
    return (
      <ErrorAlert
        title={t('policies.preview.failed')}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <div role="status">
      <Text color="secondary">{t('policies.preview.loading')}</Text>
      <Skeleton height={96} width="100%" />
    </div>
  );
}
