import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Flex } from '@backstage/ui';
import { DatasetAccessProvider } from '../api/DatasetAccessProvider';
import { Section } from '../request/Section';
import theme from '../theme/readable.module.css';
import { datasetAccessTranslationRef } from '../translation';
import { DomainHistory } from './history/DomainHistory';
import { DomainSharing } from './sharing/DomainSharing';

/**
 * Who has access to the domain of this page and, through it, to its datasets; how that came about; and, for those who may
 * share it, the way to give and take it.
 *
 * @public
 */
export function DomainAccessTab() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { entity } = useEntity();
  const domain = stringifyEntityRef(entity);
  return (
    <DatasetAccessProvider>
      <div className={theme.readable}>
        <Flex direction="column" gap="4">
          <Section title={t('domains.sharing.title')}>
            <DomainSharing key={domain} domain={domain} />
          </Section>
          <DomainHistory key={domain} domain={domain} />
        </Flex>
      </div>
    </DatasetAccessProvider>
  );
}
