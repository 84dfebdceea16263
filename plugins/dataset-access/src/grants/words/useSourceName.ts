import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Dataset } from 'backstage-plugin-dataset-access-common';
import { datasetAccessTranslationRef } from '../../translation';

/** What the platform that holds a dataset is called in a sentence. */
export function useSourceName(): (dataset: Dataset) => string {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return ({ source }) => source ?? t('grants.theSource');
}
