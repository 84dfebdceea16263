import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Cell,
  CellText,
  ColumnConfig,
  Text,
  useBreakpoint,
} from '@backstage/ui';
import type { AccessRequest } from 'backstage-plugin-dataset-access-common';
import { useMemo } from 'react';
import { RelativeTime } from '../durations/RelativeTime';
import { useTermsText } from '../durations/useTermsText';
import { EntityName } from '../entities/EntityLink';
import { PrincipalIcon } from '../principals/PrincipalIcon';
import { datasetAccessTranslationRef } from '../translation';
import { StageBadge } from './StageBadge';
import styles from './requestColumns.module.css';

/** What a list of requests shows of each; less of it where there is little room. */
export function useRequestColumns(): ColumnConfig<AccessRequest>[] {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { up } = useBreakpoint();
  const [isMedium, isWide] = [up('md'), up('lg')];
  return useMemo(
    () => [
      {
        id: 'dataset',
        label: t('list.dataset'),
        width: '1.4fr',
        isRowHeader: true,
        isSortable: true,
        cell: ({ dataset, beneficiary }) =>
          isMedium ? (
            <CellText title={dataset.title} description={dataset.source} />
          ) : (
            <Cell>
              <div className={styles.lines}>
                <Text truncate>{dataset.title}</Text>
                <Text truncate color="secondary">
                  <EntityName entityRef={beneficiary} />
                </Text>
              </div>
            </Cell>
          ),
      },
      {
        id: 'beneficiary',
        label: t('list.beneficiary'),
        width: '1.4fr',
        isHidden: !isMedium,
        cell: request => (
          <Cell>
            <For {...request} />
          </Cell>
        ),
      },
      {
        id: 'access',
        label: t('list.access'),
        width: '1.2fr',
        isHidden: !isMedium,
        cell: request => (
          <Cell>
            <Access {...request} />
          </Cell>
        ),
      },
      {
        id: 'reason',
        label: t('list.reason'),
        width: '1.2fr',
        isHidden: !isWide,
        cell: ({ reason }) => <CellText title={reason ?? ''} />,
      },
      {
        id: 'created',
        label: t('list.created'),
        width: '1fr',
        isSortable: true,
        isHidden: !isMedium,
        cell: ({ createdAt }) => (
          <Cell>
            <Text>
              <RelativeTime at={createdAt} />
            </Text>
          </Cell>
        ),
      },
      {
        id: 'stage',
        label: t('list.stage'),
        width: '1.4fr',
        minWidth: 190,
        cell: request => (
          <Cell>
            <StageBadge request={request} />
          </Cell>
        ),
      },
    ],
    [t, isMedium, isWide],
  );
}

function For({ beneficiary, requester }: AccessRequest) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <div className={styles.lines}>
      <Text truncate className={styles.name}>
        <PrincipalIcon
          kind={beneficiary.startsWith('group:') ? 'group' : 'user'}
        />
        <EntityName entityRef={beneficiary} />
      </Text>
      {requester !== beneficiary && (
        <Text truncate color="secondary">
          {t('list.askedBy')} <EntityName entityRef={requester} />
        </Text>
      )}
    </div>
  );
}

function Access({ level, duration }: AccessRequest) {
  const termsText = useTermsText();
  return <Text truncate>{termsText({ level, duration })}</Text>;
}
