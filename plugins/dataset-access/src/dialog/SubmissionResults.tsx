import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type {
  SubmissionOutcome,
  SubmissionResult,
} from 'backstage-plugin-dataset-access-common';
import { ApproverLine } from '../dataset/ApproverLine';
import { EntityName } from '../entities/EntityLink';
import { Outcome, OutcomeKind, OutcomeList } from '../feedback/OutcomeList';
import { datasetAccessTranslationRef } from '../translation';

const kinds: Record<SubmissionOutcome['outcome'], OutcomeKind> = {
  created: 'done',
  'already-pending': 'waiting',
  'already-approved': 'waiting',
  'already-has-access': 'was-so',
  refused: 'refused',
};

/** What became of a submission, for each beneficiary. */
export function SubmissionResults({ outcomes, approvers }: SubmissionResult) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  // what a rule approved waits for nobody's decision
  const isDecided =
    outcomes.some(({ rule }) => rule) &&
    !outcomes.some(({ outcome, rule }) => outcome === 'created' && !rule);
  return (
    <Flex direction="column" gap="4">
      <OutcomeList label={t('dialog.results')}>
        {outcomes.map(({ beneficiary, outcome, message, rule }) => (
          <Outcome key={beneficiary} kind={kinds[outcome]}>
            <Flex direction="column" gap="0.5">
              <Text weight="bold">
                <EntityName entityRef={beneficiary} />
              </Text>
              <Text color="secondary">
                {rule
                  ? t('emergency.approvedAtOnce', { rule: rule.title })
                  : t(`outcome.${outcome}`)}
              </Text>
              {message && <Text color="secondary">{message}</Text>}
            </Flex>
          </Outcome>
        ))}
      </OutcomeList>
      {approvers.length > 0 && !isDecided && (
        <Flex direction="column" gap="1">
          <Text variant="body-small" color="secondary">
            {t('dialog.decidedBy')}
          </Text>
          <ApproverLine approvers={approvers} />
        </Flex>
      )}
      {outcomes.some(({ outcome, rule }) => outcome === 'created' && !rule) && (
        <Text color="secondary">{t('dialog.next')}</Text>
      )}
    </Flex>
  );
}
