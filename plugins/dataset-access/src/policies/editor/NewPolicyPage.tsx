import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Flex, Link, Skeleton } from '@backstage/ui';
import { useCanManagePolicies } from '../../api/policyQueries';
import { datasetAccessTranslationRef } from '../../translation';
import { OnlyManagersWrite, PoliciesError } from '../PoliciesError';
import { usePolicyLinks } from '../usePolicyLinks';
import { PolicyEditor } from './PolicyEditor';
import { blankForm } from './policyForm';

/** Writes a policy. */
export function NewPolicyPage() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const links = usePolicyLinks();
  const { canManage, error, isPending, retry } = useCanManagePolicies();
  const content = () => {
    if (canManage) {
      return <PolicyEditor initial={blankForm()} cancelHref={links.list} />;
    }
    if (error) {
      return <PoliciesError error={error} onRetry={retry} />;
    }
    return isPending ? (
      <Skeleton height={320} width="100%" />
    ) : (
      <OnlyManagersWrite />
    );
  };
  return (
    <Container py="4">
      <Flex direction="column" gap="4">
        <div>
          <Link href={links.list}>← {t('policies.title')}</Link>
        </div>
        {content()}
      </Flex>
    </Container>
  );
}
