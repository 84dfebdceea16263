import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import type { Delegation } from 'backstage-plugin-dataset-access-common';
import { DateTime } from 'luxon';
import { useEndDelegation, useOpenDelegations } from '../api/delegationQueries';
import { useSignedInUser } from '../api/queries';
import { useLocale } from '../durations/useLocale';
import { useEntityTitles } from '../entities/useEntityTitles';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { datasetAccessTranslationRef } from '../translation';

/** Says who decides in the user's place, and in whose place the user does; nothing where nobody is away. */
export function DelegationNotes() {
  const { data } = useOpenDelegations();
  const user = useSignedInUser();
  return (
    <>
      {(user ? data?.items ?? [] : []).map(one => (
        <DelegationNote
          key={one.id}
          delegation={one}
          isMine={one.approver === user?.ref}
        />
      ))}
    </>
  );
}

function DelegationNote(props: { delegation: Delegation; isMine: boolean }) {
  const { delegation, isMine } = props;
  const { approver, delegate, startsAt, endsAt } = delegation;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const locale = useLocale();
  const end = useEndDelegation();
  const other = isMine ? delegate : approver;
  const titles = useEntityTitles([other]);
  const day = (instant: string) =>
    DateTime.fromISO(instant)
      .setLocale(locale)
      .toLocaleString(DateTime.DATE_MED);
  const isLater = DateTime.fromISO(startsAt) > DateTime.now();
  const whose = isMine ? 'mine' : 'theirs';
  const said = { name: titles?.get(other) ?? other, day: day(endsAt) };
  return (
    <>
      {end.error && (
        <ErrorAlert title={t('delegations.endFailed')} error={end.error} />
      )}
      <Alert
        status="info"
        icon
        title={
          isLater
            ? t(`delegations.${whose}Later`, { ...said, start: day(startsAt) })
            : t(`delegations.${whose}`, said)
        }
        description={delegation.note}
        customActions={
          delegation.can.end ? (
            <Button
              size="small"
              variant="secondary"
              isPending={end.isPending}
              onPress={() => end.send(delegation.id)}
            >
              {t('delegations.end')}
            </Button>
          ) : undefined
        }
      />
    </>
  );
}
