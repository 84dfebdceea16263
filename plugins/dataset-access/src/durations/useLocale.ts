import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';

/** The language the app speaks, for dates and durations. */
export function useLocale(): string {
  return useApi(appLanguageApiRef).getLanguage().language;
}
