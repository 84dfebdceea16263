import {
  createApiFactory,
  createApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { EmergencyClient } from 'backstage-plugin-dataset-access-common';

/**
 * The typed client for access that is taken without asking, and its review.
 *
 * @public
 */
export const emergencyApiRef = createApiRef<EmergencyClient>({
  id: 'plugin.dataset-access.emergency-client',
});

export const emergencyApiFactory = createApiFactory({
  api: emergencyApiRef,
  deps: { fetchApi: fetchApiRef },
  factory: ({ fetchApi }) =>
    new EmergencyClient({
      baseUrl: 'plugin://dataset-access',
      fetch: (url, init) => fetchApi.fetch(url, init),
    }),
});
