import type { ShippedRoleFacts } from './ShippedRole';

/** Without it nobody gets into the marketplace, nor anywhere else in DataOps (S3.3). */
const gate = 'agents.viewer';

/** Whoever asks has to see what there is to ask for (S3.10). */
const forEveryRole = ['catalog.entity.read', 'dataset-access.request.create'];

/** The roles of a data marketplace (S3.9, S3.10). One may hold several, beside the roles of the portal. */
export const marketplaceRoles: readonly ShippedRoleFacts[] = [
  {
    id: 'marketplace-consumer',
    title: 'Marketplace consumer',
    description: 'Looks through the marketplace and asks for access.',
    platform: [gate, 'marketplace.viewer'],
    metadata: forEveryRole,
  },
  {
    // which requests he decides on follows from what he is responsible for, as for every approver
    id: 'marketplace-provider',
    title: 'Marketplace provider',
    description:
      'Offers products in the marketplace and approves requests for those he is responsible for.',
    platform: [
      gate,
      'marketplace.viewer',
      'marketplace.editor',
      'dataops.editor',
    ],
    metadata: forEveryRole,
  },
  {
    id: 'marketplace-admin',
    title: 'Marketplace admin',
    description:
      'Does everything in the marketplace and steps in on any request.',
    // approving takes the DataOps permission too: there, MARKETPLACE_ADMIN alone does not approve
    platform: [gate, 'marketplace.admin', 'dataops.editor'],
    metadata: [
      ...forEveryRole,
      'dataset-access.request.decide-any',
      'dataset-access.request.read-any',
      'dataset-access.grant.read-any',
    ],
  },
];
