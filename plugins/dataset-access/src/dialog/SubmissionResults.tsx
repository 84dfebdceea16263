import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import {
  RiCheckboxCircleLine,
  RiErrorWarningLine,
  RiTimeLine,
} from '@remixicon/react';
import type {
  SubmissionOutcome,
  SubmissionResult,
} from 'backstage-plugin-dataset-access-common';
import { ApproverLine } from '../dataset/ApproverLine';
import { EntityName } from '../entities/EntityLink';
import { datasetAccessTranslationRef } from '../translation';
import styles from './SubmissionResults.module.css';

const icons: Record<SubmissionOutcome['outcome'], JSX.Element> = {
  created: <RiCheckboxCircleLine size={20} className={styles.good} />,
  'already-pending': <RiTimeLine size={20} className={styles.neutral} />,
  'already-approved': <RiTimeLine size={20} className={styles.neutral} />,
  'already-has-access': (
    <RiCheckboxCircleLine size={20} className={styles.neutral} />
  ),
  refused: <RiErrorWarningLine size={20} className={styles.bad} />,
};

/** What became of a submission, for each beneficiary. */
export function SubmissionResults({ outcomes, approvers }: SubmissionResult) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <Flex direction="column" gap="4">
      <ul className={styles.list} aria-label={t('dialog.results')}>
        {outcomes.map(({ beneficiary, outcome, message }) => (
          <li key={beneficiary} className={styles.outcome}>
            <span aria-hidden>{icons[outcome]}</span>
            <Flex direction="column" gap="0.5">
              <Text weight="bold">
                <EntityName entityRef={beneficiary} />
              </Text>
              <Text color="secondary">{t(`outcome.${outcome}`)}</Text>
              {message && <Text color="secondary">{message}</Text>}
            </Flex>
          </li>
        ))}
      </ul>
      {approvers.length > 0 && (
        <Flex direction="column" gap="1">
          <Text variant="body-small" color="secondary">
            {t('dialog.decidedBy')}
          </Text>
          <ApproverLine approvers={approvers} />
        </Flex>
      )}
      {outcomes.some(({ outcome }) => outcome === 'created') && (
        <Text color="secondary">{t('dialog.next')}</Text>
      )}
    </Flex>
  );
}
