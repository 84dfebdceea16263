import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Checkbox,
  DialogBody,
  DialogFooter,
  Flex,
  Radio,
  RadioGroup,
  Text,
  TextAreaField,
} from '@backstage/ui';
import {
  AccessLevel,
  DatasetAccess,
  visibleLength,
} from 'backstage-plugin-dataset-access-common';
import { Controller, useForm } from 'react-hook-form';
import { WhoDecides } from '../approval/WhoDecides';
import { ErrorAlert } from '../feedback/ErrorAlert';
import type { Principal } from '../principals/Principal';
import { PrincipalPicker } from '../principals/PrincipalPicker';
import { datasetAccessTranslationRef } from '../translation';
import { DurationSelect } from './DurationSelect';
import {
  checkBeneficiaries,
  checkReason,
  FieldProblem,
  firstTerms,
  RequestFormValues,
} from './requestForm';
import type { RequestPreset } from './RequestPreset';

/** @see RequestAccessForm */
export interface RequestAccessFormProps {
  situation: DatasetAccess;
  /** Who is chosen at first. */
  initial: Principal[];
  /** What else is filled in at first, where the form offers it. */
  preset?: RequestPreset;
  isPending: boolean;
  error: unknown;
  onSubmit(values: RequestFormValues): void;
}

/** Asks who needs access, to what extent, for how long and why, and shows who will decide before anything is sent. */
export function RequestAccessForm(props: RequestAccessFormProps) {
  const { situation, initial, preset, isPending, error, onSubmit } = props;
  const { form } = situation;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { control, handleSubmit } = useForm<RequestFormValues>({
    defaultValues: {
      beneficiaries: initial,
      ...firstTerms(form, preset),
      reason: '',
      datasetLevelAccess: true,
    },
  });
  const say = (problem: FieldProblem | undefined) =>
    problem &&
    ('number' in problem
      ? t(problem.key, { number: problem.number })
      : t(problem.key));
  return (
    <form onSubmit={handleSubmit(onSubmit)} noValidate>
      <DialogBody>
        <Flex direction="column" gap="4">
          {error ? (
            <ErrorAlert title={t('dialog.failed')} error={error} />
          ) : null}
          <Controller
            name="beneficiaries"
            control={control}
            rules={{
              validate: value => say(checkBeneficiaries(value, form)) ?? true,
            }}
            render={({ field, fieldState }) => (
              <PrincipalPicker
                label={t('dialog.who')}
                value={field.value}
                onChange={field.onChange}
                error={fieldState.error?.message}
              />
            )}
          />
          {form.levels.length > 1 && (
            <Controller
              name="level"
              control={control}
              render={({ field }) => (
                <RadioGroup
                  label={t('dialog.level')}
                  orientation="horizontal"
                  description={t(`level.description.${field.value}`)}
                  value={field.value}
                  onChange={value => field.onChange(value as AccessLevel)}
                >
                  {form.levels.map(level => (
                    <Radio key={level} value={level}>
                      {t(`level.${level}`)}
                    </Radio>
                  ))}
                </RadioGroup>
              )}
            />
          )}
          {form.datasetLevelAccess && (
            <Controller
              name="datasetLevelAccess"
              control={control}
              render={({ field }) => (
                <Flex direction="column" gap="1">
                  <Checkbox isSelected={field.value} onChange={field.onChange}>
                    {t('dialog.datasetLevelAccess')}
                  </Checkbox>
                  <Text variant="body-small" color="secondary">
                    {t('dialog.datasetLevelAccessHint')}
                  </Text>
                </Flex>
              )}
            />
          )}
          <Controller
            name="duration"
            control={control}
            render={({ field }) => (
              <DurationSelect
                label={t('dialog.duration')}
                durations={form.durations}
                indefiniteAllowed={form.indefiniteAllowed}
                value={field.value}
                onChange={field.onChange}
              />
            )}
          />
          <Controller
            name="reason"
            control={control}
            rules={{
              validate: value => say(checkReason(value, form.reason)) ?? true,
            }}
            render={({ field, fieldState }) => (
              <TextAreaField
                label={t('dialog.reason')}
                description={
                  fieldState.error?.message ??
                  reasonHint(field.value, form.reason, t)
                }
                isInvalid={Boolean(fieldState.error)}
                isRequired
                rows={4}
                value={field.value}
                onChange={field.onChange}
                onBlur={field.onBlur}
              />
            )}
          />
          <Flex direction="column" gap="1">
            <Text variant="body-small" color="secondary">
              {t('dialog.decidedBy')}
            </Text>
            <WhoDecides {...situation} />
          </Flex>
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('dialog.cancel')}
        </Button>
        <Button type="submit" isPending={isPending}>
          {t('dialog.send')}
        </Button>
      </DialogFooter>
    </form>
  );
}

type Translate = ReturnType<
  typeof useTranslationRef<(typeof datasetAccessTranslationRef)['T']>
>['t'];

/** Counts up to what is needed, then down from what is allowed when that comes near. */
function reasonHint(
  reason: string,
  { minLength, maxLength }: DatasetAccess['form']['reason'],
  t: Translate,
): string {
  const length = visibleLength(reason);
  if (length > 0 && length < minLength) {
    return t('dialog.reasonLength', {
      length: String(length),
      minLength: String(minLength),
    });
  }
  const left = maxLength - [...reason].length;
  return left < maxLength / 10
    ? t('dialog.reasonLeft', { left: String(left) })
    : t('dialog.reasonHint');
}
