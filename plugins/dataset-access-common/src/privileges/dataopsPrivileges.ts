import type { Privilege } from './Privilege';
import { privilegeList } from './privilegeList';

/**
 * The permissions of Blindata that its DataOps modules ask for (S3.1). They are given for the whole platform; which
 * products they can be used on is a matter of teams and responsibilities, see `../operations`.
 */
export const dataopsPrivileges: readonly Privilege[] = privilegeList(
  { area: 'dataops', type: 'platform' },
  [
    {
      name: 'dataops.admin',
      title: 'DataOps admin',
      description: 'Everything in all DataOps modules; nothing else is needed.',
      implies: [
        'agents.viewer',
        'blueprints.admin',
        'blueprints.editor',
        'blueprints.viewer',
        'data-products.editor',
        'dataops.editor',
        'dataops.viewer',
        'governance-policies.admin',
        'marketplace.admin',
      ],
      aliases: ['DATAOPS_ADMIN'],
    },
    {
      name: 'dataops.editor',
      title: 'DataOps editor',
      description: 'Write in Builder and DevOps.',
      aliases: ['DATAOPS_EDITOR'],
    },
    {
      name: 'dataops.viewer',
      title: 'DataOps viewer',
      description: 'Read in Builder and DevOps.',
      aliases: ['DATAOPS_VIEWER'],
    },
    {
      name: 'governance-policies.viewer',
      title: 'Governance policies viewer',
      description:
        'List governance policies and check against them; needs DataOps viewer as well.',
      aliases: ['GOVERNANCE_POLICIES_VIEWER'],
    },
    {
      name: 'governance-policies.admin',
      title: 'Governance policies admin',
      description: 'Read and write governance policies.',
      implies: ['governance-policies.viewer'],
      aliases: ['GOVERNANCE_POLICIES_ADMIN'],
    },
    {
      name: 'blueprints.viewer',
      title: 'Blueprints viewer',
      description: 'Read blueprints.',
      aliases: ['BLUEPRINTS_VIEWER'],
    },
    {
      name: 'blueprints.editor',
      title: 'Blueprints editor',
      description:
        'Start from a blueprint; needs DataOps editor and data products editor as well.',
      aliases: ['BLUEPRINTS_EDITOR'],
    },
    {
      name: 'blueprints.admin',
      title: 'Blueprints admin',
      description: 'Register and write blueprints.',
      aliases: ['BLUEPRINTS_ADMIN'],
    },
    {
      name: 'data-products.editor',
      title: 'Data products editor',
      description:
        'Work on data products that one reaches by team or responsibility.',
      aliases: ['DATA_PRODUCTS_EDITOR'],
    },
    {
      name: 'marketplace.viewer',
      title: 'Marketplace viewer',
      description: 'Read in the marketplace.',
      aliases: ['MARKETPLACE_VIEWER'],
    },
    {
      name: 'marketplace.editor',
      title: 'Marketplace editor',
      description:
        'Write in the marketplace and, with DataOps editor, approve requests.',
      aliases: ['MARKETPLACE_EDITOR'],
    },
    {
      name: 'marketplace.admin',
      title: 'Marketplace admin',
      description: 'Everything in the marketplace.',
      implies: ['marketplace.editor', 'marketplace.viewer'],
      aliases: ['MARKETPLACE_ADMIN'],
    },
    {
      name: 'agents.viewer',
      title: 'Agents viewer',
      description: 'Use any DataOps module at all.',
      aliases: ['AGENTS_VIEWER'],
    },
    {
      name: 'agents.editor',
      title: 'Agents editor',
      description:
        'Has no effect here: it is about the jobs of the system it comes from.',
      aliases: ['AGENTS_EDITOR'],
    },
    {
      name: 'agents.admin',
      title: 'Agents admin',
      description: 'Has no effect here, as no DataOps module asks for it.',
      aliases: ['AGENTS_ADMIN'],
    },
  ],
);
