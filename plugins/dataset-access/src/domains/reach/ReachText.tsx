import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { DomainReach } from 'backstage-plugin-dataset-access-common';
import { useDomainReach } from '../../api/domainQueries';
import { ErrorAlert } from '../../feedback/ErrorAlert';
import { datasetAccessTranslationRef } from '../../translation';
import styles from './ReachText.module.css';

/** @see ReachText */
export interface ReachTextProps {
  domain: string;
  /** Whether the access is given or taken away. Default: given. */
  isRevoked?: boolean;
}

/** What dataset-level access on a domain covers today, and what it leaves out, before anything is saved. */
export function ReachText({ domain, isRevoked = false }: ReachTextProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { data, error, refetch } = useDomainReach(domain);
  if (error && !data) {
    return (
      <ErrorAlert
        title={t('domains.reach.failed')}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    // there before it is known, or it would not be read out
    <div role="status">
      {data && isRevoked && (
        <Text as="p" color="secondary">
          {t('domains.reach.revoked', { count: data.covered })}
        </Text>
      )}
      {data && !isRevoked && <Reach reach={data} />}
      {!data && <Text color="secondary">{t('domains.reach.counting')}</Text>}
    </div>
  );
}

function Reach({ reach }: { reach: DomainReach }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { covered, snapshotOnly, tagBased, subdomains } = reach;
  const lines = [
    covered > 0
      ? t('domains.reach.covers', { count: covered })
      : t('domains.reach.coversNone'),
    snapshotOnly > 0 &&
      t('domains.reach.snapshotOnly', { count: snapshotOnly }),
    tagBased > 0 && t('domains.reach.tagBased', { count: tagBased }),
    subdomains > 0 && t('domains.reach.subdomains', { count: subdomains }),
  ];
  return (
    <ul className={styles.reach} aria-label={t('domains.reach.list')}>
      {lines.flatMap(line =>
        line ? (
          <li key={line}>
            <Text color="secondary">{line}</Text>
          </li>
        ) : (
          []
        ),
      )}
    </ul>
  );
}
