import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import {
  Button,
  Cell,
  Column,
  ColumnConfig,
  Text,
  useBreakpoint,
  VisuallyHidden,
} from '@backstage/ui';
import { AccessGrant, hasEnded } from 'backstage-plugin-dataset-access-common';
import { useMemo } from 'react';
import { RelativeTime } from '../../durations/RelativeTime';
import { DeciderName } from '../../entities/Decider';
import { EntityName } from '../../entities/EntityLink';
import styles from '../../principals/principalCell.module.css';
import { PrincipalIcon } from '../../principals/PrincipalIcon';
import { datasetAccessTranslationRef } from '../../translation';
import { GrantState } from '../words/GrantState';
import { TimeLeft } from '../words/TimeLeft';

const BUTTON_WIDTH = 108;

/**
 * What the tab of a dataset shows of each grant; less of it where there is little room.
 *
 * @param onRevoke - absent for who may not
 */
export function useDatasetGrantColumns(
  onRevoke: ((grant: AccessGrant) => void) | undefined,
): ColumnConfig<AccessGrant>[] {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { up } = useBreakpoint();
  const [isMedium, isWide] = [up('md'), up('lg')];
  return useMemo(
    () => [
      {
        id: 'who',
        label: t('grants.column.who'),
        width: '1.4fr',
        isRowHeader: true,
        cell: grant => (
          <Cell>
            <Who grant={grant} isShort={isMedium} />
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
        width: '1.6fr',
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
        id: 'since',
        label: t('grants.column.since'),
        width: '1.2fr',
        isHidden: !isWide,
        cell: ({ createdAt, grantedBy, rule }) => (
          <Cell>
            <Text>
              {t('domains.sharing.since', {
                time: <RelativeTime at={createdAt} />,
                by: <DeciderName by={grantedBy} rule={rule} />,
              })}
            </Text>
          </Cell>
        ),
      },
      {
        id: 'actions',
        label: t('grants.column.actions'),
        isHidden: !onRevoke,
        width: BUTTON_WIDTH,
        minWidth: BUTTON_WIDTH,
        header: () => (
          <Column id="actions" width={BUTTON_WIDTH} minWidth={BUTTON_WIDTH}>
            <VisuallyHidden>{t('grants.column.actions')}</VisuallyHidden>
          </Column>
        ),
        cell: grant => (
          <Cell>
            {onRevoke && !hasEnded(grant.state) && (
              <RevokeButton grant={grant} onPress={() => onRevoke(grant)} />
            )}
          </Cell>
        ),
      },
    ],
    [t, isMedium, isWide, onRevoke],
  );
}

/** Whose access it is and, where the other columns have no room, all the rest of it. */
function Who({ grant, isShort }: { grant: AccessGrant; isShort: boolean }) {
  const { subject, level } = grant;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <div className={styles.lines}>
      <div className={styles.who}>
        <PrincipalIcon kind={subject.startsWith('group:') ? 'group' : 'user'} />
        <Text>
          <EntityName entityRef={subject} />
        </Text>
      </div>
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

/** Says whose access it takes, to those who do not see the row. */
function RevokeButton(props: { grant: AccessGrant; onPress(): void }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { primaryTitle: who } = useEntityPresentation(props.grant.subject);
  return (
    <Button
      size="small"
      variant="secondary"
      aria-label={t('grants.action.revokeFor', { who })}
      onPress={props.onPress}
    >
      {t('grants.action.revoke')}
    </Button>
  );
}
