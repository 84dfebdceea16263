import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex, Skeleton, Text } from '@backstage/ui';
import { isDatasetAccessError } from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { useSharesDomains } from '../../api/domainQueries';
import { ErrorAlert } from '../../feedback/ErrorAlert';
import { CappedList } from '../../policies/CappedList';
import { useLeaveWarning } from '../../policies/editor/useLeaveWarning';
import { EmptyList } from '../../requests/EmptyList';
import { datasetAccessTranslationRef } from '../../translation';
import { entriesInForce } from '../lists/listChanges';
import { ListChangedNote } from '../lists/ListChangedNote';
import { AddDomainsPicker } from './AddDomainsPicker';
import { GroupDomainLine } from './GroupDomainLine';
import styles from './GroupDomains.module.css';
import {
  isFixed,
  NO_EDITS,
  withAdded,
  withChange,
  without,
  withRemoval,
} from './groupDraft';
import { SaveListDialog } from './SaveListDialog';
import { useGroupDraft } from './useGroupDraft';

/** How many domains are shown at first; each has controls, which take their time. */
const FIRST = 50;

/** The domains of a group; what is changed is a draft until it was looked at as a whole and saved (S1.14–S1.16). */
export function GroupDomainList({ group }: { group: string }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const draft = useGroupDraft(group);
  const { list, lines, error, news, edits, setEdits } = draft;
  const sharesDomains = useSharesDomains();
  const [isSaving, setSaving] = useState(false);
  const changed = lines?.filter(({ mark }) => mark).length ?? 0;
  useLeaveWarning(changed > 0);
  if (isDatasetAccessError(error) && error.code === 'FORBIDDEN') {
    return (
      <EmptyList
        title={t('domains.group.forbidden')}
        hint={t('domains.group.forbiddenHint')}
      />
    );
  }
  if (!list || !lines) {
    return error ? (
      <ErrorAlert error={error} onRetry={() => void draft.refetch()} />
    ) : (
      <Skeleton height={160} width="100%" />
    );
  }
  const changeable = new Set(list.can.manage);
  const added = lines.flatMap(({ entry, mark }) =>
    mark === 'added' ? entry.domain : [],
  );
  const discard = () => setEdits(NO_EDITS);
  const mayEdit = sharesDomains || changeable.size > 0;
  return (
    <Flex direction="column" gap="4">
      <Text as="p" color="secondary">
        {t('domains.group.hint')}
      </Text>
      {sharesDomains === false && list.domains.length > 0 && !mayEdit && (
        <Alert status="info" icon title={t('domains.group.readOnly')} />
      )}
      {sharesDomains && (
        <div className={styles.picker}>
          <AddDomainsPicker
            value={added}
            onChange={domains =>
              setEdits(withAdded(edits, domains, list.newLevel))
            }
            listed={
              new Set(
                entriesInForce(list.domains).map(({ domain }) => domain.ref),
              )
            }
          />
        </div>
      )}
      {!isSaving && news.length > 0 && (
        <ListChangedNote
          group={group}
          news={news}
          actions={
            <Button size="small" variant="secondary" onPress={draft.accept}>
              {t('domains.group.understood')}
            </Button>
          }
        />
      )}
      {lines.length === 0 ? (
        <EmptyList
          title={t('domains.group.none')}
          hint={
            sharesDomains
              ? t('domains.group.noneHint')
              : t('domains.group.noneReadOnlyHint')
          }
        />
      ) : (
        <CappedList
          label={t('domains.group.list')}
          items={lines}
          first={FIRST}
          keyOf={({ entry, grant }) => grant?.id ?? entry.domain.ref}
          render={line => (
            <GroupDomainLine
              line={line}
              mayChange={
                line.mark === 'added' ||
                (!isFixed(line.grant) && changeable.has(line.entry.domain.ref))
              }
              onChange={change => setEdits(withChange(edits, line, change))}
              onRemove={() => setEdits(withRemoval(edits, line))}
              onUndo={() => setEdits(without(edits, line.entry.domain.ref))}
            />
          )}
        />
      )}
      {mayEdit && (
        <div className={styles.actions}>
          <Text color="secondary" aria-live="polite" className={styles.count}>
            {changed > 0
              ? t('domains.group.unsaved', { count: changed })
              : t('domains.group.saved')}
          </Text>
          <Button
            variant="secondary"
            isDisabled={edits.size === 0}
            onPress={discard}
          >
            {t('domains.group.discard')}
          </Button>
          <Button isDisabled={changed === 0} onPress={() => setSaving(true)}>
            {t('domains.group.preview')}
          </Button>
        </div>
      )}
      {isSaving && (
        <SaveListDialog
          list={list}
          lines={lines}
          news={news}
          onSaved={() => {
            discard();
            setSaving(false);
          }}
          onClose={() => setSaving(false)}
        />
      )}
    </Flex>
  );
}
