import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import {
  Button,
  DialogBody,
  DialogFooter,
  Flex,
  Skeleton,
  Text,
} from '@backstage/ui';
import {
  GroupDomains,
  GroupDomainsChange,
  isDatasetAccessError,
} from 'backstage-plugin-dataset-access-common';
import {
  useListPreview,
  useReplaceGroupDomains,
} from '../../api/domainQueries';
import { ErrorAlert } from '../../feedback/ErrorAlert';
import { LastingDialog } from '../../feedback/LastingDialog';
import { datasetAccessTranslationRef } from '../../translation';
import { answeredChanges, ListChange } from '../lists/listChanges';
import { ListChangedNote } from '../lists/ListChangedNote';
import { ListChanges } from '../lists/ListChanges';
import { CaptureProgress } from '../reach/CaptureProgress';
import { DraftLine, entriesOf } from './groupDraft';

/** Of how many domains the progress of recording is followed: the first ones, in the order in which they are recorded. */
const FOLLOWED = 5;

/** @see SaveListDialog */
export interface SaveListDialogProps {
  /** As it is now. */
  list: GroupDomains;
  /** As it is to be. */
  lines: DraftLine[];
  /** What others did to the list while it was edited. */
  news: ListChange[];
  onSaved(): void;
  onClose(): void;
}

/**
 * Shows what saving would change, then saves exactly that. When somebody else changes the list meanwhile, it says so and
 * shows anew what would change, now on top of theirs.
 */
export function SaveListDialog(props: SaveListDialogProps) {
  const { list, lines, news, onSaved, onClose } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { group, etag } = list;
  const { primaryTitle } = useEntityPresentation(group);
  const domains = entriesOf(lines);
  const preview = useListPreview(group, { list: { domains }, ifMatch: etag });
  const save = useReplaceGroupDomains(group);
  const changes = preview.data && answeredChanges(preview.data.changes);
  const isOvertaken = [save.error, preview.error].some(isListChanged);
  return (
    <LastingDialog
      title={t('domains.group.previewTitle', { group: primaryTitle })}
      onClose={onClose}
    >
      <DialogBody>
        <Flex direction="column" gap="4">
          {(news.length > 0 || isOvertaken) && (
            <ListChangedNote group={group} news={news} />
          )}
          {save.error && !isListChanged(save.error) && (
            <ErrorAlert
              title={t('domains.group.saveFailed')}
              error={save.error}
            />
          )}
          {preview.error && !isListChanged(preview.error) && (
            <ErrorAlert
              title={t('domains.group.previewFailed')}
              error={preview.error}
              onRetry={() => void preview.refetch()}
            />
          )}
          {!changes && !preview.error && <Skeleton height={96} width="100%" />}
          {preview.data && changes && (
            <>
              <Summary changes={preview.data.changes} />
              {changes.length > 0 && (
                <ListChanges
                  label={t('domains.group.previewTitle', {
                    group: primaryTitle,
                  })}
                  changes={changes}
                  withReach
                />
              )}
            </>
          )}
          {changes
            ?.filter(({ kind, datasetLevelAccess }) =>
              kind === 'removed' ? false : datasetLevelAccess,
            )
            .slice(0, FOLLOWED)
            .map(({ domain: { ref } }) => (
              <CaptureProgress
                key={ref}
                domain={ref}
                isChanging={save.isPending}
              />
            ))}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('domains.group.back')}
        </Button>
        <Button
          isDisabled={!changes || changes.length === 0}
          isPending={save.isPending}
          onPress={() =>
            save.mutate(
              { list: { domains }, ifMatch: etag },
              { onSuccess: onSaved },
            )
          }
        >
          {t('domains.group.save')}
        </Button>
      </DialogFooter>
    </LastingDialog>
  );
}

/** How many domains it is about, and what stays. */
function Summary({ changes }: Pick<GroupDomainsChange, 'changes'>) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { added, changed, removed, unchanged } = changes;
  const parts = [
    added.length > 0 && t('domains.group.added', { count: added.length }),
    changed.length > 0 && t('domains.group.changed', { count: changed.length }),
    removed.length > 0 && t('domains.group.removed', { count: removed.length }),
  ].filter(Boolean);
  return (
    <div role="status">
      <Text as="p">
        {parts.length > 0
          ? `${parts.join(' · ')}. `
          : `${t('domains.group.previewNone')} `}
        {unchanged > 0 && t('domains.group.unchanged', { count: unchanged })}
      </Text>
      {removed.length > 0 && (
        <Text as="p" color="secondary">
          {t('domains.group.removedHint')}
        </Text>
      )}
      {parts.length > 0 && (
        <Text as="p" color="secondary">
          {t('domains.group.previewHint')}
        </Text>
      )}
    </div>
  );
}

function isListChanged(error: unknown): boolean {
  return isDatasetAccessError(error) && error.code === 'LIST_CHANGED';
}
