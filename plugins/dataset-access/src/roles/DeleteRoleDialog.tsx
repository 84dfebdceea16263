import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, DialogBody, DialogFooter, Flex, Text } from '@backstage/ui';
import type { Role } from 'backstage-plugin-dataset-access-common';
import { useNavigate } from 'react-router-dom';
import { useDeleteRole } from '../api/roleQueries';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { LastingDialog } from '../feedback/LastingDialog';
import { useSectionLink } from '../routing/useSectionLink';
import { datasetAccessTranslationRef } from '../translation';

/** Removes a role, after asking once, or says why it cannot be removed. */
export function DeleteRoleDialog(props: { role: Role; onClose(): void }) {
  const { role, onClose } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const remove = useDeleteRole(role.id);
  const navigate = useNavigate();
  const sectionLink = useSectionLink();
  return (
    <LastingDialog
      title={t('roles.deleteTitle', { role: role.title })}
      onClose={onClose}
      width={440}
    >
      <DialogBody>
        <Flex direction="column" gap="4">
          {remove.error && (
            <ErrorAlert title={t('roles.deleteFailed')} error={remove.error} />
          )}
          <Text>{t('roles.deleteQuestion')}</Text>
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('roles.keep')}
        </Button>
        <Button
          destructive
          isPending={remove.isPending}
          onPress={() =>
            remove.mutate(undefined, {
              onSuccess: () => navigate(sectionLink('roles')),
            })
          }
        >
          {t('roles.delete')}
        </Button>
      </DialogFooter>
    </LastingDialog>
  );
}
