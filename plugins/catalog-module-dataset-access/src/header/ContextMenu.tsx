import type { Entity } from '@backstage/catalog-model';
import {
  ExtensionBoundary,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { catalogTranslationRef } from '@backstage/plugin-catalog/alpha';
import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiMore2Line } from '@remixicon/react';
import { ContextMenuEntry, useContextMenuItems } from './useContextMenuItems';

/** The menu of the entity header, with every plugin's items. */
export function ContextMenu({ entity }: { entity: Entity }) {
  const { t } = useTranslationRef(catalogTranslationRef);
  const items = useContextMenuItems(entity);
  if (items.length === 0) {
    return null;
  }
  return (
    <MenuTrigger>
      <ButtonIcon
        variant="secondary"
        icon={<RiMore2Line />}
        aria-label={t('entityContextMenu.moreButtonAriaLabel')}
      />
      <Menu placement="bottom end">
        {items.map(({ node, data }) => (
          <ExtensionBoundary
            key={node.spec.id}
            node={node}
            errorPresentation="error-api"
          >
            <Item data={data} />
          </ExtensionBoundary>
        ))}
      </Menu>
    </MenuTrigger>
  );
}

// a component for each, as useProps is a hook
function Item({ data }: Pick<ContextMenuEntry, 'data'>) {
  const { title, disabled, onClick, ...rest } = data.useProps();
  return (
    <MenuItem
      iconStart={data.icon}
      isDisabled={disabled}
      href={'href' in rest ? rest.href : undefined}
      // a promise that fails is the item's own affair, as in the standard header
      onAction={
        onClick && (() => void Promise.resolve(onClick()).catch(() => {}))
      }
    >
      {title}
    </MenuItem>
  );
}
