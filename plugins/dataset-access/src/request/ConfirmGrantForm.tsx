import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text, TextField } from '@backstage/ui';
import type {
  AccessGrant,
  Confirmation,
} from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { datasetAccessTranslationRef } from '../translation';

/** @see ConfirmGrantForm */
export interface ConfirmGrantFormProps {
  grant: AccessGrant;
  isPending: boolean;
  onConfirm(confirmation: Confirmation): void;
}

/** Says that what was approved exists in the source now. The time of the access runs from here. */
export function ConfirmGrantForm(props: ConfirmGrantFormProps) {
  const { grant, isPending, onConfirm } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const [accessNote, setAccessNote] = useState('');
  return (
    <Flex direction="column" gap="4">
      <Text>{t('confirm.hint')}</Text>
      <TextField
        label={t('decision.accessNote')}
        description={t('decision.accessNoteHint')}
        maxLength={500}
        value={accessNote}
        onChange={setAccessNote}
      />
      <div>
        <Button
          isPending={isPending}
          onPress={() =>
            onConfirm({
              version: grant.version,
              ...(accessNote.trim() && { accessNote }),
            })
          }
        >
          {t('confirm.button')}
        </Button>
      </div>
    </Flex>
  );
}
