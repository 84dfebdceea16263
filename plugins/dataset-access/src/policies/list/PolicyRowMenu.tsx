import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiMore2Line } from '@remixicon/react';
import type { Policy } from 'backstage-plugin-dataset-access-common';
import { datasetAccessTranslationRef } from '../../translation';
import type { PolicyChangeKind } from '../change/ChangePolicyDialog';
import { usePolicyLinks } from '../usePolicyLinks';

/** @see PolicyRowMenu */
export interface PolicyRowMenuProps {
  policy: Policy;
  /** Whether the user may write policies. */
  canManage: boolean;
  /** Asks to confirm a change. */
  onChange(change: PolicyChangeKind, policy: Policy): void;
}

/** What can be done with a policy of the list. */
export function PolicyRowMenu(props: PolicyRowMenuProps) {
  const { policy, canManage, onChange } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const links = usePolicyLinks();
  const canChange = canManage && policy.editable;
  const toggle = policy.state === 'active' ? 'deactivate' : 'activate';
  return (
    <MenuTrigger>
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={<RiMore2Line />}
        aria-label={t('policies.list.actionsFor', { name: policy.name })}
      />
      <Menu placement="bottom end">
        <MenuItem href={links.policy(policy.id)}>
          {t('policies.action.view')}
        </MenuItem>
        {canChange ? (
          <MenuItem href={links.edit(policy.id)}>
            {t('policies.action.edit')}
          </MenuItem>
        ) : null}
        {canChange ? (
          <MenuItem onAction={() => onChange(toggle, policy)}>
            {t(`policies.action.${toggle}`)}
          </MenuItem>
        ) : null}
        <MenuItem href={links.history(policy.id)}>
          {t('policies.action.history')}
        </MenuItem>
        {canChange ? (
          <MenuItem color="danger" onAction={() => onChange('delete', policy)}>
            {t('policies.action.delete')}
          </MenuItem>
        ) : null}
      </Menu>
    </MenuTrigger>
  );
}
