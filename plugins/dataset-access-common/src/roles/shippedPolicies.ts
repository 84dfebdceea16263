import type { ShippedPolicy } from './ShippedRole';

/** What everybody may read of DataHub by default, on screen and by its API. */
const readPrivileges = [
  'catalog.entity.read',
  'metadata.search-api',
  'metadata.get-aspect-entity-count-apis',
  'metadata.get-timeseries-aspect-api',
  'metadata.get-entity-and-relationships-api',
  'metadata.get-timeline-api',
];

const sensitivePrivileges = [
  'metadata.view-dataset-usage',
  'metadata.view-dataset-profile',
];

const common = {
  type: 'metadata',
  state: 'active',
  resources: [],
  locked: false,
} as const;

/**
 * What holds in a new portal until somebody changes it (S2.19): the least that lets people find datasets and ask for them
 * (S2.21). Unlike the source, no platform privilege is given to everybody.
 *
 * @public
 */
export const shippedPolicies: readonly ShippedPolicy[] = [
  {
    ...common,
    id: 'owners-have-access',
    name: 'Owners have access to what they own',
    description:
      'Ownership in the catalog is access of the highest level. It cannot be changed here: the catalog says who owns what.',
    locked: true,
    privileges: ['dataset-access.level.owner'],
    actors: { resourceOwners: true },
  },
  {
    ...common,
    id: 'all-users-ask-for-access',
    name: 'All users may ask for access',
    description: 'Everybody who can sign in may request access to any dataset.',
    privileges: ['dataset-access.request.create'],
    actors: { allUsers: true },
  },
  {
    ...common,
    id: 'all-users-see-the-catalog',
    name: 'All users may see the catalog',
    description: 'Everybody who can sign in finds every entity.',
    privileges: readPrivileges,
    actors: { allUsers: true },
  },
  {
    ...common,
    id: 'all-users-see-usage-and-profiles',
    name: 'All users may see usage and profiles',
    description:
      'Everybody who can sign in sees who queries a dataset and statistics of its data. Switch it off where that is too much.',
    privileges: sensitivePrivileges,
    actors: { allUsers: true },
  },
  {
    ...common,
    id: 'owners-look-after-what-they-own',
    name: 'Owners look after what they own',
    description:
      'Owners edit what they own, see who has access to it, and make others responsible for it.',
    privileges: [
      'dataset-access.grant.read-any',
      'dataset-access.responsibility.manage',
      ...readPrivileges.filter(name => name !== 'metadata.search-api'),
      ...sensitivePrivileges,
      'metadata.edit-entity',
      'metadata.edit-tags',
      'metadata.edit-glossary-terms',
      'metadata.edit-owners',
      'metadata.edit-description',
      'metadata.edit-links',
      'metadata.edit-status',
      'metadata.edit-domain',
      'metadata.edit-data-product',
      'metadata.edit-deprecation',
      'metadata.edit-assertions',
      'metadata.edit-dataset-column-tags',
      'metadata.edit-dataset-column-glossary-terms',
      'metadata.edit-dataset-column-descriptions',
      'metadata.edit-tag-color',
      'metadata.edit-group-members',
      'metadata.edit-user-profile',
      'metadata.edit-contact-information',
      'metadata.edit-lineage',
      'metadata.edit-dataset-queries',
      'metadata.manage-data-products',
    ],
    actors: { resourceOwners: true },
  },
  {
    ...common,
    id: 'editors-edit-entities',
    name: 'Editors edit entities',
    description:
      'Everybody with the role Editor may edit entities of all kinds but users and groups.',
    privileges: ['metadata.edit-entity'],
    actors: { roles: ['editor'] },
    resources: [
      {
        field: 'type',
        operator: 'equals',
        values: ['api', 'component', 'domain', 'resource', 'system'],
      },
    ],
  },
];
