import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Flex, Link, Skeleton } from '@backstage/ui';
import { useParams } from 'react-router-dom';
import { usePolicy } from '../../api/policyQueries';
import { datasetAccessTranslationRef } from '../../translation';
import { PoliciesError } from '../PoliciesError';
import { usePolicyLinks } from '../usePolicyLinks';
import { PolicyView } from './PolicyView';

/** The policy of this address. */
export function PolicyPage() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { policyId = '' } = useParams();
  const { data, error, refetch } = usePolicy(policyId);
  const links = usePolicyLinks();
  return (
    <Container py="4">
      <Flex direction="column" gap="4">
        <div>
          <Link href={links.list}>← {t('policies.title')}</Link>
        </div>
        {error && !data && (
          <PoliciesError error={error} onRetry={() => void refetch()} />
        )}
        {data && <PolicyView key={data.id} policy={data} />}
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
