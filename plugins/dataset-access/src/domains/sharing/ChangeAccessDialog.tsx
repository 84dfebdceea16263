import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Button, DialogBody, DialogFooter, Flex } from '@backstage/ui';
import { useState } from 'react';
import { LastingDialog } from '../../feedback/LastingDialog';
import { DayField } from '../../responsibilities/DayField';
import {
  checkPeriod,
  dayOf,
  PeriodProblem,
  toInstants,
} from '../../responsibilities/responsibilityPeriod';
import { datasetAccessTranslationRef } from '../../translation';
import { ChangeProblem } from './ChangeProblem';
import type { GrantDialogProps } from './GrantDialogProps';
import { LevelField } from './LevelField';
import { useAccessChange } from './useAccessChange';

/** Changes the level of what somebody has and, for a user, when it ends. Nothing else of it is touched. */
export function ChangeAccessDialog(props: GrantDialogProps) {
  const { seen, grant, onClose } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { primaryTitle } = useEntityPresentation(seen.subject);
  const { change, group, news } = useAccessChange(
    grant.domain.ref,
    seen.subject,
  );
  const [level, setLevel] = useState(seen.level);
  const [ends, setEnds] = useState(() => dayOf(seen.expiresAt));
  const [problem, setProblem] = useState<PeriodProblem>();
  const isEndChanged = ends !== dayOf(seen.expiresAt);
  const save = () => {
    const found = isEndChanged ? checkPeriod({ starts: '', ends }) : undefined;
    setProblem(found);
    if (!found && level === seen.level && !isEndChanged) {
      onClose();
    } else if (!found) {
      change.mutate(
        {
          does: 'update',
          grant,
          // only what was changed here: the rest may be somebody else's change
          ...(level !== seen.level && { level }),
          ...(isEndChanged && {
            expiresAt: toInstants({ starts: '', ends }).endsAt ?? null,
          }),
        },
        { onSuccess: onClose },
      );
    }
  };
  return (
    <LastingDialog
      title={t('domains.sharing.changeForm.title', { who: primaryTitle })}
      onClose={onClose}
      width={520}
    >
      <DialogBody>
        <Flex direction="column" gap="4">
          <ChangeProblem
            error={change.error}
            failed={t('domains.sharing.changeForm.failed')}
            group={group}
            news={news}
            seen={seen}
            grant={grant}
          />
          <LevelField value={level} onChange={setLevel} />
          {!group && (
            <DayField
              label={t('domains.sharing.form.until')}
              hint={t('domains.sharing.form.untilHint')}
              value={ends}
              onChange={day => {
                setEnds(day);
                setProblem(undefined);
              }}
              error={problem && t(`responsibilities.${problem}`)}
            />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('dialog.cancel')}
        </Button>
        <Button isPending={change.isPending} onPress={save}>
          {t('domains.sharing.changeForm.save')}
        </Button>
      </DialogFooter>
    </LastingDialog>
  );
}
