import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge, Flex, Link, Text } from '@backstage/ui';
import { RiLockLine } from '@remixicon/react';
import type {
  Policy,
  RoleDetail,
} from 'backstage-plugin-dataset-access-common';
import { PolicyStateBadge } from '../policies/words/PolicyStateBadge';
import { EmptyList } from '../requests/EmptyList';
import { useSectionLink } from '../routing/useSectionLink';
import { datasetAccessTranslationRef } from '../translation';
import styles from './RolePolicies.module.css';

/** The policies that make a role what it is (S4.2). */
export function RolePolicies({ role }: { role: RoleDetail }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const sectionLink = useSectionLink();
  if (role.policies.length === 0) {
    return (
      <Flex direction="column" gap="3">
        <EmptyList
          title={t('roles.noPolicies')}
          hint={t('roles.noPoliciesHint')}
        />
        <div>
          <Link href={sectionLink('policies')}>{t('roles.writePolicy')}</Link>
        </div>
      </Flex>
    );
  }
  return (
    <ul className={styles.policies} aria-label={t('roles.facts.policies')}>
      {role.policies.map(policy => (
        <li key={policy.id}>
          <PolicyLine policy={policy} />
        </li>
      ))}
    </ul>
  );
}

function PolicyLine({ policy }: { policy: Policy }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const sectionLink = useSectionLink();
  const { id, name, type, state, editable, privileges } = policy;
  return (
    <Flex direction="column" gap="0.5">
      <div className={styles.line}>
        <Link href={sectionLink('policies', id)}>{name}</Link>
        {!editable && (
          <Badge
            size="small"
            className={styles.badge}
            icon={<RiLockLine aria-hidden />}
          >
            {t('roles.policyLocked')}
          </Badge>
        )}
        {state === 'inactive' && <PolicyStateBadge state={state} />}
      </div>
      <Text variant="body-small" color="secondary">
        {t(`roles.policyType.${type}`)} ·{' '}
        {t('roles.privileges', { count: privileges.length })}
      </Text>
    </Flex>
  );
}
