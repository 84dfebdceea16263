import type { Privilege } from './Privilege';
import { privilegeList } from './privilegeList';

/** What counts as a dataset unless configured otherwise (design §2). */
const datasets = ['api/dataset', 'resource/dataset'];

const datasetPrivileges = privilegeList(
  { area: 'metadata', type: 'metadata', resources: datasets },
  [
    {
      name: 'metadata.view-dataset-usage',
      title: 'View dataset usage',
      description: 'See how often a dataset is queried, by whom and how.',
      aliases: ['VIEW_DATASET_USAGE'],
    },
    {
      name: 'metadata.view-dataset-profile',
      title: 'View dataset profile',
      description:
        'See statistics of the data, such as the number of rows and the share of empty fields.',
      aliases: ['VIEW_DATASET_PROFILE'],
    },
    {
      name: 'metadata.edit-dataset-column-tags',
      title: 'Edit dataset column tags',
      description: 'Put tags on the columns of a dataset and take them off.',
      aliases: ['EDIT_DATASET_COL_TAGS'],
    },
    {
      name: 'metadata.edit-dataset-column-glossary-terms',
      title: 'Edit dataset column glossary terms',
      description: 'Link columns of a dataset to glossary terms.',
      aliases: ['EDIT_DATASET_COL_GLOSSARY_TERMS'],
    },
    {
      name: 'metadata.edit-dataset-column-descriptions',
      title: 'Edit dataset column descriptions',
      description: 'Describe the columns of a dataset.',
      aliases: ['EDIT_DATASET_COL_DESCRIPTION'],
    },
    {
      name: 'metadata.edit-dataset-queries',
      title: 'Edit dataset queries',
      description: 'Choose the queries that a dataset is shown with.',
      aliases: ['EDIT_ENTITY_QUERIES'],
    },
    {
      // which name exports give it is not documented
      name: 'metadata.edit-monitors',
      title: 'Edit monitors',
      description: 'Change the monitors that watch over a dataset.',
      commercial: true,
    },
  ],
);

const peoplePrivileges = privilegeList({ area: 'metadata', type: 'metadata' }, [
  {
    name: 'metadata.edit-group-members',
    title: 'Edit group members',
    description: 'Say who belongs to a group.',
    resources: ['group'],
    aliases: ['EDIT_GROUP_MEMBERS'],
  },
  {
    name: 'metadata.edit-user-profile',
    title: 'Edit user profile',
    description: 'Change what the profile of a user says.',
    resources: ['user'],
    aliases: ['EDIT_USER_PROFILE'],
  },
  {
    name: 'metadata.edit-contact-information',
    title: 'Edit contact information',
    description: 'Change how a user or group can be reached.',
    resources: ['group', 'user'],
    aliases: ['EDIT_CONTACT_INFO'],
  },
  {
    // which name exports give it is not documented
    name: 'metadata.manage-group-subscriptions',
    title: 'Manage group subscriptions',
    description: 'Say what a group wants to hear about.',
    resources: ['group'],
    commercial: true,
  },
  {
    name: 'metadata.manage-group-notification-settings',
    title: 'Manage group notification settings',
    description: 'Say how a group is notified.',
    resources: ['group'],
    aliases: ['MANAGE_GROUP_NOTIFICATION_SETTINGS'],
    commercial: true,
  },
  {
    name: 'metadata.manage-user-subscriptions',
    title: 'Manage user subscriptions',
    description: 'Say what another user wants to hear about.',
    resources: ['user'],
    aliases: ['MANAGE_USER_SUBSCRIPTIONS'],
    commercial: true,
  },
]);

// Tags and term groups are no kinds of Backstage, but a catalog may have kinds of these names.
const structurePrivileges = privilegeList(
  { area: 'metadata', type: 'metadata' },
  [
    {
      name: 'metadata.manage-data-products',
      title: 'Manage data products',
      description: 'Add, change and remove the data products of a domain.',
      resources: ['domain'],
      aliases: ['MANAGE_DATA_PRODUCTS'],
    },
    {
      name: 'metadata.edit-tag-color',
      title: 'Edit tag color',
      description: 'Change the colour of a tag.',
      resources: ['tag'],
      aliases: ['EDIT_TAG_COLOR'],
    },
    {
      name: 'metadata.manage-direct-glossary-children',
      title: 'Manage direct glossary children',
      description: 'Change what is directly inside a term group.',
      resources: ['termgroup'],
      aliases: ['MANAGE_GLOSSARY_CHILDREN'],
    },
    {
      name: 'metadata.manage-all-glossary-children',
      title: 'Manage all glossary children',
      description: 'Change what is inside a term group, at any depth.',
      resources: ['termgroup'],
      implies: ['metadata.manage-direct-glossary-children'],
      aliases: ['MANAGE_ALL_GLOSSARY_CHILDREN'],
    },
  ],
);

/** What DataHub lets some people do with some kinds of entities (S2.11, S4). */
export const entityPrivileges: readonly Privilege[] = [
  ...datasetPrivileges,
  ...peoplePrivileges,
  ...structurePrivileges,
];
