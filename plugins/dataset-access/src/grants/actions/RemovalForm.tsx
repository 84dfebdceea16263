import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text, TextField } from '@backstage/ui';
import type {
  AccessGrant,
  Confirmation,
} from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { datasetAccessTranslationRef } from '../../translation';

/** @see RemovalForm */
export interface RemovalFormProps {
  grant: AccessGrant;
  isPending: boolean;
  onConfirm(confirmation: Confirmation): void;
}

/** Says that the source no longer allows access that has ended here. */
export function RemovalForm(props: RemovalFormProps) {
  const { grant, isPending, onConfirm } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const [accessNote, setAccessNote] = useState('');
  return (
    <Flex direction="column" gap="4">
      <Text>{t('grants.removalForm.hint')}</Text>
      <TextField
        label={t('grants.removalForm.note')}
        description={t('grants.removalForm.noteHint')}
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
          {t('grants.removalForm.send')}
        </Button>
      </div>
    </Flex>
  );
}
