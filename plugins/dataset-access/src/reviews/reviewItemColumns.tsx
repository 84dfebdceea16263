import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Cell,
  CellText,
  ColumnConfig,
  Text,
  useBreakpoint,
} from '@backstage/ui';
import type { ReviewItem } from 'backstage-plugin-dataset-access-common';
import { useMemo } from 'react';
import { FormattedDate } from '../durations/FormattedDate';
import { EntityName } from '../entities/EntityLink';
import { TimeLeft } from '../grants/words/TimeLeft';
import styles from '../principals/principalCell.module.css';
import { PrincipalIcon } from '../principals/PrincipalIcon';
import { datasetAccessTranslationRef } from '../translation';

/** An item as a table takes it: with an id. */
export interface ReviewItemRow extends ReviewItem {
  id: string;
}

export function toReviewItemRow(item: ReviewItem): ReviewItemRow {
  return { ...item, id: item.grant.id };
}

/** What the list shows of each access: who has what, since when and how long, and what was decided. */
export function useReviewItemColumns(): ColumnConfig<ReviewItemRow>[] {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const isMedium = useBreakpoint().up('md');
  return useMemo(
    () => [
      {
        id: 'who',
        label: t('reviews.items.column.who'),
        width: '1.4fr',
        isRowHeader: true,
        cell: item => (
          <Cell>
            <Who item={item} isShort={isMedium} />
          </Cell>
        ),
      },
      {
        id: 'dataset',
        label: t('reviews.items.column.dataset'),
        width: '1.2fr',
        isHidden: !isMedium,
        cell: ({ grant: { dataset } }) => (
          <CellText title={dataset.title} description={dataset.source} />
        ),
      },
      {
        id: 'access',
        label: t('reviews.items.column.access'),
        width: '0.8fr',
        isHidden: !isMedium,
        cell: ({ grant: { level } }) => (
          <CellText title={t(`level.${level}`)} />
        ),
      },
      {
        id: 'since',
        label: t('reviews.items.column.since'),
        width: '0.8fr',
        isHidden: !isMedium,
        cell: ({ grant: { activatedAt } }) => (
          <Cell>
            <Text>{activatedAt && <FormattedDate at={activatedAt} />}</Text>
          </Cell>
        ),
      },
      {
        id: 'until',
        label: t('reviews.items.column.until'),
        width: '0.9fr',
        isHidden: !isMedium,
        cell: ({ grant }) => (
          <Cell>
            <TimeLeft grant={grant} />
          </Cell>
        ),
      },
      {
        id: 'state',
        label: t('reviews.items.column.state'),
        width: '1.2fr',
        minWidth: 110,
        cell: item => (
          <Cell>
            <State item={item} />
          </Cell>
        ),
      },
    ],
    [t, isMedium],
  );
}

/** Who it is and, where the other columns have no room, what he has. */
function Who(props: { item: ReviewItemRow; isShort: boolean }) {
  const { grant } = props.item;
  const { subject, dataset, level } = grant;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <div className={styles.lines}>
      <div className={styles.who}>
        <PrincipalIcon kind={subject.startsWith('group:') ? 'group' : 'user'} />
        <Text weight="bold">
          <EntityName entityRef={subject} />
        </Text>
      </div>
      {!props.isShort && (
        <>
          <Text>
            {dataset.title}
            {dataset.source && ` · ${dataset.source}`}
          </Text>
          <Text>{t(`level.${level}`)}</Text>
          <TimeLeft grant={grant} />
        </>
      )}
    </div>
  );
}

/** What was decided by whom; of what is open, why the user cannot decide about it. */
function State({ item }: { item: ReviewItemRow }) {
  const { state, byRule, decidedBy, comment, can } = item;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const reason =
    state === 'open' && can.keep.code !== 'REVIEW_CLOSED'
      ? can.keep.message
      : undefined;
  return (
    <div className={styles.lines}>
      <Text>{t(`reviews.items.state.${state}`)}</Text>
      {(byRule || decidedBy) && (
        <Text variant="body-small" color="secondary">
          {byRule
            ? t('reviews.items.byRule')
            : t('reviews.items.by', {
                who: <EntityName entityRef={decidedBy!} />,
              })}
        </Text>
      )}
      {comment && (
        <Text variant="body-small" color="secondary">
          {comment}
        </Text>
      )}
      {reason && (
        <Text variant="body-small" color="secondary">
          {t('reviews.items.cannot', { reason })}
        </Text>
      )}
    </div>
  );
}
