import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type {
  EmergencyQuery,
  EmergencyReviewDraft,
  EmergencyWish,
} from 'backstage-plugin-dataset-access-common';
import { useRef } from 'react';
import { datasetAccessApiRef } from './datasetAccessApi';
import { emergencyApiRef } from './emergencyApi';
import { newIdempotencyKey } from './newIdempotencyKey';
import { DATASET_ACCESS_KEY } from './queries';
import { useSingleChange } from './useSingleChange';

/** Emergency access that was taken, the newest first. */
export function useEmergencies(query: EmergencyQuery) {
  const client = useApi(emergencyApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'emergencies', query],
    queryFn: ({ signal }) => client.listEmergencies(query, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** How much emergency access the user is to review. */
export function useEmergencyReviewCount(): number {
  const client = useApi(datasetAccessApiRef);
  const { data } = useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'counts'],
    queryFn: ({ signal }) => client.countRequests({ signal }),
    placeholderData: keepPreviousData,
  });
  return data?.emergencyReviews ?? 0;
}

/** Takes emergency access. What is sent again after a lost connection is the same call, and taken once. */
export function useTakeEmergencyAccess(datasetRef: string) {
  const client = useApi(emergencyApiRef);
  const key = useRef({ wish: '', idempotencyKey: '' });
  return useSingleChange((wish: EmergencyWish) => {
    const text = JSON.stringify(wish);
    if (key.current.wish !== text) {
      key.current = { wish: text, idempotencyKey: newIdempotencyKey() };
    }
    return client.takeEmergencyAccess(datasetRef, wish, key.current);
  });
}

export function useReviewEmergency(id: string) {
  const client = useApi(emergencyApiRef);
  return useSingleChange((draft: EmergencyReviewDraft) =>
    client.reviewEmergency(id, draft),
  );
}
