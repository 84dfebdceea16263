import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { ButtonLink, Flex, Link, Table } from '@backstage/ui';
import { useMemo } from 'react';
import { useAccessHolders } from '../api/explainQueries';
import { datasetPredicate } from '../dataset/datasetFilter';
import { EntityPicker } from '../entities/EntityPicker';
import { toEntityOption } from '../entities/EntityOption';
import { useEntitySearch } from '../entities/useEntitySearch';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { isForbidden } from '../feedback/isForbidden';
import { EmptyList } from '../requests/EmptyList';
import { useCursorPage, useNoEmptyPage } from '../routing/useCursorPage';
import { datasetAccessTranslationRef } from '../translation';
import type { ViewProps } from './DecisionView';
import styles from './DecisionView.module.css';
import { HolderRow, useHolderColumns } from './holderColumns';
import { useExplainLink } from './useExplainParams';
import { useNodeTitles } from './useNodeTitles';

/** What the lowest access level is called among privileges; whoever has access at all has it. */
const ANY_ACCESS = 'dataset-access.level.read-only';

/** Who has access to a dataset, as soon as one is chosen. */
export function HoldersView({ params, setParams }: ViewProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const config = useApi(configApiRef);
  const datasets = useEntitySearch(
    useMemo(() => ({ query: datasetPredicate(config) }), [config]),
    toEntityOption,
  );
  const { resource } = params;
  return (
    <Flex direction="column" gap="4">
      <div
        role="search"
        aria-label={t('explain.question')}
        className={styles.question}
      >
        <EntityPicker
          label={t('explain.dataset')}
          searchPlaceholder={t('pickOne.searchDataset')}
          placeholder={t('pickOne.entity')}
          list={datasets}
          value={resource}
          onChange={ref => setParams({ resource: ref })}
        />
      </div>
      {resource === undefined ? (
        <EmptyList
          title={t('explain.holdersStart')}
          hint={t('explain.holdersStartHint')}
        />
      ) : (
        <Holders key={resource} dataset={resource} />
      )}
    </Flex>
  );
}

function Holders({ dataset }: { dataset: string }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const page = useCursorPage();
  const { limit, cursor } = page;
  const { data, error, isPlaceholderData, refetch } = useAccessHolders(
    dataset,
    { limit, cursor },
  );
  useNoEmptyPage(data, page);
  const entityLink = useEntityRefLink();
  const explainLink = useExplainLink();
  const rows = useMemo(
    () =>
      data?.items.map(
        (holder): HolderRow => ({
          ...holder,
          id: holder.subject,
        }),
      ),
    [data],
  );
  const titleOf = useNodeTitles(
    rows?.flatMap(({ paths }) => paths) ?? [],
    rows?.map(({ subject }) => subject),
  );
  const columns = useHolderColumns(dataset, titleOf);
  if (isForbidden(error)) {
    return (
      <Flex direction="column" gap="4">
        <EmptyList
          title={t('explain.holders.forbidden')}
          hint={t('explain.holders.forbiddenHint')}
        />
        <div>
          <ButtonLink
            variant="secondary"
            href={explainLink({ privilege: ANY_ACCESS, resource: dataset })}
          >
            {t('explain.holders.explainMe')}
          </ButtonLink>
        </div>
      </Flex>
    );
  }
  if (error && !data) {
    return (
      <ErrorAlert
        error={error}
        onRetry={() => (cursor ? page.restart() : void refetch())}
      />
    );
  }
  return (
    <Table
      columnConfig={columns}
      data={rows}
      isPending={rows === undefined || titleOf === undefined}
      isStale={isPlaceholderData}
      pagination={page.paginationOf(data)}
      emptyState={
        <Flex direction="column" gap="3">
          <EmptyList
            title={t('explain.holders.none')}
            hint={t('explain.holders.noneHint')}
          />
          <div>
            <Link href={entityLink(dataset)}>{t('explain.holders.open')}</Link>
          </div>
        </Flex>
      }
    />
  );
}
