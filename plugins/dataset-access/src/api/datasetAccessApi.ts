import {
  createApiFactory,
  createApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { QueryClient } from '@tanstack/react-query';
import { DatasetAccessClient } from 'backstage-plugin-dataset-access-common';

/**
 * The typed client of the dataset-access backend.
 *
 * @public
 */
export const datasetAccessApiRef = createApiRef<DatasetAccessClient>({
  id: 'plugin.dataset-access.client',
});

/** What has been loaded, shared by everything of ours in one app, so that a change shows everywhere at once. */
export const queryClientApiRef = createApiRef<QueryClient>({
  id: 'plugin.dataset-access.query-client',
});

export const datasetAccessApiFactory = createApiFactory({
  api: datasetAccessApiRef,
  deps: { fetchApi: fetchApiRef },
  factory: ({ fetchApi }) =>
    new DatasetAccessClient({
      baseUrl: 'plugin://dataset-access',
      fetch: (url, init) => fetchApi.fetch(url, init),
    }),
});

export const queryClientApiFactory = createApiFactory({
  api: queryClientApiRef,
  deps: {},
  factory: () =>
    new QueryClient({
      defaultOptions: {
        queries: {
          // a refusal stays one; what failed on the way is tried once more
          retry: (failures, error) => failures < 1 && !('code' in error),
          staleTime: 10_000,
          // signals tell of changes; this is for portals without them, and for what is missed while the client of the signals
          // connects: when that takes longer than a second, it tries again only after five
          refetchInterval: 30_000,
        },
      },
    }),
});
