import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { AccessRequest } from 'backstage-plugin-dataset-access-common';
import { useTermsText } from '../durations/useTermsText';
import { EntityName } from '../entities/EntityLink';
import { datasetAccessTranslationRef } from '../translation';
import styles from './RequestSummaries.module.css';

/** The essence of some requests: who, what, how much. */
export function RequestSummaries(props: { requests: AccessRequest[] }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <ul className={styles.list} aria-label={t('decideMany.requests')}>
      {props.requests.map(request => (
        <li key={request.id}>
          <RequestSummary request={request} />
        </li>
      ))}
    </ul>
  );
}

export function RequestSummary({ request }: { request: AccessRequest }) {
  const { dataset, beneficiary, level, duration } = request;
  const termsText = useTermsText();
  return (
    <div className={styles.lines}>
      <Text weight="bold">
        <EntityName entityRef={beneficiary} />
      </Text>
      <Text color="secondary">
        {dataset.title} · {termsText({ level, duration })}
      </Text>
    </div>
  );
}
