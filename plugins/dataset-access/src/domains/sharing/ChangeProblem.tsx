import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import {
  DomainGrant,
  ErrorCode,
  isDatasetAccessError,
} from 'backstage-plugin-dataset-access-common';
import { FormattedDate } from '../../durations/FormattedDate';
import { ErrorAlert } from '../../feedback/ErrorAlert';
import { datasetAccessTranslationRef } from '../../translation';
import type { ListChange } from '../lists/listChanges';
import { ListChangedNote } from '../lists/ListChangedNote';
import { useAccessText } from '../lists/useAccessText';

/** @see ChangeProblem */
export interface ChangeProblemProps {
  error: unknown;
  /** What did not happen. */
  failed: string;
  /** Whose list it is about, if it is about a group. */
  group: string | undefined;
  /** What others did to that list since it was first seen. */
  news: ListChange[];
  /** What is to be changed, as it was when the dialog was opened and as it is now. */
  seen?: DomainGrant;
  grant?: DomainGrant;
}

/** Why a change was not made, or must be thought over; nothing when all is well. */
export function ChangeProblem(props: ChangeProblemProps) {
  const { error, failed, group, news, seen, grant } = props;
  const isChanged = seen && grant && seen.version !== grant.version;
  if (group && (news.length > 0 || hasCode(error, 'LIST_CHANGED'))) {
    return <ListChangedNote group={group} news={news} />;
  }
  return (
    <>
      {isChanged && <GrantChangedNote grant={grant} />}
      {error && !(isChanged && hasCode(error, 'STALE_VERSION')) ? (
        <ErrorAlert title={failed} error={error} />
      ) : null}
    </>
  );
}

function GrantChangedNote({ grant }: { grant: DomainGrant }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const accessText = useAccessText();
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      title={t('domains.changed.grant')}
      description={
        <>
          {t('domains.changed.now', { access: accessText(grant) })}
          {grant.expiresAt && (
            <>
              {', '}
              {t('domains.path.until')} <FormattedDate at={grant.expiresAt} />
            </>
          )}
          {'. '}
          {t('domains.changed.grantHint')}
        </>
      }
    />
  );
}

function hasCode(error: unknown, code: ErrorCode): boolean {
  return isDatasetAccessError(error) && error.code === code;
}
