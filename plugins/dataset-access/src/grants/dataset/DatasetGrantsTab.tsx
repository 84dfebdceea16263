import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Flex } from '@backstage/ui';
import { DatasetAccessProvider } from '../../api/DatasetAccessProvider';
import { DriftNote } from '../../drift/DriftNote';
import { Section } from '../../request/Section';
import theme from '../../theme/readable.module.css';
import { datasetAccessTranslationRef } from '../../translation';
import { DatasetGrants } from './DatasetGrants';

/**
 * Who was granted access to the dataset of this page and, for those who answer for it, the way to revoke it. Others see what
 * they were granted themselves.
 *
 * @public
 */
export function DatasetGrantsTab() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { entity } = useEntity();
  const dataset = stringifyEntityRef(entity);
  return (
    <DatasetAccessProvider>
      <div className={theme.readable}>
        <Flex direction="column" gap="4">
          <DriftNote dataset={dataset} />
          <Section title={t('grants.dataset.title')}>
            <DatasetGrants key={dataset} dataset={dataset} />
          </Section>
        </Flex>
      </div>
    </DatasetAccessProvider>
  );
}
