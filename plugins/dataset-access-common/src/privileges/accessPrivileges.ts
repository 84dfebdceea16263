import type { Privilege } from './Privilege';
import { permissionList, privilegeList } from './privilegeList';

/** What one may do with requests and grants. Given for some resources, they let a domain have administrators of its own. */
const requestPrivileges = [
  ...permissionList({ area: 'access', type: 'metadata' }, [
    {
      name: 'dataset-access.request.create',
      title: 'Request access',
      description: 'Ask for access to a dataset, for oneself or for others.',
    },
  ]),
  ...privilegeList({ area: 'access', type: 'metadata' }, [
    {
      name: 'dataset-access.request.decide-any',
      title: 'Decide any request',
      description:
        'Approve or deny requests without being the approver. Never one’s own, nor one that one would profit from.',
      implies: ['dataset-access.request.read-any'],
    },
    {
      name: 'dataset-access.hidden.read',
      title: 'See hidden datasets',
      description:
        'Find datasets that only those see who have something to do with them.',
      implies: ['catalog.entity.read'],
    },
    {
      name: 'dataset-access.request.read-any',
      title: 'Read any request',
      description: 'Read the requests of others with their history.',
      implies: ['dataset-access.hidden.read'],
    },
    {
      name: 'dataset-access.grant.read-any',
      title: 'See who has access',
      description: 'See all grants on a dataset, and who has access and why.',
      implies: ['dataset-access.hidden.read'],
    },
  ]),
];

/** The access levels as privileges, so that a policy can give access as a grant does (S1.2). */
const levelPrivileges = privilegeList({ area: 'access', type: 'metadata' }, [
  {
    name: 'dataset-access.level.read-only',
    isDataAccess: true,
    title: 'Read-only access',
    description: 'Use the data of a dataset without changing it.',
    implies: ['dataset-access.hidden.read'],
  },
  {
    name: 'dataset-access.level.editor',
    isDataAccess: true,
    title: 'Editor access',
    description: 'Use and change the data of a dataset.',
    implies: ['dataset-access.level.read-only'],
  },
  {
    name: 'dataset-access.level.owner',
    isDataAccess: true,
    title: 'Owner access',
    description: 'Do with a dataset whatever its owners may.',
    implies: ['dataset-access.level.editor'],
  },
]);

/** Who may say who may do what. */
const administrationPrivileges = [
  ...permissionList({ area: 'access', type: 'platform' }, [
    {
      name: 'dataset-access.policy.read',
      title: 'Read policies',
      description: 'See all policies and privileges.',
    },
    {
      name: 'dataset-access.policy.manage',
      title: 'Manage policies',
      description:
        'Write, change, switch off and remove policies. Whoever may do this is an administrator in effect.',
      // who writes policies can also make and give away what policies name (S2.4, S4.3)
      implies: [
        'dataset-access.policy.read',
        'dataset-access.role.read',
        'dataset-access.role.manage',
        'dataset-access.responsibility.read',
        'dataset-access.responsibility.manage',
        'dataset-access.decision.explain',
      ],
      aliases: ['MANAGE_POLICIES'],
    },
    {
      name: 'dataset-access.role.read',
      title: 'Read roles',
      description: 'See all roles, who holds them and what they give.',
    },
    {
      name: 'dataset-access.role.manage',
      title: 'Manage roles',
      description:
        'Make roles, and give them to users and groups or take them back.',
      implies: ['dataset-access.role.read'],
    },
    {
      name: 'dataset-access.decision.explain',
      title: 'Explain decisions',
      description: 'Ask what somebody else may do, and why.',
    },
    {
      name: 'dataset-access.review.manage',
      title: 'Manage access reviews',
      description:
        'Start access reviews, see all of them and close them. Reviewing itself takes no privilege: those are asked who answer for a dataset.',
    },
  ]),
  ...privilegeList({ area: 'access', type: 'platform' }, [
    {
      name: 'dataset-access.policy.escalate',
      title: 'Hand out any privilege',
      description:
        'Give others privileges that one does not hold, by policy, role or responsibility.',
    },
  ]),
  ...permissionList({ area: 'access', type: 'metadata' }, [
    {
      name: 'dataset-access.responsibility.read',
      title: 'Read responsibilities',
      description: 'See who is responsible for an entity, and since when.',
      implies: ['dataset-access.hidden.read'],
    },
    {
      name: 'dataset-access.responsibility.manage',
      title: 'Manage responsibilities',
      description: 'Make somebody responsible for an entity, and end that.',
      implies: ['dataset-access.responsibility.read'],
    },
  ]),
];

/** The privileges of this product. */
export const accessPrivileges: readonly Privilege[] = [
  ...requestPrivileges,
  ...levelPrivileges,
  ...administrationPrivileges,
];
