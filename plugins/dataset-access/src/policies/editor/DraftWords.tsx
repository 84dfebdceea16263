import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { PolicyDraft } from 'backstage-plugin-dataset-access-common';
import { usePrivilegeTitles } from '../../api/explainQueries';
import { datasetAccessTranslationRef } from '../../translation';
import { CappedList } from '../CappedList';
import { ActorList } from '../words/ActorList';
import { ScopeWords } from '../words/ScopeWords';

/** What a policy would say, in short. */
export function DraftWords({ draft }: { draft: PolicyDraft }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const titleOf = usePrivilegeTitles();
  const { name, type, privileges, actors, resources = [] } = draft;
  return (
    <Flex direction="column" gap="3">
      <Text as="p" weight="bold">
        {name}
      </Text>
      <div>
        <Title>{t('policies.page.for')}</Title>
        <ActorList label={t('policies.page.for')} actors={actors} />
      </div>
      <div>
        <Title>{t('policies.page.gives')}</Title>
        <CappedList
          label={t('policies.page.gives')}
          items={privileges}
          keyOf={privilege => privilege}
          render={privilege => <Text>{titleOf(privilege)}</Text>}
        />
      </div>
      <div>
        <Title>{t('policies.page.on')}</Title>
        <ScopeWords type={type} resources={resources} />
      </div>
    </Flex>
  );
}

function Title({ children }: { children: string }) {
  return (
    <Text as="h3" variant="body-small" color="secondary">
      {children}
    </Text>
  );
}
