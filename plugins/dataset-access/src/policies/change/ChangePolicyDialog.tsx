import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  DialogBody,
  DialogFooter,
  Flex,
  Text,
} from '@backstage/ui';
import {
  isDatasetAccessError,
  Policy,
} from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import {
  useDeletePolicy,
  usePolicyPreview,
  useReadPolicy,
  useSetPolicyState,
} from '../../api/policyQueries';
import { ErrorAlert } from '../../feedback/ErrorAlert';
import { LastingDialog } from '../../feedback/LastingDialog';
import { datasetAccessTranslationRef } from '../../translation';
import { ChangePreview } from '../preview/ChangePreview';

/** What can be done with a policy as a whole. */
export type PolicyChangeKind = 'activate' | 'deactivate' | 'delete';

/** @see ChangePolicyDialog */
export interface ChangePolicyDialogProps {
  change: PolicyChangeKind;
  policy: Policy;
  onClose(): void;
  /** It has happened. */
  onDone(): void;
}

/** Shows who would gain and who would lose what, and makes the change when that is confirmed. */
export function ChangePolicyDialog(props: ChangePolicyDialogProps) {
  const { change, policy, onClose, onDone } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const readPolicy = useReadPolicy();
  // what the user has looked at; whatever becomes of the policy meanwhile is not what was confirmed
  const [seen, setSeen] = useState(policy);
  const setState = useSetPolicyState();
  const remove = useDeletePolicy();
  const isPending = setState.isPending || remove.isPending;
  const preview = usePolicyPreview(
    { change, policyId: policy.id },
    { seenVersion: seen.version, isOver: isPending },
  );
  const [readError, setReadError] = useState<unknown>();
  const error = setState.error ?? remove.error ?? readError;
  const confirm = () => {
    setReadError(undefined);
    if (change === 'delete') {
      remove.mutate(seen, { onSuccess: onDone });
    } else {
      const state = change === 'activate' ? 'active' : 'inactive';
      setState.mutate({ ...seen, state }, { onSuccess: onDone });
    }
  };
  const loadNewer = async () => {
    setState.reset();
    remove.reset();
    try {
      setSeen(await readPolicy(policy.id));
    } catch (failure) {
      setReadError(failure);
    }
  };
  const { name, state, type } = seen;
  return (
    <LastingDialog
      title={t(`policies.change.${change}.title`, { name })}
      onClose={onClose}
    >
      <DialogBody>
        <Flex direction="column" gap="4">
          {isStale(error) ? (
            <Stale error={error} onLoad={loadNewer} />
          ) : (
            Boolean(error) && <ErrorAlert error={error} />
          )}
          {seen !== policy && (
            <Alert
              role="status"
              status="info"
              icon
              title={t('policies.change.loaded', {
                name,
                state: t(`policies.state.${state}`),
              })}
            />
          )}
          <Text as="p">{t(`policies.change.${change}.text`)}</Text>
          <ChangePreview preview={preview} type={type} />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('policies.change.cancel')}
        </Button>
        <Button
          destructive={change === 'delete'}
          isDisabled={preview.isPending || isStale(error)}
          isPending={isPending}
          onPress={confirm}
        >
          {t(`policies.action.${change}`)}
        </Button>
      </DialogFooter>
    </LastingDialog>
  );
}

function Stale(props: { error: unknown; onLoad(): void }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      title={(props.error as Error).message}
      customActions={
        <Button size="small" variant="secondary" onPress={props.onLoad}>
          {t('policies.change.loadNewer')}
        </Button>
      }
    />
  );
}

function isStale(error: unknown): boolean {
  return isDatasetAccessError(error) && error.code === 'STALE_VERSION';
}
