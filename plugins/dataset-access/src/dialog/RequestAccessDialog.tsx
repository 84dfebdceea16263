import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Skeleton,
  Text,
} from '@backstage/ui';
import type { DatasetAccess } from 'backstage-plugin-dataset-access-common';
import { useRef } from 'react';
import { DatasetAccessProvider } from '../api/DatasetAccessProvider';
import {
  SignedInUser,
  useDatasetAccess,
  useSignedInUser,
  useSubmit,
} from '../api/queries';
import { ErrorAlert } from '../feedback/ErrorAlert';
import type { Principal } from '../principals/Principal';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import theme from '../theme/readable.module.css';
import { datasetAccessTranslationRef } from '../translation';
import { ExtensionNote } from './ExtensionNote';
import { RequestAccessForm } from './RequestAccessForm';
import { toSubmission } from './requestForm';
import type { RequestPreset } from './RequestPreset';
import { SubmissionResults } from './SubmissionResults';

/** @see RequestAccessDialog */
export interface RequestAccessDialogProps {
  /** Entity ref of the dataset. */
  datasetRef: string;
  isOpen: boolean;
  onOpenChange(isOpen: boolean): void;
  /** Access to be extended: asks for the same again, for longer. */
  preset?: RequestPreset;
}

/**
 * Asks for access to a dataset, and says what became of it.
 *
 * @public
 */
export function RequestAccessDialog(props: RequestAccessDialogProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <Dialog
      className={theme.readable}
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      width={600}
      // a stray click must not throw away what somebody wrote
      isDismissable={false}
    >
      <DialogHeader>
        {t(
          props.datasetRef.startsWith('domain:')
            ? 'dialog.domainTitle'
            : 'dialog.title',
        )}
      </DialogHeader>
      <DatasetAccessProvider>
        <DialogContent datasetRef={props.datasetRef} preset={props.preset} />
      </DatasetAccessProvider>
    </Dialog>
  );
}

function DialogContent(
  props: Pick<RequestAccessDialogProps, 'datasetRef' | 'preset'>,
) {
  const { datasetRef, preset } = props;
  const { data, error, refetch } = useDatasetAccess(datasetRef);
  const user = useSignedInUser();
  // what changes while somebody writes, by sending it for instance, must not take the dialog away from under it
  const begun = useRef<DatasetAccess>();
  begun.current ??= data;
  const situation = begun.current;
  if (error && !situation) {
    return (
      <DialogBody>
        <ErrorAlert error={error} onRetry={() => void refetch()} />
      </DialogBody>
    );
  }
  if (situation && !situation.request.allowed) {
    return <NotPossible message={situation.request.message} />;
  }
  return situation && user ? (
    <Asking situation={situation} user={user} preset={preset} />
  ) : (
    <DialogBody>
      <Flex direction="column" gap="4">
        <Skeleton height={48} width="100%" />
        <Skeleton height={48} width="100%" />
        <Skeleton height={96} width="100%" />
      </Flex>
    </DialogBody>
  );
}

function NotPossible({ message }: { message?: string }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <>
      <DialogBody>
        <Alert status="info" icon title={message} />
      </DialogBody>
      <DialogFooter>
        <Button slot="close">{t('dialog.close')}</Button>
      </DialogFooter>
    </>
  );
}

function Asking(props: {
  situation: DatasetAccess;
  user: SignedInUser;
  preset: RequestPreset | undefined;
}) {
  const { situation, user, preset } = props;
  const { dataset } = situation;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const submit = useSubmit();
  const first = preset?.beneficiary ?? user.ref;
  const { primaryTitle } = useEntityPresentation(first);
  const beneficiary: Principal = {
    id: first,
    title: (first === user.ref && user.displayName) || primaryTitle,
    kind: first.startsWith('group:') ? 'group' : 'user',
  };
  // who has access already, or asks for it, is here for somebody else
  const isFilledIn =
    preset !== undefined ||
    (!situation.access.level && situation.openRequests.length === 0);
  if (submit.data) {
    return (
      <>
        <DialogBody>
          <SubmissionResults {...submit.data} />
        </DialogBody>
        <DialogFooter>
          <Button slot="close">{t('dialog.close')}</Button>
        </DialogFooter>
      </>
    );
  }
  return (
    <>
      <DialogBody>
        <Text>
          <Text as="strong" weight="bold">
            {dataset.title}
          </Text>
          {dataset.source && ` · ${dataset.source}`}
        </Text>
        {preset && <ExtensionNote preset={preset} />}
      </DialogBody>
      <RequestAccessForm
        situation={situation}
        initial={isFilledIn ? [beneficiary] : []}
        preset={preset}
        isPending={submit.isPending}
        error={submit.error}
        onSubmit={values => submit.mutate(toSubmission(situation, values))}
      />
    </>
  );
}
