import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Button, DialogBody, DialogFooter, Flex, Select } from '@backstage/ui';
import type { StewardshipRole } from 'backstage-plugin-dataset-access-common';
import { Controller, useForm } from 'react-hook-form';
import { useGiveResponsibility } from '../api/responsibilityQueries';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { LastingDialog } from '../feedback/LastingDialog';
import { OnePrincipalPicker } from '../principals/OnePrincipalPicker';
import { datasetAccessTranslationRef } from '../translation';
import { DayField } from './DayField';
import { checkPeriod, Period, toInstants } from './responsibilityPeriod';

/** @see GiveResponsibilityDialog */
export interface GiveResponsibilityDialogProps {
  /** Entity ref of what is to be answered for. */
  resource: string;
  /** Stewardship roles that can be given. */
  roles: StewardshipRole[];
  onClose(): void;
}

interface Values extends Period {
  role: string;
  subject: string | undefined;
}

/** Makes somebody answer for an entity, for a time (S3.4, S3.11). */
export function GiveResponsibilityDialog(props: GiveResponsibilityDialogProps) {
  const { resource, roles, onClose } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { primaryTitle } = useEntityPresentation(resource);
  const give = useGiveResponsibility();
  const { control, handleSubmit, getValues } = useForm<Values>({
    defaultValues: {
      role: roles.length === 1 ? roles[0].id : '',
      subject: undefined,
      starts: '',
      ends: '',
    },
  });
  const send = ({ role, subject = '', ...period }: Values) =>
    give.mutate(
      { role, subject, resource, ...toInstants(period) },
      { onSuccess: onClose },
    );
  return (
    <LastingDialog
      title={t('responsibilities.giveTitle', { entity: primaryTitle })}
      onClose={onClose}
    >
      <form onSubmit={handleSubmit(send)} noValidate>
        <DialogBody>
          <Flex direction="column" gap="4">
            {give.error && (
              <ErrorAlert
                title={t('responsibilities.giveFailed')}
                error={give.error}
              />
            )}
            <Controller
              name="role"
              control={control}
              rules={{ required: t('responsibilities.roleMissing') }}
              render={({ field, fieldState }) => (
                <Select
                  label={t('responsibilities.role')}
                  placeholder={t('responsibilities.rolePlaceholder')}
                  options={roles.map(({ id, title }) => ({ id, label: title }))}
                  value={field.value || null}
                  onChange={key => field.onChange(String(key ?? ''))}
                  isInvalid={Boolean(fieldState.error)}
                  description={fieldState.error?.message}
                  isRequired
                />
              )}
            />
            <Controller
              name="subject"
              control={control}
              rules={{ required: t('responsibilities.whoMissing') }}
              render={({ field, fieldState }) => (
                <OnePrincipalPicker
                  label={t('responsibilities.who')}
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
                  label={t('responsibilities.starts')}
                  hint={t('responsibilities.startsHint')}
                  value={field.value}
                  onChange={field.onChange}
                />
              )}
            />
            <Controller
              name="ends"
              control={control}
              rules={{
                validate: () => {
                  const problem = checkPeriod(getValues());
                  return problem ? t(`responsibilities.${problem}`) : true;
                },
              }}
              render={({ field, fieldState }) => (
                <DayField
                  label={t('responsibilities.ends')}
                  hint={t('responsibilities.endsHint')}
                  value={field.value}
                  onChange={field.onChange}
                  error={fieldState.error?.message}
                />
              )}
            />
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button slot="close" variant="secondary">
            {t('dialog.cancel')}
          </Button>
          <Button type="submit" isPending={give.isPending}>
            {t('responsibilities.giveSend')}
          </Button>
        </DialogFooter>
      </form>
    </LastingDialog>
  );
}
