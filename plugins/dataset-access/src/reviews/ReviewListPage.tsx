import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Badge,
  Button,
  Card,
  CardBody,
  CardHeader,
  Container,
  Flex,
  Link,
  Skeleton,
  TablePagination,
  Text,
} from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import type { Review } from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useReviews } from '../api/reviewQueries';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { FilterBar } from '../listing/FilterBar';
import { ShowToggle } from '../listing/ShowToggle';
import { EmptyList } from '../requests/EmptyList';
import { useChoiceParam } from '../routing/useChoiceParam';
import { useCursorPage, useNoEmptyPage } from '../routing/useCursorPage';
import { useSectionLink } from '../routing/useSectionLink';
import { datasetAccessTranslationRef } from '../translation';
import { ReviewFacts } from './ReviewFacts';
import styles from './ReviewListPage.module.css';
import { ReviewProgressBar } from './ReviewProgressBar';
import { StartReviewDialog } from './StartReviewDialog';

const STATES = ['open', 'closed'] as const;

/** The access reviews that concern the signed-in user; those that wait for him come first. */
export function ReviewListPage() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const page = useCursorPage();
  const { limit, cursor } = page;
  const [state, setState] = useChoiceParam('state', STATES);
  const { data, error, refetch } = useReviews({ state, limit, cursor });
  useNoEmptyPage(data, page);
  const [isStarting, setStarting] = useState(false);
  const navigate = useNavigate();
  const sectionLink = useSectionLink();
  const manages = data?.can.manage;
  return (
    <Container py="4">
      <Flex direction="column" gap="4">
        <div className={styles.top}>
          <Text as="p" color="secondary">
            {t('reviews.hint')}
          </Text>
          {manages && (
            <Button
              size="small"
              iconStart={<RiAddLine />}
              onPress={() => setStarting(true)}
            >
              {t('reviews.start.open')}
            </Button>
          )}
        </div>
        <FilterBar label={t('reviews.filters')}>
          <ShowToggle
            label={t('reviews.show')}
            options={['all', ...STATES]}
            nameOf={show =>
              show === 'all' ? t('reviews.all') : t(`reviews.state.${show}`)
            }
            value={state ?? 'all'}
            onChange={show => setState(show === 'all' ? undefined : show)}
          />
        </FilterBar>
        {error && !data && (
          <ErrorAlert
            error={error}
            onRetry={() => (cursor ? page.restart() : void refetch())}
          />
        )}
        {!data && !error && <Skeleton height={160} width="100%" />}
        {data?.items.length === 0 &&
          (state ? (
            <EmptyList
              title={t('reviews.noneOfState')}
              hint={t('reviews.noneOfStateHint')}
            />
          ) : (
            <EmptyList
              title={t('reviews.none')}
              hint={t(manages ? 'reviews.noneHintManager' : 'reviews.noneHint')}
            />
          ))}
        {data && data.items.length > 0 && (
          <ul className={styles.list} aria-label={t('reviews.list')}>
            {mineFirst(data.items).map(review => (
              <li key={review.id}>
                <ReviewCard review={review} />
              </li>
            ))}
          </ul>
        )}
        {data && (data.nextCursor || data.prevCursor) && (
          <PageTurner page={page} data={data} />
        )}
      </Flex>
      {isStarting && (
        <StartReviewDialog
          onClose={() => setStarting(false)}
          onStarted={id => navigate(sectionLink('reviews', id))}
        />
      )}
    </Container>
  );
}

function ReviewCard({ review }: { review: Review }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const sectionLink = useSectionLink();
  const { id, name, openForMe, progress } = review;
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small" weight="bold">
          <Link href={sectionLink('reviews', id)}>{name}</Link>
        </Text>
      </CardHeader>
      <CardBody>
        <Flex direction="column" gap="2">
          <ReviewFacts review={review} />
          {openForMe > 0 && (
            <div>
              <Badge size="small">
                {t('reviews.waiting', { count: openForMe })}
              </Badge>
            </div>
          )}
          <ReviewProgressBar progress={progress} />
        </Flex>
      </CardBody>
    </Card>
  );
}

type TablePaginationProps = Parameters<typeof TablePagination>[0];

function PageTurner(props: {
  page: ReturnType<typeof useCursorPage>;
  data: Parameters<ReturnType<typeof useCursorPage>['paginationOf']>[0];
}) {
  const { type, ...pagination } = props.page.paginationOf(props.data);
  return type === 'page' ? (
    <TablePagination {...(pagination as TablePaginationProps)} />
  ) : null;
}

function mineFirst(reviews: Review[]): Review[] {
  return [
    ...reviews.filter(({ openForMe }) => openForMe > 0),
    ...reviews.filter(({ openForMe }) => openForMe === 0),
  ];
}
