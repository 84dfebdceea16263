import { PrivilegeRegistry } from '../privilegeRegistry';

/** The platform privileges in DataHub’s guide to policies (S2.6), row by row. */
export const platformTitles = [
  'Manage Policies',
  'Manage Metadata Ingestion',
  'Manage Secrets',
  'Manage Users & Groups',
  'Manage All Access Tokens',
  'Create Domains',
  'Manage Domains',
  'View Analytics',
  'Generate Personal Access Tokens',
  'Manage User Credentials',
  'Manage Glossaries',
  'Create Tags',
  'Manage Tags',
  'Manage Public Views',
  'Manage Ownership Types',
  'Manage Platform Settings',
  'Manage Monitors',
  'Restore Indices API',
  'Enable/Disable Writeability API',
  'Apply Retention API',
];

/** The common metadata privileges in the guide (S2.11), row by row. */
export const commonTitles = [
  'View Entity Page',
  'Edit Tags',
  'Edit Glossary Terms',
  'Edit Owners',
  'Edit Description',
  'Edit Links',
  'Edit Status',
  'Edit Domain',
  'Edit Deprecation',
  'Edit Lineage',
  'Edit Data Product',
  'Propose Tags',
  'Propose Glossary Terms',
  'Propose Documentation',
  'Manage Tag Proposals',
  'Manage Glossary Terms Proposals',
  'Manage Documentation Proposals',
  'Edit Entity',
  'Get Timeline API',
  'Get Entity API',
  'Get Timeseries Aspect API',
  'Get Aspect/Entity Count APIs',
  'Search API',
  'Produce Platform Event API',
];

/** The specific metadata privileges in the guide (S2.11), row by row, with the entity they are for. */
export const specificTitles: Array<[entity: string, title: string]> = [
  ['Dataset', 'Edit Dataset Column Tags'],
  ['Dataset', 'Edit Dataset Column Glossary Terms'],
  ['Dataset', 'Edit Dataset Column Descriptions'],
  ['Dataset', 'Edit Dataset Queries'],
  ['Dataset', 'View Dataset Usage'],
  ['Dataset', 'View Dataset Profile'],
  ['Dataset', 'Edit Assertions'],
  ['Dataset', 'Edit Incidents'],
  ['Dataset', 'Edit Monitors'],
  ['Tag', 'Edit Tag Color'],
  ['Group', 'Edit Group Members'],
  ['Group', 'Edit Contact Information'],
  ['Group', 'Manage Group Subscriptions'],
  ['Group', 'Manage Group Notifications'],
  ['User', 'Edit User Profile'],
  ['User + Group', 'Edit Contact Information'],
  ['Term Group', 'Manage Direct Glossary Children'],
  ['Term Group', 'Manage All Glossary Children'],
];

/** Titles under which the same privilege stands in another table of the source, or that say too little on a screen. */
const otherTitles: Record<string, string> = {
  'Get Entity API': 'Get Entity + Relationships API',
  'Manage Glossary Terms Proposals': 'Manage Glossary Term Proposals',
  'Manage Group Notifications': 'Manage Group Notification Settings',
  'View Entity': 'View Entity Page',
  Delete: 'Delete Entity',
};

/** The shipped privilege that a row of the source is about; `undefined` when there is none. */
export function privilegeTitled(title: string) {
  const sought = (otherTitles[title] ?? title).toLowerCase();
  return new PrivilegeRegistry()
    .all()
    .find(privilege => privilege.title.toLowerCase() === sought);
}
