import '../theme/pageTabs.module.css';
import {
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiKey2Line } from '@remixicon/react';
import { rootRouteRef } from '../routes';

export const datasetAccessPage = PageBlueprint.make({
  params: {
    path: '/dataset-access',
    title: 'Dataset access',
    icon: <RiKey2Line />,
    routeRef: rootRouteRef,
  },
});

export const inboxPage = SubPageBlueprint.make({
  name: 'inbox',
  params: {
    path: 'inbox',
    title: 'Inbox',
    loader: async () => {
      const { RequestsSection } = await import('../pages/RequestsSection');
      return (
        <main>
          <RequestsSection origin="inbox" />
        </main>
      );
    },
  },
});

export const requestsPage = SubPageBlueprint.make({
  name: 'requests',
  params: {
    path: 'requests',
    title: 'My requests',
    loader: async () => {
      const { RequestsSection } = await import('../pages/RequestsSection');
      return (
        <main>
          <RequestsSection origin="requests" />
        </main>
      );
    },
  },
});
