import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Container, Flex } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import type { Role } from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { useRoles } from '../api/roleQueries';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { isForbidden } from '../feedback/isForbidden';
import { OnePrincipalPicker } from '../principals/OnePrincipalPicker';
import { useEntityParam } from '../routing/useEntityParam';
import { datasetAccessTranslationRef } from '../translation';
import { AddPeopleDialog } from './AddPeopleDialog';
import { NewRoleDialog } from './NewRoleDialog';
import { RolesForbidden } from './RolesForbidden';
import styles from './RolesPage.module.css';
import { RoleTable } from './RoleTable';

/** All roles, or those that one user or group holds; and the way to give them. */
export function RolesPage() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const [subject, setSubject] = useEntityParam('subject');
  const { data, error, isPlaceholderData, refetch } = useRoles(subject);
  const [open, setOpen] = useState<Role | 'new'>();
  const manage = data?.can.manage ?? false;
  const close = () => setOpen(undefined);
  if (isForbidden(error)) {
    return (
      <Container py="4">
        <RolesForbidden />
      </Container>
    );
  }
  return (
    <Container py="4">
      <Flex direction="column" gap="4">
        <div
          role="search"
          aria-label={t('roles.filters')}
          className={styles.bar}
        >
          <div className={styles.filter}>
            <OnePrincipalPicker
              label={t('roles.heldBy')}
              none={t('roles.anybody')}
              value={subject}
              onChange={setSubject}
            />
          </div>
          {manage && (
            <Button
              className={styles.end}
              iconStart={<RiAddLine />}
              onPress={() => setOpen('new')}
            >
              {t('roles.new')}
            </Button>
          )}
        </div>
        {error && !data ? (
          <ErrorAlert error={error} onRetry={() => void refetch()} />
        ) : (
          <RoleTable
            roles={data?.items}
            isStale={isPlaceholderData}
            onAdd={manage ? setOpen : undefined}
          />
        )}
      </Flex>
      {open === 'new' && <NewRoleDialog onClose={close} />}
      {typeof open === 'object' && (
        <AddPeopleDialog role={open} onClose={close} />
      )}
    </Container>
  );
}
