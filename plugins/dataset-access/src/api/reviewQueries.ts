import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type {
  ReviewDecisions,
  ReviewDraft,
  ReviewItemQuery,
  ReviewQuery,
  ReviewScope,
} from 'backstage-plugin-dataset-access-common';
import { datasetAccessApiRef } from './datasetAccessApi';
import { DATASET_ACCESS_KEY } from './queries';
import { reviewApiRef } from './reviewApi';
import { useSingleChange } from './useSingleChange';

/** How much waits for the user in access reviews; undefined until it is known, and when nothing does. */
export function useReviewCount(): number | undefined {
  const client = useApi(datasetAccessApiRef);
  const { data } = useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'counts'],
    queryFn: ({ signal }) => client.countRequests({ signal }),
    placeholderData: keepPreviousData,
  });
  return data?.reviews;
}

/** Access reviews, the newest first. */
export function useReviews(query: ReviewQuery) {
  const client = useApi(reviewApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'reviews', query],
    queryFn: ({ signal }) => client.listReviews(query, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function useReview(reviewId: string) {
  const client = useApi(reviewApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'review', reviewId],
    queryFn: ({ signal }) => client.getReview(reviewId, { signal }),
  });
}

/** The grants of a review, by dataset. */
export function useReviewItems(reviewId: string, query: ReviewItemQuery) {
  const client = useApi(reviewApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'review-items', reviewId, query],
    queryFn: ({ signal }) =>
      client.listReviewItems(reviewId, query, { signal }),
    placeholderData: (previous, before) =>
      // the next page may show the one before it, another review may not
      before?.queryKey[2] === reviewId ? previous : undefined,
  });
}

/** How much a review of a scope would ask, and whom. */
export function useReviewPreview(scope: ReviewScope) {
  const client = useApi(reviewApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'review-preview', scope],
    queryFn: ({ signal }) => client.previewReview(scope, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: false,
    gcTime: 0,
  });
}

export function useStartReview() {
  const client = useApi(reviewApiRef);
  return useSingleChange((draft: ReviewDraft) => client.startReview(draft));
}

export function useDecideItems(reviewId: string) {
  const client = useApi(reviewApiRef);
  return useSingleChange((decisions: ReviewDecisions) =>
    client.decideReviewItems(reviewId, decisions),
  );
}

export function useCloseReview(reviewId: string) {
  const client = useApi(reviewApiRef);
  return useSingleChange((_: void) => client.closeReview(reviewId));
}

/** Loads the file of a review, and hands it to the browser. */
export function useExportReview(reviewId: string) {
  const client = useApi(reviewApiRef);
  return useMutation({
    mutationFn: async () => {
      const text = await client.exportReview(reviewId);
      const url = URL.createObjectURL(
        new Blob([text], { type: 'text/csv;charset=utf-8' }),
      );
      const link = document.createElement('a');
      link.href = url;
      link.download = `access-review-${reviewId}.csv`;
      link.click();
      URL.revokeObjectURL(url);
    },
  });
}
