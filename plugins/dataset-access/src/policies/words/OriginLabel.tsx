import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text, VisuallyHidden } from '@backstage/ui';
import { RiLockLine } from '@remixicon/react';
import type { Policy } from 'backstage-plugin-dataset-access-common';
import { datasetAccessTranslationRef } from '../../translation';
import styles from './OriginLabel.module.css';

/** Where a policy comes from, with a lock when it cannot be changed here. */
export function OriginLabel(props: {
  policy: Pick<Policy, 'origin' | 'source' | 'editable'>;
}) {
  const { origin, source, editable } = props.policy;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <span className={styles.lines}>
      <Text>
        {!editable && (
          <>
            <RiLockLine size={16} aria-hidden className={styles.lock} />
            <VisuallyHidden>{t('policies.locked')}</VisuallyHidden>{' '}
          </>
        )}
        {t(`policies.origin.${origin}`)}
      </Text>
      {source && (
        <Text variant="body-small" color="secondary" className={styles.source}>
          {source}
        </Text>
      )}
    </span>
  );
}
