import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Flex, Link, Skeleton } from '@backstage/ui';
import { useParams } from 'react-router-dom';
import { useRole } from '../api/roleQueries';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { isForbidden } from '../feedback/isForbidden';
import { Section } from '../request/Section';
import { useSectionLink } from '../routing/useSectionLink';
import { datasetAccessTranslationRef } from '../translation';
import { RoleHeading } from './RoleHeading';
import { RoleMembers } from './RoleMembers';
import { RolePolicies } from './RolePolicies';
import { RolesForbidden } from './RolesForbidden';

/** The role of this address: who holds it, and what it gives them (S4.3). */
export function RolePage() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { roleId = '' } = useParams();
  const { data: role, error, refetch } = useRole(roleId);
  const sectionLink = useSectionLink();
  if (isForbidden(error)) {
    return (
      <Container py="4">
        <RolesForbidden />
      </Container>
    );
  }
  return (
    <Container py="4">
      <Flex direction="column" gap="4">
        <div>
          <Link href={sectionLink('roles')}>← {t('roles.back')}</Link>
        </div>
        {error && !role && (
          <ErrorAlert error={error} onRetry={() => void refetch()} />
        )}
        {role && (
          <>
            <RoleHeading role={role} />
            <Section title={t('roles.facts.members')}>
              <RoleMembers role={role} />
            </Section>
            <Section title={t('roles.facts.policies')}>
              <RolePolicies role={role} />
            </Section>
          </>
        )}
        {!role && !error && (
          <>
            <Skeleton height={32} width="50%" />
            <Skeleton height={240} width="100%" />
          </>
        )}
      </Flex>
    </Container>
  );
}
