import type { Privilege } from './Privilege';
import { permissionList } from './privilegeList';

const entityPrivileges = permissionList({ area: 'catalog', type: 'metadata' }, [
  {
    name: 'catalog.entity.read',
    title: 'View entity page',
    description:
      'See an entity: its page, and itself in lists and search results.',
    // the commercial edition of DataHub tells finding an entity from opening it; the catalog of Backstage does not
    aliases: ['VIEW_ENTITY_PAGE', 'VIEW_ENTITY'],
  },
  {
    name: 'catalog.entity.delete',
    title: 'Delete entity',
    description: 'Remove an entity from the catalog.',
    aliases: ['DELETE_ENTITY'],
  },
  {
    name: 'catalog.entity.refresh',
    title: 'Refresh entity',
    description: 'Have the catalog read an entity from its source again.',
  },
]);

/** Permissions of the catalog that are not about one entity. */
const registrationPrivileges = permissionList(
  { area: 'catalog', type: 'platform' },
  [
    {
      name: 'catalog.entity.create',
      title: 'Register entities',
      description: 'Add entities to the catalog.',
    },
    {
      name: 'catalog.entity.validate',
      title: 'Validate entities',
      description:
        'Have the catalog check an entity definition without adding it.',
    },
    {
      name: 'catalog.location.read',
      title: 'Read locations',
      description: 'See the places that the catalog reads entities from.',
    },
    {
      name: 'catalog.location.create',
      title: 'Register locations',
      description: 'Add a place for the catalog to read entities from.',
    },
    {
      name: 'catalog.location.delete',
      title: 'Remove locations',
      description: 'Remove a place that the catalog reads entities from.',
    },
    {
      name: 'catalog.location.analyze',
      title: 'Analyse locations',
      description:
        'Have the catalog look what entities there are in a repository.',
    },
    {
      name: 'catalog.ingestion.read',
      title: 'Read catalog ingestion',
      description: 'See how the entity providers of the catalog are doing.',
    },
    {
      name: 'catalog.ingestion.manage',
      title: 'Manage catalog ingestion',
      description: 'Start, pause and reset the entity providers.',
    },
  ],
);

/** The permissions of the Backstage catalog, by their own names. */
export const catalogPrivileges: readonly Privilege[] = [
  ...entityPrivileges,
  ...registrationPrivileges,
];
