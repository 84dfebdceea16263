import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { datasetAccessTranslationRef } from '../../translation';
import type { DomainEntry } from './listChanges';

/** Says what an entry gives, for example `Read-only, with its datasets`. */
export function useAccessText(): (
  entry: Pick<DomainEntry, 'level' | 'datasetLevelAccess'>,
) => string {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return ({ level, datasetLevelAccess }) =>
    t(
      datasetLevelAccess
        ? 'domains.access.withDatasets'
        : 'domains.access.withoutDatasets',
      { level: t(`level.${level}`) },
    );
}
