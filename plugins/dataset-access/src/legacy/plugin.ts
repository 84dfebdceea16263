import { createPlugin } from '@backstage/core-plugin-api';
import { accessControlApiFactory } from '../api/accessControlApi';
import {
  datasetAccessApiFactory,
  queryClientApiFactory,
} from '../api/datasetAccessApi';
import { domainAccessApiFactory } from '../api/domainAccessApi';
import { emergencyApiFactory } from '../api/emergencyApi';
import { grantApiFactory } from '../api/grantApi';
import { reviewApiFactory } from '../api/reviewApi';
import { rootRouteRef } from '../routes';

/**
 * Asking for access to datasets and deciding on it, for apps of the old frontend system.
 *
 * @public
 */
export const datasetAccessPlugin = createPlugin({
  id: 'dataset-access',
  apis: [
    datasetAccessApiFactory,
    queryClientApiFactory,
    accessControlApiFactory,
    domainAccessApiFactory,
    grantApiFactory,
    reviewApiFactory,
    emergencyApiFactory,
  ],
  routes: { root: rootRouteRef },
});
