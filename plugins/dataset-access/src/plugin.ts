import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { datasetAccessApi, queryClientApi } from './app/apis';
import {
  requestAccessIconLink,
  requestAccessMenuItem,
  yourAccessCard,
} from './app/entityExtensions';
import { datasetAccessPage, inboxPage, requestsPage } from './app/pages';
import { rootRouteRef } from './routes';

/**
 * Asking for access to datasets and deciding on it, for apps of the new frontend system.
 *
 * @public
 */
export const datasetAccessPlugin = createFrontendPlugin({
  pluginId: 'dataset-access',
  title: 'Dataset access',
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  extensions: [
    datasetAccessApi,
    queryClientApi,
    datasetAccessPage,
    inboxPage,
    requestsPage,
    yourAccessCard,
    requestAccessMenuItem,
    requestAccessIconLink,
  ],
});
