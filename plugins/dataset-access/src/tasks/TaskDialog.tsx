import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import {
  Button,
  DialogBody,
  DialogFooter,
  Flex,
  Text,
  TextField,
} from '@backstage/ui';
import type { GrantTask } from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { useConfirmGrant, useConfirmRemoval } from '../api/grantQueries';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { LastingDialog } from '../feedback/LastingDialog';
import { useSourceName } from '../grants/words/useSourceName';
import { datasetAccessTranslationRef } from '../translation';

/** @see TaskDialog */
export interface TaskDialogProps {
  task: GrantTask;
  onClose(): void;
}

/** Says once more what is to be true in the source, and takes the word of somebody that it is, with what was done. */
export function TaskDialog({ task, onClose }: TaskDialogProps) {
  const { kind, grant, keeps } = task;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { primaryTitle: who } = useEntityPresentation(grant.subject);
  const source = useSourceName()(grant.dataset);
  const confirm = useConfirmGrant(grant.id);
  const remove = useConfirmRemoval(grant.id);
  const { error, isPending, send } = kind === 'grant' ? confirm : remove;
  const [accessNote, setAccessNote] = useState('');
  return (
    <LastingDialog
      title={t(`tasks.form.title.${kind}`, { source })}
      onClose={onClose}
      width={520}
    >
      <DialogBody>
        <Flex direction="column" gap="4">
          {error && <ErrorAlert title={t('tasks.form.failed')} error={error} />}
          <Text weight="bold">
            {t(`tasks.form.what.${kind}`, {
              who,
              level: t(`level.inSentence.${grant.level}`),
              dataset: grant.dataset.title,
            })}
          </Text>
          {keeps && (
            <Text>
              {t('tasks.form.what.keeps', {
                who,
                level: t(`level.inSentence.${keeps}`),
              })}
            </Text>
          )}
          <Text>{t(`tasks.form.hint.${kind}`, { source })}</Text>
          <TextField
            label={t(`tasks.form.note.${kind}`)}
            description={t('tasks.form.noteHint')}
            maxLength={500}
            value={accessNote}
            onChange={setAccessNote}
          />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('dialog.cancel')}
        </Button>
        <Button
          isPending={isPending}
          onPress={() =>
            send(
              {
                version: grant.version,
                ...(accessNote.trim() && { accessNote }),
              },
              onClose,
            )
          }
        >
          {t(`tasks.form.send.${kind}`)}
        </Button>
      </DialogFooter>
    </LastingDialog>
  );
}
