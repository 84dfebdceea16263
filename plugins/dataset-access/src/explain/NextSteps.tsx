import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { ButtonLink, Flex, Link, Text } from '@backstage/ui';
import type { Explanation } from 'backstage-plugin-dataset-access-common';
import { REQUEST_ACCESS_PARAM } from '../dialog/useLinkedDialog';
import { Section } from '../request/Section';
import { datasetAccessTranslationRef } from '../translation';
import { useExplainLink } from './useExplainParams';
import { useIsDataset } from './useIsDataset';

/** What privileges begin with that are access to data; only these are what a request asks for. */
const ACCESS_TO_DATA = 'dataset-access.level.';

/** What can be done from here: for a no, how to come to a yes. */
export function NextSteps({ explanation }: { explanation: Explanation }) {
  const { allowed, reason, resource, privilege, missing = [] } = explanation;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const explainLink = useExplainLink();
  const isDataset = useIsDataset(resource);
  const holders = isDataset && (
    <div>
      <Link href={explainLink({ view: 'holders', resource })}>
        {t('explain.nextHolders')}
      </Link>
    </div>
  );
  if (allowed) {
    return holders || null;
  }
  // nobody gives anything to or on what is not there
  if (reason === 'unknown-subject' || reason === 'unknown-resource') {
    return null;
  }
  const isForData = [privilege, ...missing].some(name =>
    name?.startsWith(ACCESS_TO_DATA),
  );
  return (
    <Section title={t('explain.next')}>
      <Flex direction="column" gap="3">
        {resource && isDataset && isForData && (
          <RequestStep resource={resource} />
        )}
        <Text as="p">
          {resource ? t('explain.nextAsk') : t('explain.nextAskPlatform')}
        </Text>
        {holders}
      </Flex>
    </Section>
  );
}

function RequestStep({ resource }: { resource: string }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const entityLink = useEntityRefLink();
  return (
    <>
      <Text as="p">{t('explain.nextDataset')}</Text>
      <div>
        <ButtonLink href={`${entityLink(resource)}?${REQUEST_ACCESS_PARAM}=1`}>
          {t('explain.nextRequest')}
        </ButtonLink>
      </div>
    </>
  );
}
