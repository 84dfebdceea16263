import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
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
  AccessLevel,
  DatasetAccess,
  Emergency,
  EmergencyOffer,
  EmergencyWish,
} from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTakeEmergencyAccess } from '../api/emergencyQueries';
import { DurationSelect } from '../dialog/DurationSelect';
import { checkReason } from '../dialog/requestForm';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { LastingDialog } from '../feedback/LastingDialog';
import { datasetAccessTranslationRef } from '../translation';
import { emergencyDurations } from './emergencyDurations';

/** @see EmergencyDialog */
export interface EmergencyDialogProps {
  situation: DatasetAccess;
  offer: EmergencyOffer;
  onClose(): void;
}

/** Says plainly what follows, asks for how long and why, and says what became of it. */
export function EmergencyDialog(props: EmergencyDialogProps) {
  const { situation, offer, onClose } = props;
  const { dataset } = situation;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { error, isPending, send } = useTakeEmergencyAccess(dataset.ref);
  const [taken, setTaken] = useState<Emergency>();
  return (
    <LastingDialog
      title={t('emergency.dialog.title', { dataset: dataset.title })}
      onClose={onClose}
    >
      {taken ? (
        <Taken emergency={taken} />
      ) : (
        <WishForm
          situation={situation}
          offer={offer}
          error={error}
          isPending={isPending}
          onSubmit={wish => send(wish, setTaken)}
        />
      )}
    </LastingDialog>
  );
}

function WishForm(props: {
  situation: DatasetAccess;
  offer: EmergencyOffer;
  error: unknown;
  isPending: boolean;
  onSubmit(wish: EmergencyWish): void;
}) {
  const { situation, offer, error, isPending, onSubmit } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { durations, first } = emergencyDurations(offer.maxDuration);
  const { control, handleSubmit } = useForm<EmergencyWish>({
    defaultValues: { level: offer.levels[0], duration: first, reason: '' },
  });
  const checked = (reason: string) => {
    const problem = checkReason(reason, situation.form.reason);
    if (!problem) {
      return true;
    }
    return 'number' in problem
      ? t(problem.key, { number: problem.number })
      : t(problem.key as 'dialog.reasonUnreadable');
  };
  return (
    <form onSubmit={handleSubmit(onSubmit)} noValidate>
      <DialogBody>
        <Flex direction="column" gap="4">
          {error ? (
            <ErrorAlert title={t('emergency.dialog.failed')} error={error} />
          ) : null}
          <Alert
            status="warning"
            icon
            title={t('emergency.dialog.warning')}
            description={t('emergency.dialog.warningHint')}
          />
          {offer.levels.length > 1 && (
            <Controller
              name="level"
              control={control}
              render={({ field }) => (
                <RadioGroup
                  label={t('emergency.dialog.level')}
                  orientation="horizontal"
                  value={field.value}
                  onChange={value => field.onChange(value as AccessLevel)}
                >
                  {offer.levels.map(level => (
                    <Radio key={level} value={level}>
                      {t(`level.${level}`)}
                    </Radio>
                  ))}
                </RadioGroup>
              )}
            />
          )}
          <Controller
            name="duration"
            control={control}
            render={({ field }) => (
              <DurationSelect
                label={t('emergency.dialog.duration')}
                durations={durations}
                indefiniteAllowed={false}
                value={field.value}
                onChange={field.onChange}
              />
            )}
          />
          <Controller
            name="reason"
            control={control}
            rules={{ validate: checked }}
            render={({ field, fieldState }) => (
              <TextAreaField
                label={t('emergency.dialog.reason')}
                description={
                  fieldState.error?.message ?? t('emergency.dialog.reasonHint')
                }
                isInvalid={Boolean(fieldState.error)}
                isRequired
                rows={3}
                value={field.value}
                onChange={field.onChange}
                onBlur={field.onBlur}
              />
            )}
          />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('dialog.cancel')}
        </Button>
        <Button type="submit" destructive isPending={isPending}>
          {t('emergency.dialog.send')}
        </Button>
      </DialogFooter>
    </form>
  );
}

/** What is there already and what is not: taken is not the same as granted in the source. */
function Taken({ emergency: { grant, dataset } }: { emergency: Emergency }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const reality = () => {
    if (grant?.state === 'active') {
      return t('emergency.dialog.there');
    }
    return grant?.connector === 'manual'
      ? t('emergency.dialog.byHand', {
          source: dataset.source ?? t('card.theSource'),
        })
      : t('emergency.dialog.beingSetUp');
  };
  return (
    <>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Alert
            role="status"
            status={grant?.connector === 'manual' ? 'warning' : 'success'}
            icon
            title={t('emergency.dialog.done')}
            description={reality()}
          />
          <Text>{t('emergency.dialog.next')}</Text>
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close">{t('dialog.close')}</Button>
      </DialogFooter>
    </>
  );
}
