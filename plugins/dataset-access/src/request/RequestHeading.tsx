import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { AccessRequestDetail } from 'backstage-plugin-dataset-access-common';
import { useTermsText } from '../durations/useTermsText';
import { EntityName } from '../entities/EntityLink';
import { StageBadge } from '../requests/StageBadge';
import { datasetAccessTranslationRef } from '../translation';
import styles from './RequestHeading.module.css';
import { WithdrawButton } from './WithdrawButton';

/** Who is to get what, and how far it has come. */
export function RequestHeading({ request }: { request: AccessRequestDetail }) {
  const { dataset, beneficiary, level, duration } = request;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const termsText = useTermsText();
  return (
    <div className={styles.heading}>
      <div className={styles.title}>
        <Text as="h1" variant="title-small" weight="bold">
          {dataset.title} {t('request.for')}{' '}
          <EntityName entityRef={beneficiary} />
        </Text>
        <Text color="secondary">{termsText({ level, duration })}</Text>
        <div>
          <StageBadge request={request} />
        </div>
      </div>
      <WithdrawButton request={request} />
    </div>
  );
}
