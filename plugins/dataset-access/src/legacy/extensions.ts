import {
  createComponentExtension,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { rootRouteRef } from '../routes';
import { datasetAccessPlugin } from './plugin';

/**
 * The page with the inbox, the own requests and access, tasks, drift, reviews, policies, roles and explanations. Its route is
 * `/dataset-access`: notifications lead there.
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

/**
 * A tab for the entity pages of domains: who has access to the domain and to its datasets, how that came about, and the way
 * to share it.
 *
 * @public
 */
export const EntityDomainAccessContent = datasetAccessPlugin.provide(
  createComponentExtension({
    name: 'EntityDomainAccessContent',
    component: {
      lazy: () =>
        import('../domains/DomainAccessTab').then(m => m.DomainAccessTab),
    },
  }),
);

/**
 * A tab for the entity pages of groups: the domains that the group has access to, and the way to change them.
 *
 * @public
 */
export const EntityGroupDomainsContent = datasetAccessPlugin.provide(
  createComponentExtension({
    name: 'EntityGroupDomainsContent',
    component: {
      lazy: () =>
        import('../domains/GroupDomainsTab').then(m => m.GroupDomainsTab),
    },
  }),
);

/**
 * A tab for the entity pages of datasets: who was granted access, and the way to revoke it for those who answer for the
 * dataset; others see their own.
 *
 * @public
 */
export const EntityDatasetGrantsContent = datasetAccessPlugin.provide(
  createComponentExtension({
    name: 'EntityDatasetGrantsContent',
    component: {
      lazy: () =>
        import('../grants/dataset/DatasetGrantsTab').then(
          m => m.DatasetGrantsTab,
        ),
    },
  }),
);
