import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex, Text } from '@backstage/ui';
import type {
  PolicyPreview,
  PolicyType,
} from 'backstage-plugin-dataset-access-common';
import { datasetAccessTranslationRef } from '../../translation';
import { PersonDifferences } from './PersonDifferences';

/** @see PreviewReport */
export interface PreviewReportProps {
  preview: PolicyPreview;
  /** Of the policy; a platform policy covers no entities. */
  type: PolicyType;
}

/** Who would gain and who would lose what, for how many people and entities. */
export function PreviewReport({ preview, type }: PreviewReportProps) {
  const { people, entities, gains, losses, complete } = preview;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const isEmpty = gains.length === 0 && losses.length === 0;
  return (
    <Flex direction="column" gap="4">
      <Text as="p">
        {t('policies.preview.people', { count: people })}
        {type === 'metadata' &&
          ` ${t('policies.preview.entities', { count: entities })}`}
      </Text>
      {!complete && (
        <Alert
          status="warning"
          icon
          title={t('policies.preview.incomplete')}
          description={t('policies.preview.incompleteHint')}
        />
      )}
      {isEmpty && (
        <div>
          <Text as="p" weight="bold">
            {complete
              ? t('policies.preview.nobody')
              : t('policies.preview.nobodyCompared')}
          </Text>
          <Text as="p" color="secondary">
            {t('policies.preview.nobodyHint')}
          </Text>
        </div>
      )}
      <PersonDifferences kind="losses" entries={losses} />
      <PersonDifferences kind="gains" entries={gains} />
    </Flex>
  );
}
