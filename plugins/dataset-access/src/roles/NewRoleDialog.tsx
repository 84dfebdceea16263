import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useNavigate } from 'react-router-dom';
import { useCreateRole } from '../api/roleQueries';
import { LastingDialog } from '../feedback/LastingDialog';
import { useSectionLink } from '../routing/useSectionLink';
import { datasetAccessTranslationRef } from '../translation';
import { RoleForm } from './RoleForm';

/** Makes a role and leads to its page, where it can be given to people. */
export function NewRoleDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const create = useCreateRole();
  const navigate = useNavigate();
  const sectionLink = useSectionLink();
  return (
    <LastingDialog title={t('roles.new')} onClose={onClose}>
      <RoleForm
        isNew
        initial={{ id: '', title: '', description: '' }}
        isPending={create.isPending}
        error={create.error}
        onSubmit={({ id, title, description }) =>
          create.mutate(
            {
              id,
              title,
              ...(description.trim() && { description }),
            },
            { onSuccess: role => navigate(sectionLink('roles', role.id)) },
          )
        }
      />
    </LastingDialog>
  );
}
