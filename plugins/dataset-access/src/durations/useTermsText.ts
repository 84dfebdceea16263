import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AccessLevel } from 'backstage-plugin-dataset-access-common';
import { datasetAccessTranslationRef } from '../translation';
import { formatDuration } from './formatDuration';
import { useLocale } from './useLocale';

/** Says how much and for how long, for example `Editor · 30 days`. */
export function useTermsText(): (terms: {
  level: AccessLevel;
  /** ISO-8601; absent for access without an end. */
  duration?: string | null;
}) => string {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const locale = useLocale();
  return ({ level, duration }) =>
    `${t(`level.${level}`)} · ${
      duration ? formatDuration(duration, locale) : t('term.indefinite')
    }`;
}
