import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, DialogBody, DialogFooter, Flex, Text } from '@backstage/ui';
import type { Role } from 'backstage-plugin-dataset-access-common';
import { useRemoveRole } from '../api/roleQueries';
import { EntityName } from '../entities/EntityLink';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { LastingDialog } from '../feedback/LastingDialog';
import { datasetAccessTranslationRef } from '../translation';
import styles from './RolePolicies.module.css';
import { RoleOutcomes } from './RoleOutcomes';

/** @see RemoveMembersDialog */
export interface RemoveMembersDialogProps {
  role: Pick<Role, 'id' | 'title'>;
  /** Refs of users and groups, at least one. */
  subjects: string[];
  onClose(): void;
}

/** Takes a role from users and groups, after asking once, and says for each what became of it. */
export function RemoveMembersDialog(props: RemoveMembersDialogProps) {
  const { role, subjects, onClose } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const remove = useRemoveRole(role.id);
  return (
    <LastingDialog
      title={t('roles.takeTitle', { role: role.title })}
      onClose={onClose}
    >
      {remove.data ? (
        <>
          <DialogBody>
            <RoleOutcomes outcomes={remove.data.outcomes} />
          </DialogBody>
          <DialogFooter>
            <Button slot="close">{t('dialog.close')}</Button>
          </DialogFooter>
        </>
      ) : (
        <>
          <DialogBody>
            <Flex direction="column" gap="4">
              {remove.error && <ErrorAlert error={remove.error} />}
              <Text>{t('roles.takeQuestion')}</Text>
              <ul className={styles.policies} aria-label={t('roles.takeWho')}>
                {subjects.map(subject => (
                  <li key={subject}>
                    <Text weight="bold">
                      <EntityName entityRef={subject} />
                    </Text>
                  </li>
                ))}
              </ul>
            </Flex>
          </DialogBody>
          <DialogFooter>
            <Button slot="close" variant="secondary">
              {t('dialog.cancel')}
            </Button>
            <Button
              destructive
              isPending={remove.isPending}
              onPress={() => remove.mutate(subjects)}
            >
              {t('roles.take')}
            </Button>
          </DialogFooter>
        </>
      )}
    </LastingDialog>
  );
}
