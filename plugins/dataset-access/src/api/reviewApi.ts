import {
  createApiFactory,
  createApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { ReviewClient } from 'backstage-plugin-dataset-access-common';

/**
 * The typed client for access reviews.
 *
 * @public
 */
export const reviewApiRef = createApiRef<ReviewClient>({
  id: 'plugin.dataset-access.review-client',
});

export const reviewApiFactory = createApiFactory({
  api: reviewApiRef,
  deps: { fetchApi: fetchApiRef },
  factory: ({ fetchApi }) =>
    new ReviewClient({
      baseUrl: 'plugin://dataset-access',
      fetch: (url, init) => fetchApi.fetch(url, init),
    }),
});
