import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  TextAreaField,
} from '@backstage/ui';
import type {
  AccessRequest,
  Decision,
} from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { useDecideMany } from '../api/queries';
import { missingApprovals } from '../approval/missingApprovals';
import { GrantedFields } from '../decision/GrantedFields';
import { toBulkDecision } from '../decision/decisionForm';
import { ErrorAlert } from '../feedback/ErrorAlert';
import theme from '../theme/readable.module.css';
import { datasetAccessTranslationRef } from '../translation';
import { DecisionOutcomes } from './DecisionOutcomes';
import { RequestSummaries } from './RequestSummaries';

/** @see DecideManyDialog */
export interface DecideManyDialogProps {
  decision: Decision['decision'];
  /** At least one. */
  requests: AccessRequest[];
  onClose(): void;
}

/** Shows what is about to be decided, decides it, and says for each request what became of it. */
export function DecideManyDialog(props: DecideManyDialogProps) {
  const { decision, requests, onClose } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const decide = useDecideMany();
  const [values, setValues] = useState({
    comment: '',
    granted: false,
    accessNote: '',
  });
  const [source, ...otherSources] = new Set(
    requests.map(({ dataset }) => dataset.source),
  );
  const number = String(requests.length);
  if (decide.data) {
    return (
      <Frame title={t('decideMany.done')} onClose={onClose}>
        <DialogBody>
          <DecisionOutcomes
            decision={decision}
            requests={requests}
            result={decide.data}
          />
        </DialogBody>
        <DialogFooter>
          <Button slot="close">{t('dialog.close')}</Button>
        </DialogFooter>
      </Frame>
    );
  }
  return (
    <Frame title={t(`decideMany.${decision}`, { number })} onClose={onClose}>
      <DialogBody>
        <Flex direction="column" gap="4">
          {decide.error && <ErrorAlert error={decide.error} />}
          <RequestSummaries requests={requests} />
          <TextAreaField
            label={t('decision.comment')}
            description={t(`decision.commentHint.${decision}`)}
            value={values.comment}
            onChange={comment => setValues({ ...values, comment })}
          />
          {decision === 'approve' && requests.every(isLastApproval) && (
            <GrantedFields
              source={otherSources.length > 0 ? undefined : source}
              value={values}
              onChange={granted => setValues({ ...values, ...granted })}
            />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('dialog.cancel')}
        </Button>
        <Button
          isPending={decide.isPending}
          onPress={() =>
            decide.mutate(toBulkDecision(decision, requests, values))
          }
        >
          {t(`inbox.${decision}`)}
        </Button>
      </DialogFooter>
    </Frame>
  );
}

function isLastApproval(request: AccessRequest): boolean {
  return missingApprovals(request) === 1;
}

function Frame(props: {
  title: string;
  onClose(): void;
  children: React.ReactNode;
}) {
  return (
    <Dialog
      className={theme.readable}
      isOpen
      onOpenChange={isOpen => !isOpen && props.onClose()}
      width={600}
      isDismissable={false}
    >
      <DialogHeader>{props.title}</DialogHeader>
      {props.children}
    </Dialog>
  );
}
