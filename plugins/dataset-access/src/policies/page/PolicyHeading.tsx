import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink, Text } from '@backstage/ui';
import type { Policy } from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useCanManagePolicies } from '../../api/policyQueries';
import { datasetAccessTranslationRef } from '../../translation';
import {
  ChangePolicyDialog,
  PolicyChangeKind,
} from '../change/ChangePolicyDialog';
import { usePolicyLinks } from '../usePolicyLinks';
import { PolicyStateBadge } from '../words/PolicyStateBadge';
import styles from './PolicyHeading.module.css';

/** What a policy is called, whether it applies, and what can be done with it. */
export function PolicyHeading({ policy }: { policy: Policy }) {
  const { name, description, state, editable } = policy;
  const { canManage } = useCanManagePolicies();
  return (
    <div className={styles.heading}>
      <div className={styles.title}>
        <Text as="h1" variant="title-small" weight="bold">
          {name}
        </Text>
        {description && (
          <Text as="p" color="secondary" className={styles.description}>
            {description}
          </Text>
        )}
        <div>
          <PolicyStateBadge state={state} />
        </div>
      </div>
      {canManage && editable && <Actions policy={policy} />}
    </div>
  );
}

function Actions({ policy }: { policy: Policy }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const links = usePolicyLinks();
  const navigate = useNavigate();
  const [change, setChange] = useState<PolicyChangeKind>();
  const toggle = policy.state === 'active' ? 'deactivate' : 'activate';
  const close = () => setChange(undefined);
  return (
    <div className={styles.actions}>
      <ButtonLink href={links.edit(policy.id)}>
        {t('policies.action.edit')}
      </ButtonLink>
      <Button variant="secondary" onPress={() => setChange(toggle)}>
        {t(`policies.action.${toggle}`)}
      </Button>
      <Button variant="secondary" onPress={() => setChange('delete')}>
        {t('policies.action.delete')}
      </Button>
      {change && (
        <ChangePolicyDialog
          change={change}
          policy={policy}
          onClose={close}
          onDone={() => (change === 'delete' ? navigate(links.list) : close())}
        />
      )}
    </div>
  );
}
