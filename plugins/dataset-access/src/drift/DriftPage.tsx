import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Container, Flex, Skeleton, Text } from '@backstage/ui';
import type {
  Drift,
  DriftAction,
} from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { useDrift } from '../api/driftQueries';
import { EntityName } from '../entities/EntityLink';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { FilterBar } from '../listing/FilterBar';
import { EmptyList } from '../requests/EmptyList';
import { useEntityParam } from '../routing/useEntityParam';
import { datasetAccessTranslationRef } from '../translation';
import { DriftCard } from './DriftCard';
import styles from './DriftPage.module.css';
import { ResolveDriftDialog } from './ResolveDriftDialog';

/** Where sources allow something else than they should, and the ways to mend it. */
export function DriftPage() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const [dataset, setDataset] = useEntityParam('dataset');
  const { data, error, refetch, ...more } = useDrift(dataset);
  const [open, setOpen] = useState<{ drift: Drift; action: DriftAction }>();
  const items = data?.pages.flatMap(page => page.items);
  return (
    <Container py="4">
      <Flex direction="column" gap="4">
        <Text as="p" color="secondary">
          {t('drift.hint')}
        </Text>
        {dataset && (
          <FilterBar label={t('drift.filters')}>
            <Text weight="bold">
              {t('drift.only', { dataset: <EntityName entityRef={dataset} /> })}
            </Text>
            <Button
              size="small"
              variant="tertiary"
              onPress={() => setDataset(undefined)}
            >
              {t('drift.everything')}
            </Button>
          </FilterBar>
        )}
        {error && !data && (
          <ErrorAlert error={error} onRetry={() => void refetch()} />
        )}
        {!data && !error && <Skeleton height={160} width="100%" />}
        {items?.length === 0 && (
          <EmptyList title={t('drift.none')} hint={t('drift.noneHint')} />
        )}
        {items && items.length > 0 && (
          <ul className={styles.list} aria-label={t('drift.list')}>
            {items.map(drift => (
              <li key={drift.id}>
                <DriftCard
                  drift={drift}
                  onAction={action => setOpen({ drift, action })}
                />
              </li>
            ))}
          </ul>
        )}
        {more.hasNextPage && (
          <div>
            <Button
              variant="tertiary"
              isPending={more.isFetchingNextPage}
              onPress={() => void more.fetchNextPage()}
            >
              {t('drift.more')}
            </Button>
          </div>
        )}
      </Flex>
      {open && (
        <ResolveDriftDialog {...open} onClose={() => setOpen(undefined)} />
      )}
    </Container>
  );
}
