import {
  createApiFactory,
  createApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { GrantClient } from 'backstage-plugin-dataset-access-common';

/**
 * The typed client for what becomes of grants once they are approved.
 *
 * @public
 */
export const grantApiRef = createApiRef<GrantClient>({
  id: 'plugin.dataset-access.grant-client',
});

export const grantApiFactory = createApiFactory({
  api: grantApiRef,
  deps: { fetchApi: fetchApiRef },
  factory: ({ fetchApi }) =>
    new GrantClient({
      baseUrl: 'plugin://dataset-access',
      fetch: (url, init) => fetchApi.fetch(url, init),
    }),
});
