import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Role } from 'backstage-plugin-dataset-access-common';
import { useUpdateRole } from '../api/roleQueries';
import { LastingDialog } from '../feedback/LastingDialog';
import { datasetAccessTranslationRef } from '../translation';
import { RoleForm } from './RoleForm';

/** Changes what a role is called and said to be for. */
export function RenameRoleDialog(props: { role: Role; onClose(): void }) {
  const { role, onClose } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const update = useUpdateRole(role.id);
  return (
    <LastingDialog
      title={t('roles.renameTitle', { role: role.title })}
      onClose={onClose}
    >
      <RoleForm
        isNew={false}
        initial={{
          id: role.id,
          title: role.title,
          description: role.description ?? '',
        }}
        isPending={update.isPending}
        error={update.error}
        onSubmit={({ title, description }) =>
          update.mutate(
            { title, ...(description.trim() && { description }) },
            { onSuccess: onClose },
          )
        }
      />
    </LastingDialog>
  );
}
