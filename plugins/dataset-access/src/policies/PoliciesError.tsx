import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex, Link, Text } from '@backstage/ui';
import { RiShieldUserLine } from '@remixicon/react';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { isForbidden } from '../feedback/isForbidden';
import { datasetAccessTranslationRef } from '../translation';
import { usePolicyLinks } from './usePolicyLinks';

/** What went wrong with reading policies; for those who may not read them, who may. */
export function PoliciesError(props: { error: unknown; onRetry(): void }) {
  const { error, onRetry } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  if (!isForbidden(error)) {
    return <ErrorAlert error={error} onRetry={onRetry} />;
  }
  return (
    <Flex direction="column" gap="3">
      <Flex align="center" gap="2">
        <RiShieldUserLine aria-hidden />
        <Text as="h1" variant="title-small" weight="bold">
          {t('policies.forbidden.title')}
        </Text>
      </Flex>
      <Text as="p">{t('policies.forbidden.who')}</Text>
      <Text as="p" color="secondary">
        {t('policies.forbidden.next')}
      </Text>
    </Flex>
  );
}

/** For those who may read policies and came where they are written. */
export function OnlyManagersWrite() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const links = usePolicyLinks();
  return (
    <Alert
      status="info"
      icon
      title={t('policies.forbidden.manageTitle')}
      description={t('policies.forbidden.manage')}
      customActions={
        <Link href={links.list}>{t('policies.forbidden.toList')}</Link>
      }
    />
  );
}
