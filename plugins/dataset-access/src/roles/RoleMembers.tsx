import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Table, Text } from '@backstage/ui';
import { RiUserUnfollowLine } from '@remixicon/react';
import type { RoleDetail } from 'backstage-plugin-dataset-access-common';
import { useMemo, useState } from 'react';
import { useRoleMembers } from '../api/roleQueries';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { EmptyList } from '../requests/EmptyList';
import { useCursorPage, useNoEmptyPage } from '../routing/useCursorPage';
import { datasetAccessTranslationRef } from '../translation';
import styles from './RoleMembers.module.css';
import { MemberRow, useMemberColumns } from './memberColumns';
import { RemoveMembersDialog } from './RemoveMembersDialog';

/** Who holds a role, a page at a time, and the way to take it from some of them. */
export function RoleMembers({ role }: { role: RoleDetail }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const page = useCursorPage();
  const { limit, cursor } = page;
  const { data, error, isPlaceholderData, refetch } = useRoleMembers(role.id, {
    limit,
    cursor,
  });
  useNoEmptyPage(data, page);
  const [selected, setSelected] = useState<ReadonlySet<unknown>>(new Set());
  const [removing, setRemoving] = useState<string[]>();
  const columns = useMemberColumns();
  const rows = useMemo(
    () => data?.items.map((one): MemberRow => ({ ...one, id: one.subject })),
    [data],
  );
  // what left the page is no longer chosen, so that nothing unseen is taken away
  const chosen = (rows ?? []).flatMap(({ id }) => (selected.has(id) ? id : []));
  if (error && !data) {
    return (
      <ErrorAlert
        error={error}
        onRetry={() => (cursor ? page.restart() : void refetch())}
      />
    );
  }
  return (
    <Flex direction="column" gap="3">
      {role.can.manage && rows?.length !== 0 && (
        <div
          role="group"
          aria-label={t('roles.actions')}
          className={styles.bar}
        >
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiUserUnfollowLine />}
            isDisabled={chosen.length === 0}
            onPress={() => setRemoving(chosen)}
          >
            {t('roles.take')}
          </Button>
          <Text color="secondary" aria-live="polite">
            {chosen.length === 0
              ? t('roles.noneChosen')
              : t('inbox.chosen', { number: String(chosen.length) })}
          </Text>
        </div>
      )}
      <Table
        columnConfig={columns}
        data={rows}
        isPending={rows === undefined}
        isStale={isPlaceholderData}
        pagination={page.paginationOf(data)}
        selection={
          role.can.manage
            ? {
                mode: 'multiple',
                behavior: 'toggle',
                selected: chosen,
                onSelectionChange: keys =>
                  // all are those of now, not those of the next page
                  setSelected(
                    new Set(keys === 'all' ? rows?.map(({ id }) => id) : keys),
                  ),
              }
            : undefined
        }
        emptyState={
          <EmptyList
            title={t('roles.noMembers')}
            hint={
              role.can.manage
                ? t('roles.noMembersHint')
                : t('roles.noMembersReadOnlyHint')
            }
          />
        }
      />
      {removing && (
        <RemoveMembersDialog
          role={role}
          subjects={removing}
          onClose={() => {
            setRemoving(undefined);
            setSelected(new Set());
          }}
        />
      )}
    </Flex>
  );
}
