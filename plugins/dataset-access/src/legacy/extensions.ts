import {
  createComponentExtension,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { rootRouteRef } from '../routes';
import { datasetAccessPlugin } from './plugin';

/**
 * The page with the inbox and the own requests. Its route is `/dataset-access`: notifications lead there.
 *
 * @public
 */
export const DatasetAccessPage = datasetAccessPlugin.provide(
  createRoutableExtension({
    name: 'DatasetAccessPage',
    mountPoint: rootRouteRef,
    component: () => import('./RequestsPage').then(m => m.RequestsPage),
  }),
);

/**
 * A card for the entity pages of datasets: what the signed-in user has there, what is under way, and who decides.
 *
 * @public
 */
export const EntityYourAccessCard = datasetAccessPlugin.provide(
  createComponentExtension({
    name: 'EntityYourAccessCard',
    component: {
      lazy: () =>
        import('../dataset/YourAccessCard').then(m => m.YourAccessCard),
    },
  }),
);
