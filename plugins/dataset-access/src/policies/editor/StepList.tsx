import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { datasetAccessTranslationRef } from '../../translation';
import { PolicyStep, policySteps } from './policySteps';
import styles from './StepList.module.css';

/** @see StepList */
export interface StepListProps {
  current: PolicyStep;
  onGo(step: PolicyStep): void;
}

/** The steps of the editor, each of them a button that leads there. */
export function StepList({ current, onGo }: StepListProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <nav aria-label={t('policies.editor.steps')}>
      <ol className={styles.steps}>
        {policySteps.map((step, index) => (
          <li key={step}>
            <Button
              size="small"
              variant={step === current ? 'primary' : 'secondary'}
              aria-current={step === current ? 'step' : undefined}
              onPress={() => onGo(step)}
            >
              {`${index + 1}. ${t(`policies.editor.step.${step}`)}`}
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
