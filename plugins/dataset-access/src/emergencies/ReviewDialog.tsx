import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  DialogBody,
  DialogFooter,
  Flex,
  Radio,
  RadioGroup,
  Text,
  TextAreaField,
} from '@backstage/ui';
import type {
  Emergency,
  EmergencyVerdict,
} from 'backstage-plugin-dataset-access-common';
import { Controller, useForm } from 'react-hook-form';
import { useReviewEmergency } from '../api/emergencyQueries';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { LastingDialog } from '../feedback/LastingDialog';
import { datasetAccessTranslationRef } from '../translation';
import { EmergencyTerms } from './EmergencyTerms';

const VERDICTS = ['justified', 'not-justified'] as const;

/** @see ReviewDialog */
export interface ReviewDialogProps {
  emergency: Emergency;
  onClose(): void;
}

interface ReviewFormValues {
  verdict: EmergencyVerdict;
  comment: string;
}

/** Takes the judgement of somebody in charge on access that was taken in an emergency. */
export function ReviewDialog({ emergency, onClose }: ReviewDialogProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { error, isPending, send } = useReviewEmergency(emergency.id);
  const { control, handleSubmit, watch } = useForm<ReviewFormValues>({
    defaultValues: { verdict: 'justified', comment: '' },
  });
  const isNeeded = watch('verdict') === 'not-justified';
  const submit = handleSubmit(({ verdict, comment }) =>
    send({ verdict, ...(comment.trim() && { comment }) }, onClose),
  );
  return (
    <LastingDialog title={t('emergency.form.title')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <DialogBody>
          <Flex direction="column" gap="4">
            {error && (
              <ErrorAlert title={t('emergency.form.failed')} error={error} />
            )}
            <EmergencyTerms emergency={emergency} />
            <Controller
              name="verdict"
              control={control}
              render={({ field }) => (
                <RadioGroup
                  label={t('emergency.form.verdict')}
                  orientation="horizontal"
                  value={field.value}
                  onChange={field.onChange}
                >
                  {VERDICTS.map(verdict => (
                    <Radio key={verdict} value={verdict}>
                      {t(`emergency.verdictOption.${verdict}`)}
                    </Radio>
                  ))}
                </RadioGroup>
              )}
            />
            <Controller
              name="comment"
              control={control}
              rules={{
                validate: (comment, { verdict }) =>
                  verdict === 'justified' ||
                  comment.trim() !== '' ||
                  t('emergency.form.commentNeeded'),
              }}
              render={({ field, fieldState }) => (
                <TextAreaField
                  label={t('emergency.form.comment')}
                  description={
                    fieldState.error?.message ?? t('emergency.form.commentHint')
                  }
                  isInvalid={Boolean(fieldState.error)}
                  isRequired={isNeeded}
                  maxLength={2000}
                  rows={3}
                  value={field.value}
                  onChange={field.onChange}
                  onBlur={field.onBlur}
                />
              )}
            />
            {emergency.grant?.endedAt === undefined && (
              <Text color="secondary">{t('emergency.form.runs')}</Text>
            )}
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button slot="close" variant="secondary">
            {t('dialog.cancel')}
          </Button>
          <Button type="submit" isPending={isPending}>
            {t('emergency.form.send')}
          </Button>
        </DialogFooter>
      </form>
    </LastingDialog>
  );
}
