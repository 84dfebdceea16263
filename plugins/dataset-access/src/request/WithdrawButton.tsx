import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
} from '@backstage/ui';
import type { AccessRequestDetail } from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { useWithdraw } from '../api/queries';
import { ErrorAlert } from '../feedback/ErrorAlert';
import theme from '../theme/readable.module.css';
import { datasetAccessTranslationRef } from '../translation';

/** Takes a request back, after asking once. There is nothing for who may not; who just could reads why it is too late. */
export function WithdrawButton({ request }: { request: AccessRequestDetail }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const withdraw = useWithdraw(request.id);
  const [isOpen, setOpen] = useState(false);
  if (!request.can.withdraw.allowed && !isOpen) return null;
  return (
    <>
      <Button variant="secondary" onPress={() => setOpen(true)}>
        {t('withdraw.button')}
      </Button>
      <Dialog
        className={theme.readable}
        isOpen={isOpen}
        onOpenChange={setOpen}
        width={440}
      >
        <DialogHeader>{t('withdraw.title')}</DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="4">
            {withdraw.error && <ErrorAlert error={withdraw.error} />}
            <Text>{t('withdraw.question')}</Text>
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button slot="close" variant="secondary">
            {t('withdraw.keep')}
          </Button>
          <Button
            isPending={withdraw.isPending}
            onPress={() =>
              withdraw.mutate(request.version, {
                onSuccess: () => setOpen(false),
              })
            }
          >
            {t('withdraw.button')}
          </Button>
        </DialogFooter>
      </Dialog>
    </>
  );
}
