import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, DialogBody, DialogFooter, Flex, Text } from '@backstage/ui';
import type { Responsibility } from 'backstage-plugin-dataset-access-common';
import {
  useDeleteResponsibility,
  useTerminateResponsibility,
} from '../api/responsibilityQueries';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { LastingDialog } from '../feedback/LastingDialog';
import { datasetAccessTranslationRef } from '../translation';

/** @see EndResponsibilityDialog */
export interface EndResponsibilityDialogProps {
  action: 'terminate' | 'remove';
  responsibility: Responsibility;
  onClose(): void;
}

/** Ends a responsibility for good, or removes one that should never have been, after asking once. */
export function EndResponsibilityDialog(props: EndResponsibilityDialogProps) {
  const { action, responsibility, onClose } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const terminate = useTerminateResponsibility();
  const remove = useDeleteResponsibility();
  const { error, isPending, mutate } =
    action === 'terminate' ? terminate : remove;
  return (
    <LastingDialog
      title={t(`responsibilities.${action}Title`)}
      onClose={onClose}
      width={440}
    >
      <DialogBody>
        <Flex direction="column" gap="4">
          {error && (
            <ErrorAlert
              title={t(`responsibilities.${action}Failed`)}
              error={error}
            />
          )}
          <Text>{t(`responsibilities.${action}Hint`)}</Text>
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('responsibilities.keep')}
        </Button>
        <Button
          destructive
          isPending={isPending}
          onPress={() => mutate(responsibility, { onSuccess: onClose })}
        >
          {t(`responsibilities.${action}`)}
        </Button>
      </DialogFooter>
    </LastingDialog>
  );
}
