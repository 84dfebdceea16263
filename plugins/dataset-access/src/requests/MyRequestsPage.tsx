import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Flex } from '@backstage/ui';
import { datasetAccessTranslationRef } from '../translation';
import { EmptyList } from './EmptyList';
import { ListToolbar } from './ListToolbar';
import { RequestTable } from './RequestTable';
import { useListParams } from './useListParams';
import { useRequestList } from './useRequestList';

/** What the signed-in user asked for, or others asked for on the user's behalf. */
export function MyRequestsPage() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const [params, setParams] = useListParams({ show: 'all', sort: '-created' });
  const list = useRequestList('mine', params, setParams);
  return (
    <Container py="4">
      <Flex direction="column" gap="4">
        <ListToolbar params={params} setParams={setParams} />
        <RequestTable
          list={list}
          origin="requests"
          emptyState={
            <EmptyList title={t('mine.none')} hint={t('mine.noneHint')} />
          }
        />
      </Flex>
    </Container>
  );
}
