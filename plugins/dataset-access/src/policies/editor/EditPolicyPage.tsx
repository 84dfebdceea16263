import { Container, Flex, Link, Skeleton } from '@backstage/ui';
import type { Policy } from 'backstage-plugin-dataset-access-common';
import { useRef, useState } from 'react';
import { useParams } from 'react-router-dom';
import {
  useCanManagePolicies,
  usePolicy,
  useReadPolicy,
} from '../../api/policyQueries';
import { ErrorAlert } from '../../feedback/ErrorAlert';
import { OnlyManagersWrite, PoliciesError } from '../PoliciesError';
import { usePolicyLinks } from '../usePolicyLinks';
import { LockedNote } from '../words/LockedNote';
import { PolicyEditor } from './PolicyEditor';
import { formOf } from './policyForm';
import { useNamedPrincipals } from './useNamedPrincipals';

/** Changes the policy of this address. */
export function EditPolicyPage() {
  const { policyId = '' } = useParams();
  const links = usePolicyLinks();
  const { data, error, isFetching, refetch } = usePolicy(policyId);
  const {
    canManage,
    error: refusal,
    isPending,
    retry,
  } = useCanManagePolicies();
  // what changes while somebody writes must not take the form away from under it
  const begun = useRef<Policy>();
  const [newer, setNewer] = useState<Policy>();
  if (!isFetching) {
    begun.current ??= data;
  }
  const policy = newer ?? begun.current;
  const content = () => {
    if (error && !policy) {
      return <PoliciesError error={error} onRetry={() => void refetch()} />;
    }
    if (refusal && !canManage) {
      return <PoliciesError error={refusal} onRetry={retry} />;
    }
    if (!policy || isPending) {
      return <Skeleton height={320} width="100%" />;
    }
    if (!policy.editable) {
      return <LockedNote policy={policy} />;
    }
    return canManage ? (
      <Editing
        key={policy.version}
        policy={policy}
        isOutdated={data !== undefined && data.version > policy.version}
        onNewer={setNewer}
      />
    ) : (
      <OnlyManagersWrite />
    );
  };
  return (
    <Container py="4">
      <Flex direction="column" gap="4">
        <div>
          <Link href={links.policy(policyId)}>
            ← {policy?.name ?? policyId}
          </Link>
        </div>
        {content()}
      </Flex>
    </Container>
  );
}

function Editing(props: {
  policy: Policy;
  isOutdated: boolean;
  onNewer(policy: Policy): void;
}) {
  const { policy, isOutdated, onNewer } = props;
  const links = usePolicyLinks();
  const principals = useNamedPrincipals(policy.actors);
  const readPolicy = useReadPolicy();
  const [failure, setFailure] = useState<unknown>();
  if (!principals) {
    return <Skeleton height={320} width="100%" />;
  }
  return (
    <>
      {Boolean(failure) && <ErrorAlert error={failure} />}
      <PolicyEditor
        policy={policy}
        initial={formOf(policy, principals)}
        cancelHref={links.policy(policy.id)}
        isOutdated={isOutdated}
        onLoadNewer={() => readPolicy(policy.id).then(onNewer, setFailure)}
      />
    </>
  );
}
