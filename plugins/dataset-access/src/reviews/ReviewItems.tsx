import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Table, Text } from '@backstage/ui';
import { RiCheckLine, RiCloseLine } from '@remixicon/react';
import type { ReviewDetail } from 'backstage-plugin-dataset-access-common';
import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useReviewItems } from '../api/reviewQueries';
import { ErrorAlert } from '../feedback/ErrorAlert';
import bar from '../inbox/SelectionBar.module.css';
import { FilterBar } from '../listing/FilterBar';
import { FilterSelect } from '../listing/FilterSelect';
import { SearchBox } from '../listing/SearchBox';
import { ShowToggle } from '../listing/ShowToggle';
import { EmptyList } from '../requests/EmptyList';
import { useChoiceParam } from '../routing/useChoiceParam';
import { useCursorPage, useNoEmptyPage } from '../routing/useCursorPage';
import { useSectionLink } from '../routing/useSectionLink';
import { datasetAccessTranslationRef } from '../translation';
import { DecideItemsDialog, ReviewDecision } from './DecideItemsDialog';
import {
  ReviewItemRow,
  toReviewItemRow,
  useReviewItemColumns,
} from './reviewItemColumns';

const STATES = ['open', 'kept', 'revoked', 'ended'] as const;
const WHOSE = ['mine', 'all'] as const;

/** The grants that a review asks about: first those that wait for the signed-in user, to be decided about many at a time. */
export function ReviewItems({ review }: { review: ReviewDetail }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const page = useCursorPage();
  const { limit, cursor } = page;
  const [chosenWhose, setWhose] = useChoiceParam('whose', WHOSE);
  // who has nothing to do here looks at all of it
  const [firstWhose] = useState<(typeof WHOSE)[number]>(
    review.openForMe > 0 ? 'mine' : 'all',
  );
  const whose = chosenWhose ?? firstWhose;
  const [state, setState] = useChoiceParam('state', STATES);
  const [q, setQ] = useSearchText();
  const { data, error, isPlaceholderData, refetch } = useReviewItems(
    review.id,
    {
      mine: whose === 'mine' ? 'true' : undefined,
      state,
      q: q || undefined,
      limit,
      cursor,
    },
  );
  useNoEmptyPage(data, page);
  const rows = useMemo(() => data?.items.map(toReviewItemRow), [data]);
  const { selection, chosen, clear } = useSelection(rows);
  const [open, setOpen] = useState<ReviewDecision>();
  const columns = useReviewItemColumns();
  const sectionLink = useSectionLink();
  const isOpen = review.state === 'open';
  const isDone = whose === 'mine' && !q && (!state || state === 'open');
  const decidable = (decision: ReviewDecision) =>
    chosen.filter(({ can }) => can[decision].allowed);
  return (
    <Flex direction="column" gap="4">
      <FilterBar label={t('reviews.items.filters')}>
        <ShowToggle<(typeof WHOSE)[number]>
          label={t('reviews.items.whose')}
          options={WHOSE}
          nameOf={option => t(`reviews.items.${option}`)}
          value={whose}
          onChange={setWhose}
        />
        <FilterSelect
          label={t('reviews.items.stateFilter')}
          any={t('reviews.items.anyState')}
          options={STATES}
          nameOf={option => t(`reviews.items.state.${option}`)}
          value={state}
          onChange={setState}
        />
        <SearchBox label={t('reviews.items.search')} q={q} onSearch={setQ} />
      </FilterBar>
      {isOpen && (
        <div
          role="group"
          aria-label={t('reviews.items.actions')}
          className={bar.bar}
        >
          <Button
            size="small"
            iconStart={<RiCheckLine />}
            isDisabled={decidable('keep').length === 0}
            onPress={() => setOpen('keep')}
          >
            {t('reviews.items.keep')}
          </Button>
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiCloseLine />}
            isDisabled={decidable('revoke').length === 0}
            onPress={() => setOpen('revoke')}
          >
            {t('reviews.items.revoke')}
          </Button>
          <Text color="secondary" aria-live="polite">
            {chosen.length === 0
              ? t('reviews.items.noneChosen')
              : t('reviews.items.chosen', { number: String(chosen.length) })}
          </Text>
        </div>
      )}
      {error && !data ? (
        <ErrorAlert
          error={error}
          onRetry={() => (cursor ? page.restart() : void refetch())}
        />
      ) : (
        <Table
          columnConfig={columns}
          data={rows}
          isPending={data === undefined}
          isStale={isPlaceholderData}
          pagination={page.paginationOf(data)}
          selection={isOpen ? selection : undefined}
          rowConfig={{
            getHref: ({ grant }) => sectionLink('grants', grant.id),
          }}
          emptyState={
            isDone ? (
              <EmptyList
                title={t('reviews.items.allDone')}
                hint={t('reviews.items.allDoneHint')}
              />
            ) : (
              <EmptyList
                title={t('reviews.items.none')}
                hint={t('reviews.items.noneHint')}
              />
            )
          }
        />
      )}
      {open && (
        <DecideItemsDialog
          review={review}
          decision={open}
          items={decidable(open)}
          onClose={() => {
            setOpen(undefined);
            clear();
          }}
        />
      )}
    </Flex>
  );
}

/** What is searched for, in the address. Another search begins on the first page. */
function useSearchText(): [string, (q: string) => void] {
  const [search, setSearch] = useSearchParams();
  const setQ = useCallback(
    (q: string) =>
      setSearch(
        before => {
          const next = new URLSearchParams(before);
          next.delete('cursor');
          if (q.trim()) {
            next.set('q', q.trim());
          } else {
            next.delete('q');
          }
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return [search.get('q') ?? '', setQ];
}

/** What is chosen of this page. What left the page is no longer chosen, so that nothing unseen is decided about. */
function useSelection(rows: ReviewItemRow[] = []) {
  const [selected, setSelected] = useState<ReadonlySet<unknown>>(new Set());
  const chosen = rows.filter(({ id }) => selected.has(id));
  return {
    chosen,
    clear: () => setSelected(new Set()),
    selection: {
      mode: 'multiple' as const,
      behavior: 'toggle' as const,
      selected: chosen.map(({ id }) => id),
      // all are those of now, not those of the next page
      onSelectionChange: (keys: 'all' | Iterable<unknown>) =>
        setSelected(new Set(keys === 'all' ? rows.map(({ id }) => id) : keys)),
    },
  };
}
