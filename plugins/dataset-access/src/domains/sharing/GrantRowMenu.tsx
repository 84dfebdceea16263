import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiMore2Line } from '@remixicon/react';
import type { DomainGrant } from 'backstage-plugin-dataset-access-common';
import { datasetAccessTranslationRef } from '../../translation';
import type { ConfirmedAction } from './ConfirmDialog';
import { isGroup } from './useAccessChange';

/** Something that can be done to a grant. */
export type GrantAction = ConfirmedAction | 'change';

/** @see GrantRowMenu */
export interface GrantRowMenuProps {
  grant: DomainGrant;
  onAction(action: GrantAction, grant: DomainGrant): void;
}

/** What can be done with the access of one user or group; nothing with what is over. */
export function GrantRowMenu({ grant, onAction }: GrantRowMenuProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { primaryTitle } = useEntityPresentation(grant.subject);
  const actions = actionsFor(grant);
  if (actions.length === 0) {
    return null;
  }
  return (
    <MenuTrigger>
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={<RiMore2Line />}
        aria-label={t('domains.sharing.actionsFor', { who: primaryTitle })}
      />
      <Menu>
        {actions.map(action => (
          <MenuItem
            key={action}
            color={action === 'remove' ? 'danger' : undefined}
            onAction={() => onAction(action, grant)}
          >
            {action === 'change' && !isGroup(grant.subject)
              ? t('domains.sharing.action.changeEnd')
              : t(`domains.sharing.action.${action}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}

function actionsFor(grant: DomainGrant): GrantAction[] {
  const { state, datasetLevelAccess, snapshot } = grant;
  switch (state) {
    case 'active':
      return [
        datasetLevelAccess ? 'revoke-datasets' : 'provide-datasets',
        ...(datasetLevelAccess && snapshot ? (['again'] as const) : []),
        'change',
        'remove',
      ];
    // it can only be taken away, and given anew
    case 'suspended':
      return ['remove'];
    default:
      return [];
  }
}
