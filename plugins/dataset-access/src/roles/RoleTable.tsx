import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  ButtonIcon,
  Cell,
  CellText,
  ColumnConfig,
  Table,
  Text,
  useBreakpoint,
} from '@backstage/ui';
import { RiUserAddLine } from '@remixicon/react';
import type { Role } from 'backstage-plugin-dataset-access-common';
import { useMemo } from 'react';
import { EmptyList } from '../requests/EmptyList';
import { useSectionLink } from '../routing/useSectionLink';
import { datasetAccessTranslationRef } from '../translation';
import { RoleBadges } from './RoleBadges';
import styles from '../principals/principalCell.module.css';

const ICON_WIDTH = 80;

/** @see RoleTable */
export interface RoleTableProps {
  /** Undefined while they are loaded. */
  roles: Role[] | undefined;
  isStale: boolean;
  /** Gives a role to people; absent for who may not. */
  onAdd?: (role: Role) => void;
}

/** Roles, each row leading to the page of one. */
export function RoleTable({ roles, isStale, onAdd }: RoleTableProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const sectionLink = useSectionLink();
  const isMedium = useBreakpoint().up('md');
  const columns = useMemo<ColumnConfig<Role>[]>(
    () => [
      {
        id: 'role',
        label: t('roles.column.role'),
        width: '2fr',
        isRowHeader: true,
        cell: ({ title, description }) => (
          <Cell>
            <div className={styles.lines}>
              <Text>{title}</Text>
              {description && <Text color="secondary">{description}</Text>}
            </div>
          </Cell>
        ),
      },
      {
        id: 'members',
        label: t('roles.column.members'),
        width: '0.6fr',
        isHidden: !isMedium,
        cell: ({ members }) => <CellText title={String(members)} />,
      },
      {
        id: 'kind',
        label: t('roles.column.kind'),
        width: '1.2fr',
        isHidden: !isMedium,
        cell: role => (
          <Cell>
            <RoleBadges role={role} />
          </Cell>
        ),
      },
      {
        id: 'action',
        label: t('roles.column.action'),
        width: isMedium ? '1fr' : ICON_WIDTH,
        minWidth: isMedium ? 150 : ICON_WIDTH,
        isHidden: !onAdd,
        cell: role => (
          <Cell>
            <AddButton
              role={role}
              isShort={!isMedium}
              onPress={() => onAdd?.(role)}
            />
          </Cell>
        ),
      },
    ],
    [t, isMedium, onAdd],
  );
  return (
    <Table
      columnConfig={columns}
      data={roles}
      isPending={roles === undefined}
      isStale={isStale}
      pagination={{ type: 'none' }}
      rowConfig={{ getHref: ({ id }) => sectionLink('roles', id) }}
      emptyState={
        <EmptyList title={t('roles.none')} hint={t('roles.noneHint')} />
      }
    />
  );
}

/** Says which role it is about, to those who do not see the row. */
function AddButton(props: { role: Role; isShort: boolean; onPress(): void }) {
  const { role, isShort, onPress } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const common = {
    size: 'small',
    variant: 'secondary',
    'aria-label': t('roles.addTo', { role: role.title }),
    onPress,
  } as const;
  return isShort ? (
    <ButtonIcon {...common} icon={<RiUserAddLine />} />
  ) : (
    <Button {...common} iconStart={<RiUserAddLine />}>
      {t('roles.add')}
    </Button>
  );
}
