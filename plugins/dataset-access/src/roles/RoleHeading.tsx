import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Text } from '@backstage/ui';
import { RiUserAddLine } from '@remixicon/react';
import type { RoleDetail } from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { datasetAccessTranslationRef } from '../translation';
import { AddPeopleDialog } from './AddPeopleDialog';
import { DeleteRoleDialog } from './DeleteRoleDialog';
import { RenameRoleDialog } from './RenameRoleDialog';
import { RoleBadges } from './RoleBadges';
import styles from './RoleHeading.module.css';

/** What a role is called and is for, and what can be done with it. */
export function RoleHeading({ role }: { role: RoleDetail }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const [open, setOpen] = useState<'add' | 'rename' | 'delete'>();
  const { title, description, editable, can } = role;
  const close = () => setOpen(undefined);
  return (
    <>
      <div className={styles.heading}>
        <div className={styles.title}>
          <Text as="h1" variant="title-small" weight="bold">
            {title}
          </Text>
          {description && (
            <Text as="p" color="secondary">
              {description}
            </Text>
          )}
          <RoleBadges role={role} />
        </div>
        {can.manage && (
          <div className={styles.actions}>
            <Button
              iconStart={<RiUserAddLine />}
              onPress={() => setOpen('add')}
            >
              {t('roles.add')}
            </Button>
            {editable && (
              <>
                <Button variant="secondary" onPress={() => setOpen('rename')}>
                  {t('roles.rename')}
                </Button>
                <Button variant="secondary" onPress={() => setOpen('delete')}>
                  {t('roles.delete')}
                </Button>
              </>
            )}
          </div>
        )}
      </div>
      {can.manage && !editable && (
        <Alert status="info" icon title={t('roles.locked')} />
      )}
      {open === 'add' && <AddPeopleDialog role={role} onClose={close} />}
      {open === 'rename' && <RenameRoleDialog role={role} onClose={close} />}
      {open === 'delete' && <DeleteRoleDialog role={role} onClose={close} />}
    </>
  );
}
