import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  ButtonIcon,
  Flex,
  Menu,
  MenuItem,
  MenuTrigger,
} from '@backstage/ui';
import { RiMore2Line } from '@remixicon/react';
import type { AccessGrant } from 'backstage-plugin-dataset-access-common';
import { datasetAccessTranslationRef } from '../../translation';
import {
  GrantAction,
  isExtendable,
  isReturnable,
} from '../actions/grantActions';

/** @see MyAccessActions */
export interface MyAccessActionsProps {
  grant: AccessGrant;
  user: string | undefined;
  /** Whether there is room for no more than a menu. */
  isShort: boolean;
  onAction(action: GrantAction): void;
}

/** What the user can do with a grant; each says which one, to those who do not see the row. */
export function MyAccessActions(props: MyAccessActionsProps) {
  const { grant, user, isShort, onAction } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const what = grant.dataset.title;
  const names = {
    extend: t('grants.action.extendFor', { what }),
    return: t('grants.action.returnFor', { what }),
  };
  const actions = [
    ...(isExtendable(grant) ? (['extend'] as const) : []),
    ...(isReturnable(grant, user) ? (['return'] as const) : []),
  ];
  if (actions.length === 0) {
    return null;
  }
  if (!isShort) {
    return (
      <Flex gap="2">
        {actions.map(action => (
          <Button
            key={action}
            size="small"
            variant="secondary"
            aria-label={names[action]}
            onPress={() => onAction(action)}
          >
            {t(`grants.action.${action}`)}
          </Button>
        ))}
      </Flex>
    );
  }
  return (
    <MenuTrigger>
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={<RiMore2Line />}
        aria-label={t('grants.action.menu', { what })}
      />
      <Menu>
        {actions.map(action => (
          <MenuItem key={action} onAction={() => onAction(action)}>
            {t(`grants.action.${action}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
