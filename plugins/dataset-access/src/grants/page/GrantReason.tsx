import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Link, Text } from '@backstage/ui';
import { useRequest } from '../../api/queries';
import { EntityLink } from '../../entities/EntityLink';
import styles from '../../request/RequestView.module.css';
import { Section } from '../../request/Section';
import { useRequestLink } from '../../routing/useRequestLink';
import { datasetAccessTranslationRef } from '../../translation';

/** Why it was asked for, in the words of the request; nothing for who may not read that. */
export function GrantReason({ requestId }: { requestId: string }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { data } = useRequest(requestId);
  const requestLink = useRequestLink();
  if (!data) {
    return null;
  }
  return (
    <Section title={t('grants.page.why')}>
      <Flex direction="column" gap="2">
        <Text as="p" className={styles.text}>
          {data.reason ?? t('request.reasonErased')}
        </Text>
        <Text color="secondary">
          {t('list.askedBy')} <EntityLink entityRef={data.requester} />
          {' · '}
          <Link href={requestLink(requestId)}>{t('grants.page.request')}</Link>
        </Text>
      </Flex>
    </Section>
  );
}
