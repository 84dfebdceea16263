import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Container, Flex, Link, Skeleton, Text } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import type { ReviewDetail } from 'backstage-plugin-dataset-access-common';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { useExportReview, useReview } from '../api/reviewQueries';
import { EntityName } from '../entities/EntityLink';
import { ErrorAlert } from '../feedback/ErrorAlert';
import { Fact, FactList } from '../request/FactList';
import { Section } from '../request/Section';
import { useSectionLink } from '../routing/useSectionLink';
import { datasetAccessTranslationRef } from '../translation';
import { CloseReviewDialog } from './CloseReviewDialog';
import { ReviewFacts } from './ReviewFacts';
import { ReviewItems } from './ReviewItems';
import styles from './ReviewListPage.module.css';
import { ReviewProgressBar } from './ReviewProgressBar';

/** The access review of this address. */
export function ReviewPage() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const { reviewId = '' } = useParams();
  const { data, error, refetch } = useReview(reviewId);
  const sectionLink = useSectionLink();
  return (
    <Container py="4">
      <Flex direction="column" gap="4">
        <div>
          <Link href={sectionLink('reviews')}>← {t('page.reviews')}</Link>
        </div>
        {error && !data && (
          <ErrorAlert error={error} onRetry={() => void refetch()} />
        )}
        {data && (
          <>
            <Heading key={data.id} review={data} />
            <ReviewItems key={`items ${data.id}`} review={data} />
            <Reviewers review={data} />
          </>
        )}
        {!data && !error && (
          <>
            <Skeleton height={32} width="50%" />
            <Skeleton height={240} width="100%" />
          </>
        )}
      </Flex>
    </Container>
  );
}

/** What the review is, how far it is, and what can be done with it as a whole. */
function Heading({ review }: { review: ReviewDetail }) {
  const { id, name, description, progress, state, can } = review;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const exported = useExportReview(id);
  const [isClosing, setClosing] = useState(false);
  return (
    <Flex direction="column" gap="3">
      <div className={styles.top}>
        <Text as="h1" variant="title-small" weight="bold">
          {name}
        </Text>
        <Flex gap="2">
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiDownloadLine />}
            isPending={exported.isPending}
            onPress={() => exported.mutate()}
          >
            {t('reviews.export')}
          </Button>
          {can.close.allowed && (
            <Button
              size="small"
              variant="secondary"
              onPress={() => setClosing(true)}
            >
              {t('reviews.close')}
            </Button>
          )}
        </Flex>
      </div>
      {exported.error && (
        <ErrorAlert
          title={t('reviews.exportFailed')}
          error={exported.error}
          onRetry={() => exported.mutate()}
        />
      )}
      {description && <Text as="p">{description}</Text>}
      <ReviewFacts review={review} />
      {state === 'closing' && <Text as="p">{t('reviews.closingHint')}</Text>}
      <ReviewProgressBar progress={progress} />
      {isClosing && (
        <CloseReviewDialog review={review} onClose={() => setClosing(false)} />
      )}
    </Flex>
  );
}

function Reviewers({ review: { reviewers } }: { review: ReviewDetail }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return reviewers.length > 0 ? (
    <Section title={t('reviews.reviewers')}>
      <FactList>
        {reviewers.map(({ ref, total, open }) => (
          <Fact key={ref} name={<EntityName entityRef={ref} />}>
            {t('reviews.reviewerProgress', {
              done: String(total - open),
              total: String(total),
            })}
          </Fact>
        ))}
      </FactList>
    </Section>
  ) : null;
}
