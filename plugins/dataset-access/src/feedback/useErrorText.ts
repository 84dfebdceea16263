import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { isDatasetAccessError } from 'backstage-plugin-dataset-access-common';
import { datasetAccessTranslationRef } from '../translation';

/** A sentence for an error: the backend's own for a refusal, which says what to do, and a general one for the rest. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return error =>
    isDatasetAccessError(error) ? error.message : t('error.unreachable');
}
