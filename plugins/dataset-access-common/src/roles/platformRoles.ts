import type { PrivilegeRegistry } from '../privileges/privilegeRegistry';
import type { ShippedRoleFacts } from './ShippedRole';

/** Admin, Editor and Reader replace each other on one user or group (S4.6). */
const exclusiveGroup = 'platform';

/** Whoever may only read may also ask for access: that is what the portal is for. */
const forEveryMember = ['dataset-access.request.create'];

const readerPlatform = ['catalog.location.read'];

const readerMetadata = [
  ...forEveryMember,
  'catalog.entity.read',
  'metadata.view-dataset-usage',
  'metadata.view-dataset-profile',
  'metadata.search-api',
  'metadata.get-aspect-entity-count-apis',
  'metadata.get-timeseries-aspect-api',
  'metadata.get-entity-and-relationships-api',
  'metadata.get-timeline-api',
  'metadata.explain-elasticsearch-query-api',
  'metadata.propose-tags',
  'metadata.propose-glossary-terms',
  'metadata.propose-documentation',
  'metadata.propose-dataset-column-glossary-terms',
  'metadata.propose-dataset-column-tags',
];

/** As the tables of DataHub have it (S4.1). */
export const reader: ShippedRoleFacts = {
  id: 'reader',
  title: 'Reader',
  description: 'Sees all metadata, and changes nothing.',
  exclusiveGroup,
  platform: readerPlatform,
  metadata: readerMetadata,
};

/**
 * As the tables of DataHub have it (S4.1), but for one row: that editors may edit entities altogether is a policy which can
 * be changed, as it is there (S2.19).
 */
export const editor: ShippedRoleFacts = {
  id: 'editor',
  title: 'Editor',
  description: 'Sees and edits all metadata, and administers nothing.',
  exclusiveGroup,
  platform: [
    ...readerPlatform,
    'platform.generate-personal-access-tokens',
    'platform.manage-domains',
    'platform.manage-home-page-posts',
    'platform.manage-glossaries',
    'platform.manage-tags',
    'platform.manage-business-attribute',
    'platform.manage-documentation-forms',
    'platform.manage-tests',
    'platform.view-metadata-proposals',
    'platform.create-metadata-constraints',
  ],
  metadata: [
    ...readerMetadata,
    'metadata.edit-tags',
    'metadata.edit-glossary-terms',
    'metadata.edit-description',
    'metadata.edit-links',
    'metadata.edit-status',
    'metadata.edit-domain',
    'metadata.edit-data-product',
    'metadata.edit-deprecation',
    'metadata.edit-assertions',
    'metadata.edit-incidents',
    'metadata.edit-dataset-column-tags',
    'metadata.edit-dataset-column-glossary-terms',
    'metadata.edit-dataset-column-descriptions',
    'metadata.edit-tag-color',
    'metadata.edit-lineage',
    'metadata.edit-dataset-queries',
    'metadata.manage-data-products',
    'metadata.edit-properties',
    'metadata.produce-platform-event-api',
    'metadata.manage-tag-proposals',
    'metadata.manage-glossary-term-proposals',
    'metadata.manage-dataset-column-glossary-terms',
    'metadata.manage-dataset-column-tag-proposals',
    'metadata.manage-documentation-proposals',
    'metadata.manage-group-notification-settings',
    'metadata.manage-group-subscriptions',
    'metadata.manage-data-contract-proposals',
    'metadata.share-entity',
  ],
};

/** Holds every privilege there is, those of other plugins included (S4.1). */
export function admin(registry: PrivilegeRegistry): ShippedRoleFacts {
  const namesOf = (type: 'platform' | 'metadata') =>
    registry
      .administrative()
      .filter(privilege => privilege.type === type)
      .map(({ name }) => name);
  return {
    id: 'admin',
    title: 'Admin',
    description:
      'May do everything in the portal. Access to data is still asked for.',
    exclusiveGroup,
    platform: namesOf('platform'),
    metadata: namesOf('metadata'),
  };
}
