import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Cell,
  Column,
  ColumnConfig,
  Text,
  useBreakpoint,
  VisuallyHidden,
} from '@backstage/ui';
import type { AccessGrant } from 'backstage-plugin-dataset-access-common';
import { useMemo } from 'react';
import { EntityName } from '../../entities/EntityLink';
import styles from '../../principals/principalCell.module.css';
import { datasetAccessTranslationRef } from '../../translation';
import type { GrantAction } from '../actions/grantActions';
import { GrantState } from '../words/GrantState';
import { TimeLeft } from '../words/TimeLeft';
import { MyAccessActions } from './MyAccessActions';

const MENU_WIDTH = 64;
const BUTTONS_WIDTH = 210;

/** What the page shows of each grant; less of it where there is little room. */
export function useMyAccessColumns(
  user: string | undefined,
  onAction: (action: GrantAction, grant: AccessGrant) => void,
): ColumnConfig<AccessGrant>[] {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { up } = useBreakpoint();
  const [isMedium, isWide] = [up('md'), up('lg')];
  return useMemo(() => {
    const actionsWidth = isWide ? BUTTONS_WIDTH : MENU_WIDTH;
    return [
      {
        id: 'dataset',
        label: t('grants.column.dataset'),
        width: '1.4fr',
        isRowHeader: true,
        cell: grant => (
          <Cell>
            <What grant={grant} user={user} isShort={isMedium} />
          </Cell>
        ),
      },
      {
        id: 'level',
        label: t('grants.column.level'),
        width: '0.7fr',
        minWidth: 90,
        isHidden: !isMedium,
        cell: ({ level }) => (
          <Cell>
            <Text>{t(`level.${level}`)}</Text>
          </Cell>
        ),
      },
      {
        id: 'state',
        label: t('grants.column.state'),
        width: '1.8fr',
        isHidden: !isMedium,
        cell: grant => (
          <Cell>
            <GrantState grant={grant} />
          </Cell>
        ),
      },
      {
        id: 'left',
        label: t('grants.column.left'),
        width: '0.9fr',
        minWidth: 110,
        isHidden: !isMedium,
        cell: grant => (
          <Cell>
            <TimeLeft grant={grant} />
          </Cell>
        ),
      },
      {
        id: 'actions',
        label: t('grants.column.actions'),
        width: actionsWidth,
        minWidth: actionsWidth,
        header: () => (
          <Column id="actions" width={actionsWidth} minWidth={actionsWidth}>
            <VisuallyHidden>{t('grants.column.actions')}</VisuallyHidden>
          </Column>
        ),
        cell: grant => (
          <Cell>
            <MyAccessActions
              grant={grant}
              user={user}
              isShort={!isWide}
              onAction={action => onAction(action, grant)}
            />
          </Cell>
        ),
      },
    ];
  }, [t, isMedium, isWide, user, onAction]);
}

/** What access it is and, where the other columns have no room, all the rest of it. */
function What(props: {
  grant: AccessGrant;
  user: string | undefined;
  isShort: boolean;
}) {
  const { grant, user, isShort } = props;
  const { dataset, subject, level } = grant;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <div className={styles.lines}>
      <Text>{dataset.title}</Text>
      {dataset.source && (
        <Text variant="body-small" color="secondary">
          {dataset.source}
        </Text>
      )}
      {user !== undefined && subject !== user && (
        <Text variant="body-small" color="secondary">
          {t('grants.through', { group: <EntityName entityRef={subject} /> })}
        </Text>
      )}
      {!isShort && (
        <>
          <Text>{t(`level.${level}`)}</Text>
          <GrantState grant={grant} />
          <TimeLeft grant={grant} />
        </>
      )}
    </div>
  );
}
