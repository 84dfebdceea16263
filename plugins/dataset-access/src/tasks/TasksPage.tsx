import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Flex, Table, Text } from '@backstage/ui';
import { useState } from 'react';
import { useTasks } from '../api/grantQueries';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { FilterBar } from '../listing/FilterBar';
import { ShowToggle } from '../listing/ShowToggle';
import { EmptyList } from '../requests/EmptyList';
import { useChoiceParam } from '../routing/useChoiceParam';
import { useCursorPage, useNoEmptyPage } from '../routing/useCursorPage';
import { useSectionLink } from '../routing/useSectionLink';
import { datasetAccessTranslationRef } from '../translation';
import { EmergencyReviews } from '../emergencies/EmergencyReviews';
import { TaskDialog } from './TaskDialog';
import { TaskRow, toTaskRow, useTaskColumns } from './taskColumns';

const KINDS = ['grant', 'take-back'] as const;

/** What the signed-in user has to grant and to take back in sources that no connector reaches, the oldest first. */
export function TasksPage() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const page = useCursorPage();
  const { limit, cursor } = page;
  const [kind, setKind] = useChoiceParam('kind', KINDS);
  const { data, error, isPlaceholderData, refetch } = useTasks({
    kind,
    limit,
    cursor,
  });
  useNoEmptyPage(data, page);
  const [open, setOpen] = useState<TaskRow>();
  const columns = useTaskColumns(setOpen);
  const sectionLink = useSectionLink();
  return (
    <Container py="4">
      <Flex direction="column" gap="4">
        <EmergencyReviews />
        <Text as="p" color="secondary">
          {t('tasks.hint')}
        </Text>
        <FilterBar label={t('tasks.filters')}>
          <ShowToggle
            label={t('tasks.show')}
            options={['all', ...KINDS]}
            nameOf={show =>
              show === 'all' ? t('tasks.all') : t(`tasks.kind.${show}`)
            }
            value={kind ?? 'all'}
            onChange={show => setKind(show === 'all' ? undefined : show)}
          />
        </FilterBar>
        {error && !data ? (
          <ErrorAlert
            error={error}
            onRetry={() => (cursor ? page.restart() : void refetch())}
          />
        ) : (
          <Table
            columnConfig={columns}
            data={data?.items.map(toTaskRow)}
            isPending={data === undefined}
            isStale={isPlaceholderData}
            pagination={page.paginationOf(data)}
            rowConfig={{
              getHref: ({ grant }) => sectionLink('grants', grant.id),
            }}
            emptyState={
              kind ? (
                <EmptyList
                  title={t('tasks.noneOfKind')}
                  hint={t('tasks.noneOfKindHint')}
                />
              ) : (
                <EmptyList title={t('tasks.none')} hint={t('tasks.noneHint')} />
              )
            }
          />
        )}
      </Flex>
      {open && <TaskDialog task={open} onClose={() => setOpen(undefined)} />}
    </Container>
  );
}
