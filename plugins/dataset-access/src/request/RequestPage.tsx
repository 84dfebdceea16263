import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Flex, Link, Skeleton } from '@backstage/ui';
import { useParams } from 'react-router-dom';
import { useRequest } from '../api/queries';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { RequestOrigin, useListLink } from '../routing/useRequestLink';
import { datasetAccessTranslationRef } from '../translation';
import { RequestView } from './RequestView';

/** The request of this address. */
export function RequestPage({ origin }: { origin: RequestOrigin }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { requestId = '' } = useParams();
  const { data, error, refetch } = useRequest(requestId);
  const listLink = useListLink();
  return (
    <Container py="4">
      <Flex direction="column" gap="4">
        <div>
          <Link href={listLink(origin)}>← {t(`page.${origin}`)}</Link>
        </div>
        {error && !data && (
          <ErrorAlert error={error} onRetry={() => void refetch()} />
        )}
        {data && <RequestView key={data.id} request={data} />}
        {!data && !error && (
          <>
            <Skeleton height={32} width="50%" />
            <Skeleton height={240} width="100%" />
          </>
        )}
      </Flex>
    </Container>
  );
}
