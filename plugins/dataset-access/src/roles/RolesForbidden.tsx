import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Flex } from '@backstage/ui';
import { EmptyList } from '../requests/EmptyList';
import { useSectionLink } from '../routing/useSectionLink';
import { datasetAccessTranslationRef } from '../translation';

/** For who may not read roles: what to do instead. */
export function RolesForbidden() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const sectionLink = useSectionLink();
  return (
    <Flex direction="column" gap="4">
      <EmptyList title={t('roles.forbidden')} hint={t('roles.forbiddenHint')} />
      <div>
        <ButtonLink variant="secondary" href={sectionLink('explain')}>
          {t('roles.explainMe')}
        </ButtonLink>
      </div>
    </Flex>
  );
}
