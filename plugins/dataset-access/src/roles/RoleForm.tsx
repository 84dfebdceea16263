import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  DialogBody,
  DialogFooter,
  Flex,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import type { RoleDraft } from 'backstage-plugin-dataset-access-common';
import { Controller, useForm } from 'react-hook-form';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { datasetAccessTranslationRef } from '../translation';
import { isRoleId, toRoleId } from './roleId';

/** @see RoleForm */
export interface RoleFormProps {
  initial: Required<RoleDraft>;
  /** A role that is there keeps its id. */
  isNew: boolean;
  isPending: boolean;
  error: unknown;
  onSubmit(values: Required<RoleDraft>): void;
}

/** What a role is called and what it is for. The id of a new one follows from its title until somebody writes another. */
export function RoleForm(props: RoleFormProps) {
  const { initial, isNew, isPending, error, onSubmit } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { control, handleSubmit, getFieldState, setValue } = useForm({
    defaultValues: initial,
  });
  return (
    <form onSubmit={handleSubmit(onSubmit)} noValidate>
      <DialogBody>
        <Flex direction="column" gap="4">
          {error ? (
            <ErrorAlert
              title={
                isNew
                  ? t('roles.form.createFailed')
                  : t('roles.form.saveFailed')
              }
              error={error}
            />
          ) : null}
          <Controller
            name="title"
            control={control}
            rules={{
              validate: title =>
                title.trim() ? true : t('roles.form.titleMissing'),
            }}
            render={({ field, fieldState }) => (
              <TextField
                label={t('roles.form.title')}
                description={fieldState.error?.message}
                isInvalid={Boolean(fieldState.error)}
                isRequired
                maxLength={100}
                value={field.value}
                onBlur={field.onBlur}
                onChange={title => {
                  field.onChange(title);
                  if (isNew && !getFieldState('id').isDirty) {
                    setValue('id', toRoleId(title));
                  }
                }}
              />
            )}
          />
          {isNew && (
            <Controller
              name="id"
              control={control}
              rules={{
                validate: id => (isRoleId(id) ? true : t('roles.form.idBad')),
              }}
              render={({ field, fieldState }) => (
                <TextField
                  label={t('roles.form.id')}
                  description={
                    fieldState.error?.message ?? t('roles.form.idHint')
                  }
                  isInvalid={Boolean(fieldState.error)}
                  isRequired
                  maxLength={63}
                  value={field.value}
                  onBlur={field.onBlur}
                  onChange={field.onChange}
                />
              )}
            />
          )}
          <Controller
            name="description"
            control={control}
            render={({ field }) => (
              <TextAreaField
                label={t('roles.form.description')}
                description={t('roles.form.descriptionHint')}
                maxLength={1000}
                value={field.value}
                onBlur={field.onBlur}
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
        <Button type="submit" isPending={isPending}>
          {isNew ? t('roles.form.create') : t('roles.form.save')}
        </Button>
      </DialogFooter>
    </form>
  );
}
