import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { FormattedDate } from '../durations/FormattedDate';
import { datasetAccessTranslationRef } from '../translation';
import type { RequestPreset } from './RequestPreset';

/** Says that an extension is a request, and that nothing is lost by asking. */
export function ExtensionNote({ preset }: { preset: RequestPreset }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <Text as="p" color="secondary">
      {preset.expiresAt
        ? t('grants.extend.noteUntil', {
            date: <FormattedDate at={preset.expiresAt} />,
          })
        : t('grants.extend.note')}
    </Text>
  );
}
