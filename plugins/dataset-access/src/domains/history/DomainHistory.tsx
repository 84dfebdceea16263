import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Skeleton } from '@backstage/ui';
import { isDatasetAccessError } from 'backstage-plugin-dataset-access-common';
import { useMemo } from 'react';
import { useDomainHistory } from '../../api/domainQueries';
import { ErrorAlert } from '../../feedback/ErrorAlert';
import { Section } from '../../request/Section';
import { EmptyList } from '../../requests/EmptyList';
import { datasetAccessTranslationRef } from '../../translation';
import { toLines } from './domainEvents';
import { DomainTimeline } from './DomainTimeline';

/** How the access to a domain came about, the latest first. It is not there for who may not know. */
export function DomainHistory({ domain }: { domain: string }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { data, error, refetch, ...more } = useDomainHistory(domain);
  const lines = useMemo(
    () => data && toLines(data.pages.flatMap(({ items }) => items)),
    [data],
  );
  if (
    isDatasetAccessError(error) &&
    ['FORBIDDEN', 'NOT_DOMAIN_OWNER'].includes(error.code)
  ) {
    return null;
  }
  return (
    <Section title={t('domains.history.title')}>
      {error && !data && (
        <ErrorAlert error={error} onRetry={() => void refetch()} />
      )}
      {!lines && !error && <Skeleton height={96} width="100%" />}
      {lines?.length === 0 && (
        <EmptyList
          title={t('domains.history.none')}
          hint={t('domains.history.noneHint')}
        />
      )}
      {lines && lines.length > 0 && (
        <Flex direction="column" gap="4">
          <DomainTimeline lines={lines} />
          {more.hasNextPage && (
            <div>
              <Button
                variant="tertiary"
                isPending={more.isFetchingNextPage}
                onPress={() => void more.fetchNextPage()}
              >
                {t('domains.history.older')}
              </Button>
            </div>
          )}
        </Flex>
      )}
    </Section>
  );
}
