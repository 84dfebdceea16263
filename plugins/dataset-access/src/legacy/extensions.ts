import {
  createComponentExtension,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { rootRouteRef } from '../routes';
import { datasetAccessPlugin } from './plugin';

/**
 * The page with the inbox, the own requests, policies, roles and explanations. Its route is `/dataset-access`:
 * notifications lead there.
 *
 * @public
 */
export const DatasetAccessPage = datasetAccessPlugin.provide(
  createRoutableExtension({
    name: 'DatasetAccessPage',
    mountPoint: rootRouteRef,
    component: () => import('./TabbedPage').then(m => m.TabbedPage),
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

/**
 * A card for entity pages: who answers for the entity, in which role and until when. It is not there for who may not know.
 *
 * @public
 */
export const EntityResponsibilitiesCard = datasetAccessPlugin.provide(
  createComponentExtension({
    name: 'EntityResponsibilitiesCard',
    component: {
      lazy: () =>
        import('../responsibilities/ResponsibilitiesCard').then(
          m => m.ResponsibilitiesCard,
        ),
    },
  }),
);
