import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Badge,
  Cell,
  ColumnConfig,
  Link,
  Text,
  useBreakpoint,
} from '@backstage/ui';
import type {
  AccessHolder,
  ExplanationPath,
} from 'backstage-plugin-dataset-access-common';
import { useMemo } from 'react';
import { FormattedDate } from '../durations/FormattedDate';
import { EntityLink } from '../entities/EntityLink';
import { PrincipalIcon } from '../principals/PrincipalIcon';
import { datasetAccessTranslationRef } from '../translation';
import styles from '../principals/principalCell.module.css';
import { useExplainLink } from './useExplainParams';
import type { NodeTitle } from './useNodeTitles';

/** One who has access, as a table takes it: with an id. */
export interface HolderRow extends AccessHolder {
  id: string;
}

/** How many ways are named before the rest is counted. */
const NAMED = 2;

/** What the list of those who have access to a dataset shows of each; less of it where there is little room. */
export function useHolderColumns(
  dataset: string,
  titleOf: NodeTitle | undefined,
): ColumnConfig<HolderRow>[] {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const isMedium = useBreakpoint().up('md');
  return useMemo(
    () => [
      {
        id: 'who',
        label: t('explain.holders.who'),
        width: '1.4fr',
        isRowHeader: true,
        cell: holder => (
          <Cell>
            <Who holder={holder} isShort={isMedium} />
          </Cell>
        ),
      },
      {
        id: 'level',
        label: t('explain.holders.level'),
        width: '0.8fr',
        minWidth: 100,
        cell: ({ level }) => (
          <Cell>
            <Badge size="small" className={styles.badge}>
              {t(`level.${level}`)}
            </Badge>
          </Cell>
        ),
      },
      {
        id: 'until',
        label: t('explain.holders.until'),
        width: '0.9fr',
        isHidden: !isMedium,
        cell: ({ expiresAt }) => (
          <Cell>
            <Until expiresAt={expiresAt} />
          </Cell>
        ),
      },
      {
        id: 'through',
        label: t('explain.holders.through'),
        width: '2fr',
        isHidden: !isMedium,
        cell: ({ paths }) => (
          <Cell>{titleOf && <Through paths={paths} titleOf={titleOf} />}</Cell>
        ),
      },
      {
        id: 'why',
        label: t('explain.holders.why'),
        width: '0.6fr',
        minWidth: 70,
        cell: holder => (
          <Cell>
            <Why holder={holder} dataset={dataset} />
          </Cell>
        ),
      },
    ],
    [t, isMedium, dataset, titleOf],
  );
}

function Who({ holder, isShort }: { holder: HolderRow; isShort: boolean }) {
  const { subject, expiresAt } = holder;
  return (
    <div className={styles.lines}>
      <div className={styles.who}>
        <PrincipalIcon kind={subject.startsWith('group:') ? 'group' : 'user'} />
        <EntityLink entityRef={subject} />
      </div>
      {!isShort && <Until expiresAt={expiresAt} />}
    </div>
  );
}

function Until({ expiresAt }: Pick<AccessHolder, 'expiresAt'>) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <Text color="secondary">
      {expiresAt ? <FormattedDate at={expiresAt} /> : t('explain.noEnd')}
    </Text>
  );
}

/** What lies between them and the dataset, a line for each way. */
function Through(props: { paths: ExplanationPath[]; titleOf: NodeTitle }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { paths, titleOf } = props;
  const rest = paths.length - NAMED;
  return (
    <div className={styles.lines}>
      {paths.slice(0, NAMED).map(({ nodes }, index) => (
        <Text key={index}>{nodes.slice(1, -1).map(titleOf).join(' → ')}</Text>
      ))}
      {rest > 0 && (
        <Text color="secondary">
          {t('explain.holders.more', { number: String(rest) })}
        </Text>
      )}
    </div>
  );
}

function Why({ holder, dataset }: { holder: HolderRow; dataset: string }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const explainLink = useExplainLink();
  const { subject, level } = holder;
  return (
    <Link
      href={explainLink({
        subject,
        privilege: `dataset-access.level.${level}`,
        resource: dataset,
      })}
    >
      {t('explain.holders.why')}
    </Link>
  );
}
