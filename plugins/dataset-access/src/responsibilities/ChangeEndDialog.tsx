import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, DialogBody, DialogFooter, Flex } from '@backstage/ui';
import type { Responsibility } from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { useChangeResponsibility } from '../api/responsibilityQueries';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { LastingDialog } from '../feedback/LastingDialog';
import { datasetAccessTranslationRef } from '../translation';
import { DayField } from './DayField';
import {
  checkPeriod,
  dayOf,
  PeriodProblem,
  toInstants,
} from './responsibilityPeriod';

/** Lets a responsibility end on another day, or on none. */
export function ChangeEndDialog(props: {
  responsibility: Responsibility;
  onClose(): void;
}) {
  const { responsibility, onClose } = props;
  const { id, startsAt, endsAt, version } = responsibility;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const change = useChangeResponsibility(id);
  const [ends, setEnds] = useState(() => dayOf(endsAt));
  const [problem, setProblem] = useState<PeriodProblem>();
  const save = () => {
    const found = checkPeriod({ starts: dayOf(startsAt), ends });
    setProblem(found);
    if (!found) {
      change.mutate(
        {
          version,
          endsAt:
            ends === dayOf(endsAt)
              ? endsAt
              : toInstants({ starts: '', ends }).endsAt,
        },
        { onSuccess: onClose },
      );
    }
  };
  return (
    <LastingDialog
      title={t('responsibilities.changeTitle')}
      onClose={onClose}
      width={440}
    >
      <DialogBody>
        <Flex direction="column" gap="4">
          {change.error && (
            <ErrorAlert
              title={t('responsibilities.changeFailed')}
              error={change.error}
            />
          )}
          <DayField
            label={t('responsibilities.ends')}
            hint={t('responsibilities.endsHint')}
            value={ends}
            onChange={day => {
              setEnds(day);
              setProblem(undefined);
            }}
            error={problem && t(`responsibilities.${problem}`)}
          />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('dialog.cancel')}
        </Button>
        <Button isPending={change.isPending} onPress={save}>
          {t('responsibilities.changeSave')}
        </Button>
      </DialogFooter>
    </LastingDialog>
  );
}
