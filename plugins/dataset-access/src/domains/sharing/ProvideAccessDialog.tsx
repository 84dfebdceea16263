import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Button, DialogBody, DialogFooter, Flex, Text } from '@backstage/ui';
import type { AccessLevel } from 'backstage-plugin-dataset-access-common';
import { Controller, useForm } from 'react-hook-form';
import { LastingDialog } from '../../feedback/LastingDialog';
import { OnePrincipalPicker } from '../../principals/OnePrincipalPicker';
import { DayField } from '../../responsibilities/DayField';
import {
  checkPeriod,
  toInstants,
} from '../../responsibilities/responsibilityPeriod';
import { datasetAccessTranslationRef } from '../../translation';
import { CaptureProgress } from '../reach/CaptureProgress';
import { ChangeProblem } from './ChangeProblem';
import { DatasetsField } from './DatasetsField';
import { LevelField } from './LevelField';
import { isGroup, useAccessChange } from './useAccessChange';

interface Values {
  subject: string | undefined;
  level: AccessLevel;
  datasetLevelAccess: boolean;
  /** The last day, `YYYY-MM-DD`; empty for none. */
  ends: string;
}

/** @see ProvideAccessDialog */
export interface ProvideAccessDialogProps {
  /** Entity ref. */
  domain: string;
  onClose(): void;
}

/** Gives a user or a group access to a domain, and to its datasets if wanted (S1.5, S1.17). */
export function ProvideAccessDialog(props: ProvideAccessDialogProps) {
  const { domain, onClose } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { primaryTitle } = useEntityPresentation(domain);
  const { control, handleSubmit, watch } = useForm<Values>({
    defaultValues: {
      subject: undefined,
      level: 'read-only',
      datasetLevelAccess: false,
      ends: '',
    },
  });
  const subject = watch('subject');
  const { change, group, news } = useAccessChange(domain, subject);
  const send = ({ subject: who = '', ends, ...access }: Values) => {
    const { endsAt } = toInstants({ starts: '', ends });
    change.mutate(
      {
        does: 'provide',
        subject: who,
        ...access,
        ...(endsAt && !isGroup(who) && { expiresAt: endsAt }),
      },
      { onSuccess: onClose },
    );
  };
  return (
    <LastingDialog
      title={t('domains.sharing.form.title', { domain: primaryTitle })}
      onClose={onClose}
    >
      <form onSubmit={handleSubmit(send)} noValidate>
        <DialogBody>
          <Flex direction="column" gap="4">
            <ChangeProblem
              error={change.error}
              failed={t('domains.sharing.form.failed')}
              group={group}
              news={news}
            />
            <Controller
              name="subject"
              control={control}
              rules={{ required: t('domains.sharing.form.whoMissing') }}
              render={({ field, fieldState }) => (
                <OnePrincipalPicker
                  label={t('domains.sharing.form.who')}
                  value={field.value}
                  onChange={who => {
                    // what went wrong was about somebody else
                    change.reset();
                    field.onChange(who);
                  }}
                  error={fieldState.error?.message}
                  isRequired
                />
              )}
            />
            <Controller
              name="level"
              control={control}
              render={({ field }) => (
                <LevelField value={field.value} onChange={field.onChange} />
              )}
            />
            <Controller
              name="datasetLevelAccess"
              control={control}
              render={({ field }) => (
                <DatasetsField
                  domain={domain}
                  value={field.value}
                  onChange={field.onChange}
                />
              )}
            />
            {group ? (
              <Text color="secondary">
                {t('domains.sharing.form.groupEnd')}
              </Text>
            ) : (
              <Controller
                name="ends"
                control={control}
                rules={{
                  validate: (ends, { subject: who }) => {
                    const problem = isGroup(who)
                      ? undefined
                      : checkPeriod({ starts: '', ends });
                    return problem ? t(`responsibilities.${problem}`) : true;
                  },
                }}
                render={({ field, fieldState }) => (
                  <DayField
                    label={t('domains.sharing.form.until')}
                    hint={t('domains.sharing.form.untilHint')}
                    value={field.value}
                    onChange={field.onChange}
                    error={fieldState.error?.message}
                  />
                )}
              />
            )}
            <CaptureProgress domain={domain} />
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button slot="close" variant="secondary">
            {t('dialog.cancel')}
          </Button>
          <Button type="submit" isPending={change.isPending}>
            {t('domains.sharing.form.send')}
          </Button>
        </DialogFooter>
      </form>
    </LastingDialog>
  );
}
