import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Skeleton } from '@backstage/ui';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { usePolicyHistory } from '../../api/policyQueries';
import { ErrorAlert } from '../../feedback/ErrorAlert';
import { Section } from '../../request/Section';
import { datasetAccessTranslationRef } from '../../translation';
import { HISTORY_ID } from '../usePolicyLinks';
import { PolicyTimeline } from './PolicyTimeline';

/** What happened to a policy. A link can lead to it. */
export function PolicyHistory({ policyId }: { policyId: string }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { data, error, refetch } = usePolicyHistory(policyId);
  const { hash } = useLocation();
  const section = useRef<HTMLDivElement>(null);
  const isLoaded = Boolean(data);
  useEffect(() => {
    if (isLoaded && hash === `#${HISTORY_ID}`) {
      section.current?.focus();
    }
  }, [isLoaded, hash]);
  return (
    <div
      id={HISTORY_ID}
      ref={section}
      tabIndex={-1}
      role="region"
      aria-label={t('policies.page.history')}
    >
      <Section title={t('policies.page.history')}>
        {data && !data.intact && (
          <Alert
            role="alert"
            status="danger"
            icon
            title={t('request.historyBroken')}
            description={t('request.historyBrokenHint')}
            mb="4"
          />
        )}
        {data && <PolicyTimeline changes={data.items} />}
        {error && !data && (
          <ErrorAlert error={error} onRetry={() => void refetch()} />
        )}
        {!data && !error && <Skeleton height={96} width="100%" />}
      </Section>
    </div>
  );
}
