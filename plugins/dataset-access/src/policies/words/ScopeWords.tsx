import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type {
  PolicyCriterion,
  PolicyType,
} from 'backstage-plugin-dataset-access-common';
import { datasetAccessTranslationRef } from '../../translation';
import { CriterionWords } from './CriterionWords';
import styles from './ScopeWords.module.css';

/** @see ScopeWords */
export interface ScopeWordsProps {
  type: PolicyType;
  resources: readonly PolicyCriterion[];
}

/** What a policy is about, in words. */
export function ScopeWords({ type, resources }: ScopeWordsProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  if (type === 'platform') {
    return <Text as="p">{t('policies.scope.platform')}</Text>;
  }
  if (resources.length === 0) {
    return <Text as="p">{t('policies.scope.every')}</Text>;
  }
  return (
    <div>
      <Text as="p">{t('policies.scope.all')}</Text>
      <ul className={styles.criteria}>
        {resources.map((criterion, index) => (
          // two of them may say the same
          <li key={index}>
            <Text>
              <CriterionWords criterion={criterion} />
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
