import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { DatasetAccessProvider } from '../api/DatasetAccessProvider';
import { Section } from '../request/Section';
import theme from '../theme/readable.module.css';
import { datasetAccessTranslationRef } from '../translation';
import { GroupDomainList } from './group/GroupDomainList';

/**
 * The domains that the group of this page has access to, and the way to change them for those who may share them.
 *
 * @public
 */
export function GroupDomainsTab() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { entity } = useEntity();
  const group = stringifyEntityRef(entity);
  return (
    <DatasetAccessProvider>
      <div className={theme.readable}>
        <Section title={t('domains.group.title')}>
          <GroupDomainList key={group} group={group} />
        </Section>
      </div>
    </DatasetAccessProvider>
  );
}
