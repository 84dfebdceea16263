import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Table, Text } from '@backstage/ui';
import type { AccessGrant } from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { useGrants } from '../../api/grantQueries';
import { ErrorAlert } from '../../feedback/ErrorAlert';
import { FilterBar } from '../../listing/FilterBar';
import { ShowToggle } from '../../listing/ShowToggle';
import { EmptyList } from '../../requests/EmptyList';
import { useChoiceParam } from '../../routing/useChoiceParam';
import { useCursorPage, useNoEmptyPage } from '../../routing/useCursorPage';
import { useSectionLink } from '../../routing/useSectionLink';
import { datasetAccessTranslationRef } from '../../translation';
import { RevokeDialog } from '../actions/RevokeDialog';
import { useDatasetGrantColumns } from './datasetGrantColumns';

const ALL = ['all'] as const;

/** The grants of a dataset: all of them for those who answer for it, to others their own. */
export function DatasetGrants({ dataset }: { dataset: string }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const page = useCursorPage();
  const { limit, cursor } = page;
  const [show = 'open', setShow] = useChoiceParam('show', ALL);
  const { data, error, isPlaceholderData, refetch } = useGrants({
    dataset,
    open: show === 'open' ? true : undefined,
    limit,
    cursor,
  });
  useNoEmptyPage(data, page);
  const [revoked, setRevoked] = useState<AccessGrant>();
  const answersFor = data?.answersFor ?? false;
  const columns = useDatasetGrantColumns(answersFor ? setRevoked : undefined);
  const sectionLink = useSectionLink();
  if (error && !data) {
    return (
      <ErrorAlert
        error={error}
        onRetry={() => (cursor ? page.restart() : void refetch())}
      />
    );
  }
  const noneHint =
    show === 'open'
      ? t('grants.dataset.noneOpenHint')
      : t('grants.dataset.noneHint');
  return (
    <Flex direction="column" gap="4">
      {data && (
        <Text as="p" color="secondary">
          {t(answersFor ? 'grants.dataset.hint' : 'grants.dataset.ownHint')}
        </Text>
      )}
      <FilterBar label={t('grants.dataset.filters')}>
        <ShowToggle
          label={t('grants.dataset.show')}
          options={['open', 'all']}
          nameOf={one => t(`grants.dataset.${one}`)}
          value={show}
          onChange={one => setShow(one === 'all' ? one : undefined)}
        />
      </FilterBar>
      <Table
        columnConfig={columns}
        data={data?.items}
        isPending={data === undefined}
        isStale={isPlaceholderData}
        pagination={page.paginationOf(data)}
        rowConfig={{ getHref: ({ id }) => sectionLink('grants', id) }}
        emptyState={
          answersFor ? (
            <EmptyList title={t('grants.dataset.none')} hint={noneHint} />
          ) : (
            <EmptyList
              title={t('grants.dataset.noneOwn')}
              hint={t('grants.dataset.noneOwnHint')}
            />
          )
        }
      />
      {revoked && (
        <RevokeDialog grant={revoked} onClose={() => setRevoked(undefined)} />
      )}
    </Flex>
  );
}
