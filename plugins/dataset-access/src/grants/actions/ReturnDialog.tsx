import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  DialogBody,
  DialogFooter,
  Flex,
  Text,
  TextAreaField,
} from '@backstage/ui';
import { useState } from 'react';
import { useReturnGrant } from '../../api/grantQueries';
import { ErrorAlert } from '../../feedback/ErrorAlert';
import { LastingDialog } from '../../feedback/LastingDialog';
import { datasetAccessTranslationRef } from '../../translation';
import { checkRemark, REMARK_LENGTH } from './checkRemark';
import type { GrantDialogProps } from './GrantDialogProps';

/** Gives access back before its end, after saying what that means. */
export function ReturnDialog({ grant, onClose }: GrantDialogProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const giveBack = useReturnGrant(grant.id);
  const [comment, setComment] = useState('');
  const problem = comment.trim() ? checkRemark(comment) : undefined;
  return (
    <LastingDialog
      title={t('grants.returnForm.title', { dataset: grant.dataset.title })}
      onClose={onClose}
      width={520}
    >
      <DialogBody>
        <Flex direction="column" gap="4">
          {giveBack.error && (
            <ErrorAlert
              title={t('grants.returnForm.failed')}
              error={giveBack.error}
            />
          )}
          <Text>{t('grants.returnForm.question')}</Text>
          <TextAreaField
            label={t('grants.returnForm.comment')}
            description={
              problem
                ? t(`grants.revokeForm.${problem}`, {
                    number: String(REMARK_LENGTH),
                  })
                : t('grants.returnForm.commentHint')
            }
            isInvalid={Boolean(problem)}
            value={comment}
            onChange={setComment}
          />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('grants.keep')}
        </Button>
        <Button
          destructive
          isPending={giveBack.isPending}
          onPress={() => {
            if (!problem) {
              giveBack.send(comment.trim() ? { comment } : {}, onClose);
            }
          }}
        >
          {t('grants.returnForm.send')}
        </Button>
      </DialogFooter>
    </LastingDialog>
  );
}
