import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Badge,
  Cell,
  Column,
  ColumnConfig,
  Text,
  useBreakpoint,
  VisuallyHidden,
} from '@backstage/ui';
import type { DomainGrant } from 'backstage-plugin-dataset-access-common';
import { useMemo } from 'react';
import { FormattedDate } from '../../durations/FormattedDate';
import { RelativeTime } from '../../durations/RelativeTime';
import { EntityLink, EntityName } from '../../entities/EntityLink';
import styles from '../../principals/principalCell.module.css';
import { PrincipalIcon } from '../../principals/PrincipalIcon';
import { datasetAccessTranslationRef } from '../../translation';
import { useAccessText } from '../lists/useAccessText';
import { GrantRowMenu, GrantRowMenuProps } from './GrantRowMenu';
import { GrantStateBadge } from './GrantStateBadge';
import { isGroup } from './useAccessChange';

const MENU_WIDTH = 64;

/**
 * What the panel shows of each grant; less of it where there is little room.
 *
 * @param onAction - absent for who may change nothing
 */
export function useGrantColumns(
  onAction: GrantRowMenuProps['onAction'] | undefined,
): ColumnConfig<DomainGrant>[] {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { up } = useBreakpoint();
  const [isMedium, isWide] = [up('md'), up('lg')];
  return useMemo(
    () => [
      {
        id: 'who',
        label: t('domains.sharing.column.who'),
        width: '1.6fr',
        isRowHeader: true,
        cell: grant => (
          <Cell>
            <Who grant={grant} isShort={isMedium} />
          </Cell>
        ),
      },
      {
        id: 'level',
        label: t('domains.sharing.column.level'),
        width: '0.7fr',
        minWidth: 104,
        isHidden: !isMedium,
        cell: ({ level }) => (
          <Cell>
            <Badge size="small" className={styles.badge}>
              {t(`level.${level}`)}
            </Badge>
          </Cell>
        ),
      },
      {
        id: 'datasets',
        label: t('domains.sharing.column.datasets'),
        width: '1.3fr',
        isHidden: !isMedium,
        cell: grant => (
          <Cell>
            <Datasets grant={grant} />
          </Cell>
        ),
      },
      {
        id: 'since',
        label: t('domains.sharing.column.since'),
        width: '1.2fr',
        isHidden: !isWide,
        cell: ({ createdAt, grantedBy }) => (
          <Cell>
            <Text>
              {t('domains.sharing.since', {
                time: <RelativeTime at={createdAt} />,
                by: <EntityName entityRef={grantedBy} />,
              })}
            </Text>
          </Cell>
        ),
      },
      {
        id: 'until',
        label: t('domains.sharing.column.until'),
        width: '0.9fr',
        isHidden: !isWide,
        cell: ({ expiresAt }) => (
          <Cell>
            <Text>
              <Until expiresAt={expiresAt} />
            </Text>
          </Cell>
        ),
      },
      {
        id: 'state',
        label: t('domains.sharing.column.state'),
        width: '1.1fr',
        minWidth: 120,
        isHidden: !isMedium,
        cell: grant => (
          <Cell>
            <GrantStateBadge grant={grant} />
          </Cell>
        ),
      },
      {
        id: 'actions',
        label: t('domains.sharing.column.actions'),
        isHidden: !onAction,
        width: MENU_WIDTH,
        minWidth: MENU_WIDTH,
        header: () => (
          <Column id="actions" width={MENU_WIDTH} minWidth={MENU_WIDTH}>
            <VisuallyHidden>
              {t('domains.sharing.column.actions')}
            </VisuallyHidden>
          </Column>
        ),
        cell: grant => (
          <Cell>
            {onAction && <GrantRowMenu grant={grant} onAction={onAction} />}
          </Cell>
        ),
      },
    ],
    [t, isMedium, isWide, onAction],
  );
}

/** Whose access it is and, where the other columns have no room, all the rest of it. */
function Who({ grant, isShort }: { grant: DomainGrant; isShort: boolean }) {
  const { subject, createdAt, grantedBy, expiresAt } = grant;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const accessText = useAccessText();
  // whoever has the name now is somebody else
  const isOther = grant.suspendedBecause === 'subject-replaced';
  return (
    <div className={styles.lines}>
      <div className={styles.who}>
        <PrincipalIcon kind={isGroup(subject) ? 'group' : 'user'} />
        {isOther ? <Text>{subject}</Text> : <EntityLink entityRef={subject} />}
      </div>
      {!isShort && (
        <>
          <Text>{accessText(grant)}</Text>
          <Text variant="body-small" color="secondary">
            {t('domains.sharing.since', {
              time: <RelativeTime at={createdAt} />,
              by: <EntityName entityRef={grantedBy} />,
            })}
            {' · '}
            <Until expiresAt={expiresAt} />
          </Text>
          {grant.state !== 'active' && <GrantStateBadge grant={grant} />}
        </>
      )}
    </div>
  );
}

function Datasets({ grant }: { grant: DomainGrant }) {
  const { datasetLevelAccess, snapshot, createdAt } = grant;
  const { datasetLevelAccessBy: by, datasetLevelAccessSince: since } = grant;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  if (!datasetLevelAccess) {
    return <Text color="secondary">{t('domains.sharing.notIncluded')}</Text>;
  }
  return (
    <div className={styles.lines}>
      <Text>{t('domains.sharing.included')}</Text>
      {/* what was given together with the domain needs no second date */}
      {by && since && since !== createdAt && (
        <Text variant="body-small" color="secondary">
          {t('domains.sharing.since', {
            time: <RelativeTime at={since} />,
            by: <EntityName entityRef={by} />,
          })}
        </Text>
      )}
      {snapshot && (
        <Text variant="body-small" color="secondary">
          {t('domains.sharing.snapshot', { count: snapshot.datasets })}
          {', '}
          <FormattedDate at={snapshot.takenAt} />
        </Text>
      )}
    </div>
  );
}

function Until({ expiresAt }: Pick<DomainGrant, 'expiresAt'>) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return expiresAt ? (
    <FormattedDate at={expiresAt} />
  ) : (
    <>{t('domains.sharing.untilRemoved')}</>
  );
}
