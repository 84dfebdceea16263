import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { DatasetAccess } from 'backstage-plugin-dataset-access-common';
import { ApproverLine } from '../dataset/ApproverLine';
import { datasetAccessTranslationRef } from '../translation';
import styles from './ApprovalSteps.module.css';

/** Who will decide on a request, one after the other where it takes several. */
export function WhoDecides(
  props: Pick<DatasetAccess, 'approvers' | 'approvalSteps'>,
) {
  const { approvers, approvalSteps } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  if (!approvalSteps) {
    return <ApproverLine approvers={approvers} />;
  }
  return (
    <ol className={styles.steps}>
      {approvalSteps.map((step, index) => (
        <li key={index}>
          <Text as="span">
            {approvalSteps.length > 1 && `${index + 1}. `}
            {step.title ? `${step.title}: ` : ''}
            {t('approval.needed', { count: step.needed })}{' '}
          </Text>
          <ApproverLine approvers={step.approvers} />
        </li>
      ))}
    </ol>
  );
}
