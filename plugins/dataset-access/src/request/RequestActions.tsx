import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type {
  AccessRequestDetail,
  ErrorCode,
} from 'backstage-plugin-dataset-access-common';
import { useConfirmGrant } from '../api/grantQueries';
import { useComment, useDecide } from '../api/queries';
import { DecisionPanel } from '../decision/DecisionPanel';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { datasetAccessTranslationRef } from '../translation';
import { CommentForm } from './CommentForm';
import { ConfirmGrantForm } from './ConfirmGrantForm';
import { Section } from './Section';

/** Refusals that surprise an approver, who would look for the buttons. Nobody else expects any. */
const WORTH_SAYING: ReadonlyArray<ErrorCode | undefined> = [
  'SELF_APPROVAL',
  'BENEFICIARY_APPROVAL',
];

/** What the signed-in user can do about a request now. */
export function RequestActions({ request }: { request: AccessRequestDetail }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { can, id, status, grant, waitingOn } = request;
  const decide = useDecide(id);
  const comment = useComment(id);
  const confirm = useConfirmGrant(grant?.id ?? '');
  // they outlive the forms: who comes too late reads here who was first
  const error = decide.error ?? comment.error ?? confirm.error;
  const isWaiting = status === 'pending';
  const refusal = can.decide.code as ErrorCode | undefined;
  return (
    <>
      {error && <ErrorAlert error={error} />}
      {can.decide.allowed && (
        <Section title={t('decision.title')}>
          <DecisionPanel
            request={request}
            isPending={decide.isPending || comment.isPending}
            onDecide={decision => {
              comment.reset();
              decide.mutate(decision);
            }}
            onAsk={question => {
              decide.reset();
              return comment.mutateAsync(question);
            }}
          />
        </Section>
      )}
      {isWaiting && WORTH_SAYING.includes(refusal) && (
        <Alert status="info" icon title={can.decide.message} />
      )}
      {grant && can.confirm.allowed && (
        <Section
          title={t('confirm.title', {
            source: request.dataset.source ?? t('card.theSource'),
          })}
        >
          <ConfirmGrantForm
            grant={grant}
            isPending={confirm.isPending}
            onConfirm={confirm.send}
          />
        </Section>
      )}
      {can.comment.allowed && !can.decide.allowed && (
        <Section
          title={
            waitingOn === 'requester' ? t('comment.answer') : t('comment.title')
          }
        >
          <CommentForm
            isPending={comment.isPending}
            onSend={text => {
              decide.reset();
              confirm.reset();
              return comment.mutateAsync({ text });
            }}
          />
        </Section>
      )}
    </>
  );
}
