import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, Container, Flex, Table, Text } from '@backstage/ui';
import type { AccessGrant } from 'backstage-plugin-dataset-access-common';
import { useCallback, useState } from 'react';
import { useGrants } from '../../api/grantQueries';
import { useSignedInUser } from '../../api/queries';
import { ErrorAlert } from '../../feedback/ErrorAlert';
import { FilterBar } from '../../listing/FilterBar';
import { EmptyList } from '../../requests/EmptyList';
import { useCursorPage, useNoEmptyPage } from '../../routing/useCursorPage';
import { useFlagParam } from '../../routing/useFlagParam';
import { useSectionLink } from '../../routing/useSectionLink';
import { datasetAccessTranslationRef } from '../../translation';
import type { GrantAction } from '../actions/grantActions';
import { GrantActionDialog } from '../actions/GrantActionDialog';
import { useMyAccessColumns } from './myAccessColumns';

/** What the signed-in user was granted, himself or through a group, and what can be done with it. */
export function MyAccessPage() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const user = useSignedInUser();
  const page = useCursorPage();
  const { limit, cursor } = page;
  const [withOver, setWithOver] = useFlagParam('over');
  const { data, error, isPlaceholderData, refetch } = useGrants({
    open: withOver ? undefined : true,
    limit,
    cursor,
  });
  useNoEmptyPage(data, page);
  const [open, setOpen] = useState<{
    action: GrantAction;
    grant: AccessGrant;
  }>();
  const onAction = useCallback(
    (action: GrantAction, grant: AccessGrant) => setOpen({ action, grant }),
    [],
  );
  const columns = useMyAccessColumns(user?.ref, onAction);
  const sectionLink = useSectionLink();
  return (
    <Container py="4">
      <Flex direction="column" gap="4">
        <Text as="p" color="secondary">
          {t('grants.mine.hint')}
        </Text>
        <FilterBar label={t('grants.mine.filters')}>
          <Checkbox isSelected={withOver} onChange={setWithOver}>
            {t('grants.mine.over')}
          </Checkbox>
        </FilterBar>
        {error && !data ? (
          <ErrorAlert
            error={error}
            onRetry={() => (cursor ? page.restart() : void refetch())}
          />
        ) : (
          <Table
            columnConfig={columns}
            data={data?.items}
            isPending={data === undefined}
            isStale={isPlaceholderData}
            pagination={page.paginationOf(data)}
            rowConfig={{ getHref: ({ id }) => sectionLink('grants', id) }}
            emptyState={
              <EmptyList
                title={t('grants.mine.none')}
                hint={t('grants.mine.noneHint')}
              />
            }
          />
        )}
      </Flex>
      {open && (
        <GrantActionDialog {...open} onClose={() => setOpen(undefined)} />
      )}
    </Container>
  );
}
