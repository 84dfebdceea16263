import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { DatasetAccessProvider } from '../api/DatasetAccessProvider';
import { useResponsibilities } from '../api/responsibilityQueries';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { isForbidden } from '../feedback/isForbidden';
import theme from '../theme/readable.module.css';
import { datasetAccessTranslationRef } from '../translation';
import { Responsibilities } from './Responsibilities';

/**
 * Who answers for the entity of this page. There is no card for who may not know, nor until that is known: most people may
 * not, and nothing is to flash up for them.
 *
 * @public
 */
export function ResponsibilitiesCard() {
  return (
    <DatasetAccessProvider>
      <Card />
    </DatasetAccessProvider>
  );
}

function Card() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { entity } = useEntity();
  const resource = stringifyEntityRef(entity);
  const { data, error, refetch, ...more } = useResponsibilities(resource);
  if (isForbidden(error) || (!data && !error)) {
    return null;
  }
  return (
    <EntityInfoCard title={t('responsibilities.title')}>
      <div className={theme.readable}>
        {data ? (
          <Responsibilities
            resource={resource}
            items={data.pages.flatMap(({ items }) => items)}
            roles={data.pages[0].roles}
            manage={data.pages[0].can.manage}
            isLoadingMore={more.isFetchingNextPage}
            onMore={
              more.hasNextPage ? () => void more.fetchNextPage() : undefined
            }
          />
        ) : (
          <ErrorAlert error={error} onRetry={() => void refetch()} />
        )}
      </div>
    </EntityInfoCard>
  );
}
