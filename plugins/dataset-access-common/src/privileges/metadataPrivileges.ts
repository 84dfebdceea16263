import type { Privilege } from './Privilege';
import { privilegeList } from './privilegeList';

/** What DataHub lets some people do with any kind of entity (S2.11, S4). */
export const metadataPrivileges: readonly Privilege[] = privilegeList(
  { area: 'metadata', type: 'metadata' },
  [
    {
      name: 'metadata.edit-entity',
      title: 'Edit entity',
      description:
        'Change whatever is said about an entity. Not who owns it, who people are and who belongs to a group.',
      // Every privilege to edit but four. The source table has them for admins only while editors hold this one (S4), and
      // who may name owners or members gives away all that owners and members may do.
      implies: [
        'catalog.entity.read',
        'catalog.entity.refresh',
        'metadata.edit-tags',
        'metadata.edit-glossary-terms',
        'metadata.edit-description',
        'metadata.edit-links',
        'metadata.edit-status',
        'metadata.edit-domain',
        'metadata.edit-deprecation',
        'metadata.edit-lineage',
        'metadata.edit-data-product',
        'metadata.edit-properties',
        'metadata.edit-assertions',
        'metadata.edit-incidents',
        'metadata.edit-dataset-column-tags',
        'metadata.edit-dataset-column-glossary-terms',
        'metadata.edit-dataset-column-descriptions',
        'metadata.edit-dataset-queries',
        'metadata.edit-monitors',
        'metadata.edit-tag-color',
      ],
      aliases: ['EDIT_ENTITY'],
    },
    {
      name: 'metadata.edit-tags',
      title: 'Edit tags',
      description: 'Put tags on an entity and take them off.',
      aliases: ['EDIT_ENTITY_TAGS'],
    },
    {
      name: 'metadata.edit-glossary-terms',
      title: 'Edit glossary terms',
      description: 'Link an entity to glossary terms, and unlink it.',
      aliases: ['EDIT_ENTITY_GLOSSARY_TERMS'],
    },
    {
      name: 'metadata.edit-owners',
      title: 'Edit owners',
      description: 'Say who owns an entity.',
      aliases: ['EDIT_ENTITY_OWNERS'],
    },
    {
      name: 'metadata.edit-description',
      title: 'Edit description',
      description: 'Write the documentation of an entity.',
      aliases: ['EDIT_ENTITY_DOCS'],
    },
    {
      name: 'metadata.edit-links',
      title: 'Edit links',
      description: 'Change the links of an entity.',
      aliases: ['EDIT_ENTITY_DOC_LINKS'],
    },
    {
      name: 'metadata.edit-status',
      title: 'Edit status',
      description: 'Mark an entity as removed, or bring it back.',
      aliases: ['EDIT_ENTITY_STATUS'],
    },
    {
      name: 'metadata.edit-domain',
      title: 'Edit domain',
      description: 'Say which domain an entity belongs to.',
      aliases: ['EDIT_DOMAINS_PRIVILEGE'],
    },
    {
      name: 'metadata.edit-deprecation',
      title: 'Edit deprecation',
      description: 'Mark an entity as deprecated, or no longer so.',
      aliases: ['EDIT_DEPRECATION_PRIVILEGE'],
    },
    {
      name: 'metadata.edit-lineage',
      title: 'Edit lineage',
      description: 'Say what an entity is made from, and what is made from it.',
      aliases: ['EDIT_LINEAGE'],
    },
    {
      name: 'metadata.edit-data-product',
      title: 'Edit data product',
      description: 'Say which data product an entity is part of.',
      aliases: ['EDIT_ENTITY_DATA_PRODUCTS'],
    },
    {
      name: 'metadata.edit-properties',
      title: 'Edit properties',
      description: 'Change the properties of an entity.',
      aliases: ['EDIT_ENTITY_PROPERTIES'],
    },
    {
      name: 'metadata.edit-assertions',
      title: 'Edit assertions',
      description: 'Say what has to be true of the data of an entity.',
      aliases: ['EDIT_ENTITY_ASSERTIONS'],
    },
    {
      name: 'metadata.edit-incidents',
      title: 'Edit incidents',
      description: 'Raise and close incidents of an entity.',
      aliases: ['EDIT_ENTITY_INCIDENTS'],
    },
    {
      name: 'metadata.execute-entity',
      title: 'Execute entity',
      description: 'Have the metadata of an entity taken in anew.',
      implies: ['catalog.entity.refresh'],
      aliases: ['EXECUTE_ENTITY'],
    },
    {
      // which name exports give it is not documented
      name: 'metadata.share-entity',
      title: 'Share entity',
      description: 'Share an entity with another installation.',
      commercial: true,
    },
  ],
);
