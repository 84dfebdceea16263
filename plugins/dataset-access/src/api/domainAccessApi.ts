import {
  createApiFactory,
  createApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { DomainAccessClient } from 'backstage-plugin-dataset-access-common';

/**
 * The typed client for sharing domains with people and groups.
 *
 * @public
 */
export const domainAccessApiRef = createApiRef<DomainAccessClient>({
  id: 'plugin.dataset-access.domain-access-client',
});

export const domainAccessApiFactory = createApiFactory({
  api: domainAccessApiRef,
  deps: { fetchApi: fetchApiRef },
  factory: ({ fetchApi }) =>
    new DomainAccessClient({
      baseUrl: 'plugin://dataset-access',
      fetch: (url, init) => fetchApi.fetch(url, init),
    }),
});
