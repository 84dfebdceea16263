import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Flex } from '@backstage/ui';
import type { Decision } from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { DelegationNotes } from '../delegations/DelegationNotes';
import { StandInOffer } from '../delegations/StandInOffer';
import { EmptyList } from '../requests/EmptyList';
import { ListToolbar } from '../requests/ListToolbar';
import { RequestTable } from '../requests/RequestTable';
import { useListParams } from '../requests/useListParams';
import { useRequestList } from '../requests/useRequestList';
import { ReviewsNote } from '../reviews/ReviewsNote';
import { TasksNote } from '../tasks/TasksNote';
import { datasetAccessTranslationRef } from '../translation';
import { DecideManyDialog } from './DecideManyDialog';
import { SelectionBar } from './SelectionBar';
import { ShortcutsDialog } from './ShortcutsDialog';
import { useRequestSelection } from './useRequestSelection';
import { useShortcuts } from './useShortcuts';

/** What waits for the signed-in user's decision; one at a time on its own page, or many at once here. */
export function InboxPage() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const [params, setParams] = useListParams({
    show: 'waiting',
    sort: 'created',
  });
  const list = useRequestList('inbox', params, setParams);
  const { selection, waiting, clear } = useRequestSelection(list.requests);
  const [open, setOpen] = useState<OpenDialog>();
  const decide = (decision: Decision['decision'], requests = waiting) => {
    if (requests.length > 0) {
      setOpen({ decision, requests });
    }
  };
  const onKeyDownCapture = useShortcuts({
    requests: list.requests,
    selected: waiting,
    onDecide: decide,
    onHelp: () => setOpen('shortcuts'),
  });
  const isFiltered = Boolean(params.q || params.level || params.batch);
  return (
    <Container py="4">
      <Flex direction="column" gap="4">
        <TasksNote />
        <DelegationNotes />
        <ReviewsNote />
        <ListToolbar params={params} setParams={setParams} />
        <SelectionBar
          requests={waiting}
          onDecide={decide}
          onHelp={() => setOpen('shortcuts')}
        />
        <div onKeyDownCapture={onKeyDownCapture}>
          <RequestTable
            list={list}
            origin="inbox"
            selection={selection}
            emptyState={
              isFiltered ? (
                <EmptyList
                  title={t('inbox.noMatch')}
                  hint={t('inbox.noMatchHint')}
                />
              ) : (
                <EmptyList title={t('inbox.none')} hint={t('inbox.noneHint')} />
              )
            }
          />
        </div>
        <StandInOffer />
      </Flex>
      {typeof open === 'object' && (
        <DecideManyDialog
          {...open}
          onClose={() => {
            setOpen(undefined);
            clear();
          }}
        />
      )}
      {open === 'shortcuts' && (
        <ShortcutsDialog onClose={() => setOpen(undefined)} />
      )}
    </Container>
  );
}

type OpenDialog =
  | 'shortcuts'
  | Pick<Parameters<typeof DecideManyDialog>[0], 'decision' | 'requests'>;
