import type { Privilege } from './Privilege';
import { privilegeList } from './privilegeList';

/** What DataHub lets some people do with the platform as a whole (S2.6, S4). */
export const platformPrivileges: readonly Privilege[] = privilegeList(
  { area: 'platform', type: 'platform' },
  [
    {
      name: 'platform.manage-metadata-ingestion',
      title: 'Manage metadata ingestion',
      description: 'Add, change and remove what metadata is taken in from.',
      // what that is in Backstage
      implies: [
        'catalog.location.read',
        'catalog.location.create',
        'catalog.location.delete',
        'catalog.location.analyze',
        'catalog.ingestion.read',
        'catalog.ingestion.manage',
      ],
      aliases: ['MANAGE_INGESTION'],
    },
    {
      name: 'platform.manage-secrets',
      title: 'Manage secrets',
      description: 'Store and remove secrets.',
      aliases: ['MANAGE_SECRETS'],
    },
    {
      name: 'platform.manage-users-and-groups',
      title: 'Manage users & groups',
      description: 'Add, change and remove users and groups.',
      aliases: ['MANAGE_USERS_AND_GROUPS'],
    },
    {
      name: 'platform.manage-user-credentials',
      title: 'Manage user credentials',
      description: 'Invite new users, and have passwords set anew.',
      aliases: ['MANAGE_USER_CREDENTIALS'],
    },
    {
      name: 'platform.generate-personal-access-tokens',
      title: 'Generate personal access tokens',
      description: 'Make tokens for calling the API as oneself.',
      aliases: ['GENERATE_PERSONAL_ACCESS_TOKENS'],
    },
    {
      name: 'platform.manage-all-access-tokens',
      title: 'Manage all access tokens',
      description:
        'List, make and revoke the tokens of everybody. Whoever may do this can act as anybody.',
      implies: ['platform.generate-personal-access-tokens'],
      aliases: ['MANAGE_ACCESS_TOKENS'],
    },
    {
      name: 'platform.view-analytics',
      title: 'View analytics',
      description: 'See how the platform is used.',
      aliases: ['VIEW_ANALYTICS'],
    },
    {
      name: 'platform.create-domains',
      title: 'Create domains',
      description: 'Add domains.',
      aliases: ['CREATE_DOMAINS'],
    },
    {
      name: 'platform.manage-domains',
      title: 'Manage domains',
      description: 'Add and remove domains.',
      implies: ['platform.create-domains'],
      aliases: ['MANAGE_DOMAINS'],
    },
    {
      name: 'platform.manage-glossaries',
      title: 'Manage glossaries',
      description: 'Add, change, move and remove terms and term groups.',
      implies: ['metadata.manage-all-glossary-children'],
      aliases: ['MANAGE_GLOSSARIES'],
    },
    {
      name: 'platform.create-tags',
      title: 'Create tags',
      description: 'Add tags.',
      aliases: ['CREATE_TAGS'],
    },
    {
      name: 'platform.manage-tags',
      title: 'Manage tags',
      description: 'Add and remove tags.',
      implies: ['platform.create-tags'],
      aliases: ['MANAGE_TAGS'],
    },
    {
      name: 'platform.create-business-attribute',
      title: 'Create business attribute',
      description: 'Add business attributes.',
      aliases: ['CREATE_BUSINESS_ATTRIBUTE'],
    },
    {
      // does not imply adding one: in the source editors manage business attributes, and only admins create them (S4)
      name: 'platform.manage-business-attribute',
      title: 'Manage business attribute',
      description: 'Maintain the business attributes that there are.',
      aliases: ['MANAGE_BUSINESS_ATTRIBUTE'],
    },
    {
      name: 'platform.manage-documentation-forms',
      title: 'Manage documentation forms',
      description: 'Maintain the forms by which assets get documented.',
      aliases: ['MANAGE_DOCUMENTATION_FORMS'],
    },
    {
      name: 'platform.manage-home-page-posts',
      title: 'Manage home page posts',
      description: 'Put announcements on the home page and take them down.',
      aliases: ['MANAGE_GLOBAL_ANNOUNCEMENTS'],
    },
    {
      name: 'platform.manage-public-views',
      title: 'Manage public views',
      description: 'Maintain the views that everybody shares.',
      aliases: ['MANAGE_GLOBAL_VIEWS'],
    },
    {
      name: 'platform.manage-ownership-types',
      title: 'Manage ownership types',
      description: 'Maintain the ways in which one can own something.',
      aliases: ['MANAGE_GLOBAL_OWNERSHIP_TYPES'],
    },
    {
      name: 'platform.manage-connections',
      title: 'Manage connections',
      description: 'Maintain the connections to other platforms.',
      aliases: ['MANAGE_CONNECTIONS'],
    },
  ],
);
