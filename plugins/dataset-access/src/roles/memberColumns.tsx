import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge, Cell, ColumnConfig, Text, useBreakpoint } from '@backstage/ui';
import { RiErrorWarningLine } from '@remixicon/react';
import type { RoleMember } from 'backstage-plugin-dataset-access-common';
import { useMemo } from 'react';
import { RelativeTime } from '../durations/RelativeTime';
import { EntityLink, EntityName } from '../entities/EntityLink';
import { PrincipalIcon } from '../principals/PrincipalIcon';
import { datasetAccessTranslationRef } from '../translation';
import styles from '../principals/principalCell.module.css';

/** A member as a table takes it: with an id. */
export interface MemberRow extends RoleMember {
  id: string;
}

/** What the page of a role shows of each member; less of it where there is little room. */
export function useMemberColumns(): ColumnConfig<MemberRow>[] {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const isMedium = useBreakpoint().up('md');
  return useMemo(
    () => [
      {
        id: 'who',
        label: t('roles.memberColumn.who'),
        width: '2fr',
        isRowHeader: true,
        cell: member => (
          <Cell>
            <Who member={member} isShort={isMedium} />
          </Cell>
        ),
      },
      {
        id: 'by',
        label: t('roles.memberColumn.by'),
        width: '1.2fr',
        isHidden: !isMedium,
        cell: ({ assignedBy }) => (
          <Cell>
            <Text>
              <GivenBy assignedBy={assignedBy} />
            </Text>
          </Cell>
        ),
      },
      {
        id: 'at',
        label: t('roles.memberColumn.at'),
        width: '1fr',
        isHidden: !isMedium,
        cell: ({ assignedAt }) => (
          <Cell>
            <Text>
              <RelativeTime at={assignedAt} />
            </Text>
          </Cell>
        ),
      },
    ],
    [t, isMedium],
  );
}

function Who(props: { member: MemberRow; isShort: boolean }) {
  const { subject, exists, assignedBy, assignedAt } = props.member;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <div className={styles.lines}>
      <div className={styles.who}>
        <PrincipalIcon kind={subject.startsWith('group:') ? 'group' : 'user'} />
        {exists ? (
          <EntityLink entityRef={subject} />
        ) : (
          <>
            {/* whoever has the name now is somebody else */}
            <Text>{subject}</Text>
            <Badge
              size="small"
              className={styles.badge}
              title={t('roles.goneHint')}
              icon={<RiErrorWarningLine aria-hidden />}
            >
              {t('roles.gone')}
            </Badge>
          </>
        )}
      </div>
      {!props.isShort && (
        <Text variant="body-small" color="secondary">
          {t('roles.memberColumn.by')} <GivenBy assignedBy={assignedBy} />,{' '}
          <RelativeTime at={assignedAt} />
        </Text>
      )}
    </div>
  );
}

function GivenBy({ assignedBy }: Pick<RoleMember, 'assignedBy'>) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <>
      {assignedBy ? <EntityName entityRef={assignedBy} /> : t('roles.system')}
    </>
  );
}
