import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, DialogBody, DialogFooter, Flex, Text } from '@backstage/ui';
import type { Role } from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { useAssignRole, useRehearseAssignment } from '../api/roleQueries';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { LastingDialog } from '../feedback/LastingDialog';
import type { Principal } from '../principals/Principal';
import { PrincipalPicker } from '../principals/PrincipalPicker';
import { datasetAccessTranslationRef } from '../translation';
import { RoleOutcomes } from './RoleOutcomes';

/** As many as one call takes. */
const AT_MOST = 100;

/** @see AddPeopleDialog */
export interface AddPeopleDialogProps {
  role: Pick<Role, 'id' | 'title'>;
  onClose(): void;
}

/** Gives a role to users and groups: whom, then what would happen, then what has happened to each (S4.5). */
export function AddPeopleDialog({ role, onClose }: AddPeopleDialogProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const [chosen, setChosen] = useState<Principal[]>([]);
  const rehearse = useRehearseAssignment(role.id);
  const assign = useAssignRole(role.id);
  const subjects = chosen.map(({ id }) => id);
  const planned = rehearse.data?.outcomes;
  return (
    <LastingDialog
      title={t('roles.addTitle', { role: role.title })}
      onClose={onClose}
    >
      {!planned && (
        <Choosing
          chosen={chosen}
          onChange={setChosen}
          error={rehearse.error}
          isPending={rehearse.isPending}
          onCheck={() => rehearse.mutate(subjects)}
        />
      )}
      {planned && !assign.data && (
        <>
          <DialogBody>
            <Flex direction="column" gap="4">
              {assign.error && <ErrorAlert error={assign.error} />}
              <RoleOutcomes outcomes={planned} isRehearsal />
              <Text color="secondary">
                {planned.some(({ outcome }) => outcome === 'assigned')
                  ? t('roles.plannedHint')
                  : t('roles.nothingToGive')}
              </Text>
            </Flex>
          </DialogBody>
          <DialogFooter>
            <Button
              variant="secondary"
              isDisabled={assign.isPending}
              onPress={() => {
                assign.reset();
                rehearse.reset();
              }}
            >
              {t('roles.change')}
            </Button>
            {planned.some(({ outcome }) => outcome === 'assigned') && (
              <Button
                isPending={assign.isPending}
                onPress={() => assign.mutate(subjects)}
              >
                {t('roles.give')}
              </Button>
            )}
          </DialogFooter>
        </>
      )}
      {assign.data && (
        <>
          <DialogBody>
            <RoleOutcomes outcomes={assign.data.outcomes} />
          </DialogBody>
          <DialogFooter>
            <Button slot="close">{t('dialog.close')}</Button>
          </DialogFooter>
        </>
      )}
    </LastingDialog>
  );
}

function Choosing(props: {
  chosen: Principal[];
  onChange(chosen: Principal[]): void;
  error: unknown;
  isPending: boolean;
  onCheck(): void;
}) {
  const { chosen, onChange, error, isPending, onCheck } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const [isMissing, setMissing] = useState(false);
  const tooMany =
    chosen.length > AT_MOST
      ? t('dialog.tooMany', { number: String(AT_MOST) })
      : undefined;
  const check = () => {
    setMissing(chosen.length === 0);
    if (chosen.length > 0 && !tooMany) {
      onCheck();
    }
  };
  return (
    <>
      <DialogBody>
        <Flex direction="column" gap="4">
          {error ? (
            <ErrorAlert title={t('roles.failed')} error={error} />
          ) : null}
          <PrincipalPicker
            label={t('roles.who')}
            value={chosen}
            onChange={onChange}
            error={
              isMissing && chosen.length === 0
                ? t('dialog.nobodyChosen')
                : tooMany
            }
          />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('dialog.cancel')}
        </Button>
        <Button isPending={isPending} onPress={check}>
          {t('roles.check')}
        </Button>
      </DialogFooter>
    </>
  );
}
