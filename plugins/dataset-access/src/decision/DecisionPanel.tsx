import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Checkbox,
  Flex,
  Select,
  Text,
  TextAreaField,
} from '@backstage/ui';
import type {
  AccessRequestDetail,
  Comment,
  Decision,
} from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import {
  approvableTerms,
  missingApprovals,
} from '../approval/missingApprovals';
import { DurationSelect } from '../dialog/DurationSelect';
import { datasetAccessTranslationRef } from '../translation';
import {
  initialDecision,
  offeredTerms,
  toApproval,
  toDenial,
} from './decisionForm';
import styles from './DecisionPanel.module.css';
import { GrantedFields } from './GrantedFields';

/** @see DecisionPanel */
export interface DecisionPanelProps {
  request: AccessRequestDetail;
  isPending: boolean;
  onDecide(decision: Decision): void;
  /** Asks the requester for more information; rejects when it could not be sent. */
  onAsk(question: Comment): Promise<unknown>;
}

/** Approves, as asked for or less, denies, or asks back. */
export function DecisionPanel(props: DecisionPanelProps) {
  const { request, isPending, onDecide, onAsk } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const [values, setValues] = useState(() => initialDecision(request));
  const [isQuestionMissing, setQuestionMissing] = useState(false);
  const { levels, durations } = offeredTerms(request, request.form, new Date());
  const stillMissing = missingApprovals(request) - 1;
  const ask = () => {
    const text = values.comment;
    if (text.trim()) {
      onAsk({ text, asksForInformation: true }).then(
        () => setValues(current => ({ ...current, comment: '' })),
        // it stays in the field; the page shows why it was not sent
        () => {},
      );
    } else {
      setQuestionMissing(true);
    }
  };
  return (
    <Flex direction="column" gap="4">
      <div className={styles.terms}>
        <Select
          label={t('dialog.level')}
          options={levels.map(level => ({
            id: level,
            label: t(`level.${level}`),
          }))}
          value={values.level}
          onChange={key =>
            setValues({
              ...values,
              level: levels.find(level => level === key) ?? request.level,
            })
          }
        />
        <DurationSelect
          label={t('decision.duration')}
          durations={durations}
          indefiniteAllowed={!approvableTerms(request).duration}
          value={values.duration}
          onChange={duration => setValues({ ...values, duration })}
        />
      </div>
      <TextAreaField
        label={t('decision.comment')}
        description={
          isQuestionMissing
            ? t('decision.questionMissing')
            : t('decision.commentHint.any')
        }
        isInvalid={isQuestionMissing}
        value={values.comment}
        onChange={comment => {
          setValues({ ...values, comment });
          setQuestionMissing(false);
        }}
      />
      {stillMissing > 0 && (
        <Text color="secondary">
          {t('approval.more', { count: stillMissing })}
        </Text>
      )}
      {request.datasetLevelAccess === undefined
        ? stillMissing === 0 && (
            <GrantedFields
              source={request.dataset.source}
              value={values}
              onChange={granted => setValues({ ...values, ...granted })}
            />
          )
        : // access to a domain is there as soon as it is approved
          request.datasetLevelAccess && (
            <Checkbox
              isSelected={values.datasetLevelAccess}
              onChange={datasetLevelAccess =>
                setValues({ ...values, datasetLevelAccess })
              }
            >
              {t('decision.datasetLevelAccess')}
            </Checkbox>
          )}
      <div className={styles.actions}>
        <Button
          isPending={isPending}
          onPress={() => onDecide(toApproval(request, values))}
        >
          {t('decision.approve')}
        </Button>
        <Button
          variant="secondary"
          isDisabled={isPending}
          onPress={() => onDecide(toDenial(request, values))}
        >
          {t('decision.deny')}
        </Button>
        {request.can.ask.allowed && (
          <Button variant="tertiary" isDisabled={isPending} onPress={ask}>
            {t('decision.ask')}
          </Button>
        )}
      </div>
    </Flex>
  );
}
