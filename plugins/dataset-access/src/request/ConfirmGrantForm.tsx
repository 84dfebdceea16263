import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text, TextField } from '@backstage/ui';
import type { AccessGrant } from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { useConfirmGrant } from '../api/queries';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { datasetAccessTranslationRef } from '../translation';

/** Says that what was approved exists in the source now. The time of the access runs from here. */
export function ConfirmGrantForm({ grant }: { grant: AccessGrant }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const confirm = useConfirmGrant(grant.id);
  const [accessNote, setAccessNote] = useState('');
  return (
    <Flex direction="column" gap="4">
      {confirm.error && <ErrorAlert error={confirm.error} />}
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
          isPending={confirm.isPending}
          onPress={() =>
            confirm.mutate({
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
