import { useApi } from '@backstage/core-plugin-api';
import { useSignal } from '@backstage/plugin-signals-react';
import { QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import {
  DATASET_ACCESS_CHANNEL,
  DatasetAccessSignal,
} from 'backstage-plugin-dataset-access-common';
import { PropsWithChildren, useEffect } from 'react';
import { queryClientApiRef } from './datasetAccessApi';
import { DATASET_ACCESS_KEY } from './queries';

/** Around everything of ours that an app shows: gives it what has been loaded, and loads again when something changed. */
export function DatasetAccessProvider({ children }: PropsWithChildren<{}>) {
  return (
    <QueryClientProvider client={useApi(queryClientApiRef)}>
      <Refresher />
      {children}
    </QueryClientProvider>
  );
}

function Refresher() {
  const queries = useQueryClient();
  const { lastSignal } = useSignal<DatasetAccessSignal>(DATASET_ACCESS_CHANNEL);
  useEffect(() => {
    if (lastSignal) {
      void queries.invalidateQueries({ queryKey: [DATASET_ACCESS_KEY] });
    }
  }, [lastSignal, queries]);
  return null;
}
