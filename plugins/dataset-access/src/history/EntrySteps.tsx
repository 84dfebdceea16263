import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { HistoryEntry } from 'backstage-plugin-dataset-access-common';
import { datasetAccessTranslationRef } from '../translation';
import styles from './Timeline.module.css';

/** What was done in the source, word for word, for who unfolds it; nothing where nothing was done. */
export function EntrySteps({ facts = {} }: Pick<HistoryEntry, 'facts'>) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const steps = Array.isArray(facts.steps)
    ? facts.steps.filter(step => typeof step === 'string')
    : [];
  if (steps.length === 0) {
    return null;
  }
  return (
    <details>
      <summary>
        <Text variant="body-small" color="secondary">
          {t('history.steps')}
        </Text>
      </summary>
      <pre className={styles.steps}>{steps.join('\n')}</pre>
    </details>
  );
}
