import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Cell,
  CellText,
  Column,
  ColumnConfig,
  Text,
  useBreakpoint,
  VisuallyHidden,
} from '@backstage/ui';
import type { Policy } from 'backstage-plugin-dataset-access-common';
import { useMemo } from 'react';
import { RelativeTime } from '../../durations/RelativeTime';
import { datasetAccessTranslationRef } from '../../translation';
import { ActorSummary } from '../words/ActorSummary';
import { OriginLabel } from '../words/OriginLabel';
import { PolicyStateBadge } from '../words/PolicyStateBadge';
import styles from './policyColumns.module.css';
import { PolicyRowMenu, PolicyRowMenuProps } from './PolicyRowMenu';

const MENU_WIDTH = 64;

/** What a list of policies shows of each; less of it where there is little room. */
export function usePolicyColumns({
  canManage,
  onChange,
}: Omit<PolicyRowMenuProps, 'policy'>): ColumnConfig<Policy>[] {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { up } = useBreakpoint();
  const [isMedium, isWide] = [up('md'), up('lg')];
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('policies.list.name'),
        width: '2.6fr',
        isRowHeader: true,
        isSortable: true,
        cell: policy => (
          <Cell>
            <div className={styles.lines}>
              <Text weight="bold" title={policy.name} className={styles.name}>
                {policy.name}
              </Text>
              {policy.description && (
                <Text truncate color="secondary" title={policy.description}>
                  {policy.description}
                </Text>
              )}
              {!isMedium && (
                <div className={styles.marks}>
                  <PolicyStateBadge state={policy.state} />
                  <OriginLabel policy={policy} />
                </div>
              )}
            </div>
          </Cell>
        ),
      },
      {
        id: 'type',
        label: t('policies.list.type'),
        width: '0.7fr',
        minWidth: 96,
        isHidden: !isWide,
        cell: ({ type }) => <CellText title={t(`policies.type.${type}`)} />,
      },
      {
        id: 'state',
        label: t('policies.list.state'),
        width: '0.7fr',
        minWidth: 104,
        isHidden: !isMedium,
        cell: ({ state }) => (
          <Cell>
            <PolicyStateBadge state={state} />
          </Cell>
        ),
      },
      {
        id: 'for',
        label: t('policies.list.for'),
        width: '1.3fr',
        isHidden: !isMedium,
        cell: ({ actors }) => (
          <Cell>
            <Text>
              <ActorSummary actors={actors} />
            </Text>
          </Cell>
        ),
      },
      {
        id: 'privileges',
        label: t('policies.list.privileges'),
        width: '0.7fr',
        minWidth: 106,
        isHidden: !isWide,
        cell: ({ privileges }) => (
          <CellText title={String(privileges.length)} />
        ),
      },
      {
        id: 'origin',
        label: t('policies.list.origin'),
        width: '1.2fr',
        minWidth: 112,
        isHidden: !isMedium,
        cell: policy => (
          <Cell>
            <OriginLabel policy={policy} />
          </Cell>
        ),
      },
      {
        id: 'updated',
        label: t('policies.list.updated'),
        width: '0.9fr',
        minWidth: 124,
        isSortable: true,
        isHidden: !isWide,
        cell: ({ updatedAt }) => (
          <Cell>
            <Text>
              <RelativeTime at={updatedAt} />
            </Text>
          </Cell>
        ),
      },
      {
        id: 'actions',
        label: t('policies.list.actions'),
        header: () => (
          <Column id="actions" width={MENU_WIDTH}>
            <VisuallyHidden>{t('policies.list.actions')}</VisuallyHidden>
          </Column>
        ),
        cell: policy => (
          <Cell>
            <PolicyRowMenu
              policy={policy}
              canManage={canManage}
              onChange={onChange}
            />
          </Cell>
        ),
      },
    ],
    [t, isMedium, isWide, canManage, onChange],
  );
}
