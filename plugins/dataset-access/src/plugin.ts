import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { accessControlApi, datasetAccessApi, queryClientApi } from './app/apis';
import { emergencyApi } from './app/emergencies';
import {
  domainAccessApi,
  domainAccessContent,
  groupDomainsContent,
} from './app/domains';
import {
  requestAccessIconLink,
  requestAccessMenuItem,
  yourAccessCard,
} from './app/entityExtensions';
import { explainPage } from './app/explainPages';
import {
  datasetGrantsContent,
  driftPage,
  grantApi,
  grantsPage,
  tasksPage,
} from './app/grants';
import { datasetAccessPage, inboxPage, requestsPage } from './app/pages';
import { policiesPage } from './app/policyPages';
import { reviewApi, reviewsPage } from './app/reviews';
import { responsibilitiesCard } from './app/responsibilityExtensions';
import { rolesPage } from './app/rolePages';
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
    accessControlApi,
    domainAccessApi,
    grantApi,
    reviewApi,
    emergencyApi,
    datasetAccessPage,
    inboxPage,
    requestsPage,
    grantsPage,
    tasksPage,
    driftPage,
    reviewsPage,
    policiesPage,
    rolesPage,
    explainPage,
    yourAccessCard,
    responsibilitiesCard,
    datasetGrantsContent,
    domainAccessContent,
    groupDomainsContent,
    requestAccessMenuItem,
    requestAccessIconLink,
  ],
});
