import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Flex, Link, Skeleton } from '@backstage/ui';
import { useParams } from 'react-router-dom';
import { useGrant } from '../../api/grantQueries';
import { ErrorAlert } from '../../feedback/ErrorAlert';
import { useSectionLink } from '../../routing/useSectionLink';
import { datasetAccessTranslationRef } from '../../translation';
import { GrantView } from './GrantView';

/** The grant of this address. */
export function GrantPage() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { grantId = '' } = useParams();
  const { data, error, refetch } = useGrant(grantId);
  const sectionLink = useSectionLink();
  return (
    <Container py="4">
      <Flex direction="column" gap="4">
        <div>
          <Link href={sectionLink('grants')}>← {t('page.grants')}</Link>
        </div>
        {error && !data && (
          <ErrorAlert error={error} onRetry={() => void refetch()} />
        )}
        {data && <GrantView key={data.id} grant={data} />}
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
