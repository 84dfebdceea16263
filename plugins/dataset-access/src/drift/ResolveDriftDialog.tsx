import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  DialogBody,
  DialogFooter,
  Flex,
  Skeleton,
  Text,
  TextAreaField,
} from '@backstage/ui';
import type {
  Drift,
  DriftAction,
  DriftOutcome,
} from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { useDriftPlan, useResolveDrift } from '../api/driftQueries';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { LastingDialog } from '../feedback/LastingDialog';
import { datasetAccessTranslationRef } from '../translation';
import { StepList } from './StepList';

/** @see ResolveDriftDialog */
export interface ResolveDriftDialogProps {
  drift: Drift;
  action: DriftAction;
  onClose(): void;
}

/** Shows what would be done, word for word, does it, and says what became of it. */
export function ResolveDriftDialog(props: ResolveDriftDialogProps) {
  const { drift, action, onClose } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const resolve = useResolveDrift(drift.id);
  const [reason, setReason] = useState('');
  if (resolve.data) {
    return (
      <LastingDialog
        title={t(`drift.outcome.title.${action}`)}
        onClose={onClose}
      >
        <DialogBody>
          <Outcome action={action} outcome={resolve.data} />
        </DialogBody>
        <DialogFooter>
          <Button slot="close">{t('dialog.close')}</Button>
        </DialogFooter>
      </LastingDialog>
    );
  }
  return (
    <LastingDialog
      title={t(`drift.form.title.${action}`, { holder: drift.holder })}
      onClose={onClose}
    >
      <DialogBody>
        <Flex direction="column" gap="4">
          {resolve.error && (
            <ErrorAlert title={t('drift.form.failed')} error={resolve.error} />
          )}
          <Text>{t(`drift.form.question.${action}`)}</Text>
          <Plan drift={drift} action={action} isOver={resolve.isPending} />
          <TextAreaField
            label={t('drift.form.reason')}
            description={t('drift.form.reasonHint')}
            value={reason}
            onChange={setReason}
          />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('dialog.cancel')}
        </Button>
        <Button
          destructive={action === 'revoke'}
          isPending={resolve.isPending}
          onPress={() =>
            resolve.send({
              action,
              dryRun: false,
              ...(reason.trim() && { reason }),
            })
          }
        >
          {t(`drift.form.send.${action}`)}
        </Button>
      </DialogFooter>
    </LastingDialog>
  );
}

/** Asked anew: the source may have changed since the difference was found. */
function Plan(
  props: Pick<ResolveDriftDialogProps, 'drift' | 'action'> & {
    /** It is being done: there is nothing to plan any more. */
    isOver: boolean;
  },
) {
  const { drift, action, isOver } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { data, error, refetch } = useDriftPlan(drift.id, action, !isOver);
  if (error) {
    return (
      <ErrorAlert
        title={t('drift.form.planFailed')}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!data) {
    return <Skeleton height={64} width="100%" />;
  }
  return data.steps.length > 0 ? (
    <StepList title={t('drift.form.planned')} steps={data.steps} />
  ) : (
    <Text color="secondary">{t('drift.form.nothing')}</Text>
  );
}

function Outcome(props: { action: DriftAction; outcome: DriftOutcome }) {
  const { action, outcome } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  if (action === 'adopt') {
    return <Alert status="success" icon title={t('drift.outcome.adopted')} />;
  }
  return outcome.done ? (
    <Alert status="success" icon title={t('drift.outcome.done')} />
  ) : (
    <Alert status="info" icon title={t('drift.outcome.ordered')} />
  );
}
