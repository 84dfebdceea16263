import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import {
  Button,
  DialogBody,
  DialogFooter,
  Flex,
  Text,
  TextAreaField,
} from '@backstage/ui';
import { useState } from 'react';
import { useRevokeGrant } from '../../api/grantQueries';
import { ErrorAlert } from '../../feedback/ErrorAlert';
import { LastingDialog } from '../../feedback/LastingDialog';
import { datasetAccessTranslationRef } from '../../translation';
import { useSourceName } from '../words/useSourceName';
import { checkRemark, REMARK_LENGTH } from './checkRemark';
import type { GrantDialogProps } from './GrantDialogProps';

/** Takes access back. It needs a reason, which those who lose it read. */
export function RevokeDialog({ grant, onClose }: GrantDialogProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { primaryTitle: who } = useEntityPresentation(grant.subject);
  const sourceName = useSourceName();
  const revoke = useRevokeGrant(grant.id);
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const problem = isChecked ? checkRemark(reason) : undefined;
  const isByHand =
    grant.connector === 'manual' && grant.activatedAt !== undefined;
  return (
    <LastingDialog
      title={t('grants.revokeForm.title', { who })}
      onClose={onClose}
      width={520}
    >
      <DialogBody>
        <Flex direction="column" gap="4">
          {revoke.error && (
            <ErrorAlert
              title={t('grants.revokeForm.failed')}
              error={revoke.error}
            />
          )}
          <Text>
            {t('grants.revokeForm.question', {
              level: t(`level.inSentence.${grant.level}`),
              dataset: grant.dataset.title,
            })}
          </Text>
          {isByHand && (
            <Text color="secondary">
              {t('grants.revokeForm.byHand', {
                source: sourceName(grant.dataset),
              })}
            </Text>
          )}
          <TextAreaField
            label={t('grants.revokeForm.reason')}
            description={
              problem
                ? t(`grants.revokeForm.${problem}`, {
                    number: String(REMARK_LENGTH),
                  })
                : t('grants.revokeForm.reasonHint')
            }
            isInvalid={Boolean(problem)}
            isRequired
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
          destructive
          isPending={revoke.isPending}
          onPress={() => {
            setChecked(true);
            if (!checkRemark(reason)) {
              revoke.send({ reason }, onClose);
            }
          }}
        >
          {t('grants.revokeForm.send')}
        </Button>
      </DialogFooter>
    </LastingDialog>
  );
}
