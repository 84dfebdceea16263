import { stringifyEntityRef } from '@backstage/catalog-model';
import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  EntityContentBlueprint,
  EntityContextMenuItemBlueprint,
  EntityHeaderLayoutBlueprint,
} from '@backstage/plugin-catalog-react/alpha';

/** What the plugin below was asked to do, as entity refs. */
export const openedTickets: string[] = [];

const openTicket = EntityContextMenuItemBlueprint.make({
  name: 'open',
  params: {
    icon: <span />,
    useProps: () => {
      const ref = stringifyEntityRef(useEntity().entity);
      return {
        title: 'Open a ticket',
        onClick: () => void openedTickets.push(ref),
      };
    },
  },
});

const listTickets = EntityContextMenuItemBlueprint.make({
  name: 'list',
  params: {
    icon: <span />,
    filter: { kind: 'resource' },
    useProps: () => ({ title: 'All tickets', href: '/tickets' }),
  },
});

const lockedItem = EntityContextMenuItemBlueprint.make({
  name: 'locked',
  params: {
    icon: <span />,
    useProps: () => ({
      title: 'Close all tickets',
      disabled: true,
      onClick: () => void openedTickets.splice(0),
    }),
  },
});

const switchedOffItem = EntityContextMenuItemBlueprint.make({
  name: 'switched-off',
  disabled: true,
  params: { icon: <span />, useProps: () => ({ title: 'Off', href: '/' }) },
});

const ticketsTab = EntityContentBlueprint.make({
  params: {
    path: '/tickets',
    title: 'Tickets',
    loader: async () => <p>Tickets about it</p>,
  },
});

/** A plugin that knows nothing of ours, with items for the header's menu and a tab. */
export const ticketsPlugin = createFrontendPlugin({
  pluginId: 'tickets',
  extensions: [
    openTicket,
    listTickets,
    lockedItem,
    switchedOffItem,
    ticketsTab,
  ],
});

/** A plugin whose item fails. */
export const brokenPlugin = createFrontendPlugin({
  pluginId: 'broken',
  extensions: [
    EntityContextMenuItemBlueprint.make({
      params: {
        icon: <span />,
        useProps: () => {
          throw new Error('No items today');
        },
      },
    }),
  ],
});

/** A plugin that draws the header of everything itself. */
export const ticketHeaderPlugin = createFrontendPlugin({
  pluginId: 'ticket-header',
  extensions: [
    EntityHeaderLayoutBlueprint.make({
      params: {
        filter: () => true,
        loader: async () => () => <h2>Header of somebody else</h2>,
      },
    }),
  ],
});
