import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  DialogBody,
  DialogFooter,
  Flex,
  Text,
  TextField,
} from '@backstage/ui';
import { Controller, useForm } from 'react-hook-form';
import { useCreateDelegation } from '../api/delegationQueries';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { LastingDialog } from '../feedback/LastingDialog';
import { OnePersonPicker } from '../principals/OnePersonPicker';
import { DayField } from '../responsibilities/DayField';
import {
  checkPeriod,
  Period,
  toInstants,
} from '../responsibilities/responsibilityPeriod';
import { datasetAccessTranslationRef } from '../translation';

interface Values extends Period {
  delegate: string | undefined;
  note: string;
}

/** Arranges who decides in the signed-in user's place, and until when. */
export function StandInDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const create = useCreateDelegation();
  const { control, handleSubmit, getValues } = useForm<Values>({
    defaultValues: { delegate: undefined, starts: '', ends: '', note: '' },
  });
  const send = ({ delegate = '', note, ...period }: Values) => {
    const { startsAt, endsAt = '' } = toInstants(period);
    create.send(
      {
        delegate,
        endsAt,
        ...(startsAt && { startsAt }),
        ...(note.trim() && { note }),
      },
      onClose,
    );
  };
  return (
    <LastingDialog title={t('delegations.title')} onClose={onClose}>
      <form onSubmit={handleSubmit(send)} noValidate>
        <DialogBody>
          <Flex direction="column" gap="4">
            {create.error && (
              <ErrorAlert
                title={t('delegations.failed')}
                error={create.error}
              />
            )}
            <Text>{t('delegations.hint')}</Text>
            <Controller
              name="delegate"
              control={control}
              rules={{ required: t('delegations.whoMissing') }}
              render={({ field, fieldState }) => (
                <OnePersonPicker
                  label={t('delegations.who')}
                  value={field.value}
                  onChange={field.onChange}
                  error={fieldState.error?.message}
                  isRequired
                />
              )}
            />
            <Controller
              name="starts"
              control={control}
              render={({ field }) => (
                <DayField
                  label={t('delegations.starts')}
                  hint={t('delegations.startsHint')}
                  value={field.value}
                  onChange={field.onChange}
                />
              )}
            />
            <Controller
              name="ends"
              control={control}
              rules={{
                validate: value => {
                  const problem = checkPeriod(getValues());
                  return value
                    ? !problem || t(`delegations.${problem}`)
                    : t('delegations.endsMissing');
                },
              }}
              render={({ field, fieldState }) => (
                <DayField
                  label={t('delegations.ends')}
                  value={field.value}
                  onChange={field.onChange}
                  error={fieldState.error?.message}
                />
              )}
            />
            <Controller
              name="note"
              control={control}
              render={({ field }) => (
                <TextField
                  label={t('delegations.note')}
                  description={t('delegations.noteHint')}
                  maxLength={500}
                  value={field.value}
                  onChange={field.onChange}
                />
              )}
            />
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button slot="close" variant="secondary">
            {t('dialog.cancel')}
          </Button>
          <Button type="submit" isPending={create.isPending}>
            {t('delegations.send')}
          </Button>
        </DialogFooter>
      </form>
    </LastingDialog>
  );
}
