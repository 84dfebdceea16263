import {
  createApiFactory,
  createApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { AccessControlClient } from 'backstage-plugin-dataset-access-common';

/**
 * The typed client for policies, roles, responsibilities and explanations.
 *
 * @public
 */
export const accessControlApiRef = createApiRef<AccessControlClient>({
  id: 'plugin.dataset-access.access-control-client',
});

export const accessControlApiFactory = createApiFactory({
  api: accessControlApiRef,
  deps: { fetchApi: fetchApiRef },
  factory: ({ fetchApi }) =>
    new AccessControlClient({
      baseUrl: 'plugin://dataset-access',
      fetch: (url, init) => fetchApi.fetch(url, init),
    }),
});
