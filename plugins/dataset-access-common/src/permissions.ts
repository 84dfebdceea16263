import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Resource type of datasets as this plugin sees them: a catalog entity that matches the configured predicate.
 *
 * @public
 */
export const RESOURCE_TYPE_DATASET = 'dataset-access-dataset';

/**
 * Resource type of access requests.
 *
 * @public
 */
export const RESOURCE_TYPE_REQUEST = 'dataset-access-request';

/**
 * Resource type of grants.
 *
 * @public
 */
export const RESOURCE_TYPE_GRANT = 'dataset-access-grant';

/**
 * Resource type of domains, as far as access to them is given.
 *
 * @public
 */
export const RESOURCE_TYPE_DOMAIN = 'dataset-access-domain';

// Every permission on a resource has a resource type and action of its own: the RBAC backend tells those of one plugin
// apart by that pair when it stores a condition (backstage/community-plugins#3634). Those without a resource never have
// a condition, and are told apart by name.

/**
 * File requests for a dataset. Any signed-in user may unless a policy narrows it (S0.2).
 *
 * @public
 */
export const requestCreatePermission = createPermission({
  name: 'dataset-access.request.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_DATASET,
});

/**
 * Read a request and its history.
 *
 * @public
 */
export const requestReadPermission = createPermission({
  name: 'dataset-access.request.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_REQUEST,
});

/**
 * Approve or deny a request, or ask its requester for more information.
 *
 * @public
 */
export const requestDecidePermission = createPermission({
  name: 'dataset-access.request.decide',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_REQUEST,
});

/**
 * Take back a pending request.
 *
 * @public
 */
export const requestWithdrawPermission = createPermission({
  name: 'dataset-access.request.withdraw',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_REQUEST,
});

/**
 * Comment on a request.
 *
 * @public
 */
export const requestCommentPermission = createPermission({
  name: 'dataset-access.request.comment',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_REQUEST,
});

/**
 * Read a grant.
 *
 * @public
 */
export const grantReadPermission = createPermission({
  name: 'dataset-access.grant.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_GRANT,
});

/**
 * Confirm that a grant exists in the source.
 *
 * @public
 */
export const grantConfirmPermission = createPermission({
  name: 'dataset-access.grant.confirm',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_GRANT,
});

/**
 * Take access back, and mend what a source allows otherwise.
 *
 * @public
 */
export const grantRevokePermission = createPermission({
  name: 'dataset-access.grant.revoke',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_GRANT,
});

/**
 * See who has access to a domain.
 *
 * @public
 */
export const domainGrantReadPermission = createPermission({
  name: 'dataset-access.domain-grant.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_DOMAIN,
});

/**
 * Give and take access to a domain. Only its owners can; a permission policy can narrow that further (S1.3).
 *
 * @public
 */
export const domainGrantManagePermission = createPermission({
  name: 'dataset-access.domain-grant.manage',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_DOMAIN,
});

/**
 * Read policies and privileges.
 *
 * @public
 */
export const policyReadPermission = createPermission({
  name: 'dataset-access.policy.read',
  attributes: { action: 'read' },
});

/**
 * Write policies. Whoever may is effectively an administrator (S2.4).
 *
 * @public
 */
export const policyManagePermission = createPermission({
  name: 'dataset-access.policy.manage',
  attributes: { action: 'update' },
});

/**
 * Read roles and who holds them.
 *
 * @public
 */
export const roleReadPermission = createPermission({
  name: 'dataset-access.role.read',
  attributes: { action: 'read' },
});

/**
 * Make roles, give them and take them.
 *
 * @public
 */
export const roleManagePermission = createPermission({
  name: 'dataset-access.role.manage',
  attributes: { action: 'update' },
});

/**
 * Read who is responsible for what.
 *
 * @public
 */
export const responsibilityReadPermission = createPermission({
  name: 'dataset-access.responsibility.read',
  attributes: { action: 'read' },
});

/**
 * Make people responsible for entities, and end that.
 *
 * @public
 */
export const responsibilityManagePermission = createPermission({
  name: 'dataset-access.responsibility.manage',
  attributes: { action: 'update' },
});

/**
 * Ask what somebody else may do, and why.
 *
 * @public
 */
export const decisionExplainPermission = createPermission({
  name: 'dataset-access.decision.explain',
  attributes: { action: 'read' },
});

/**
 * Start access reviews, see all of them and close them (issue 5 item 9).
 *
 * @public
 */
export const reviewManagePermission = createPermission({
  name: 'dataset-access.review.manage',
  attributes: { action: 'update' },
});

/**
 * All permissions of this plugin.
 *
 * @public
 */
export const datasetAccessPermissions = [
  requestCreatePermission,
  requestReadPermission,
  requestDecidePermission,
  requestWithdrawPermission,
  requestCommentPermission,
  grantReadPermission,
  grantConfirmPermission,
  grantRevokePermission,
  domainGrantReadPermission,
  domainGrantManagePermission,
  policyReadPermission,
  policyManagePermission,
  roleReadPermission,
  roleManagePermission,
  responsibilityReadPermission,
  responsibilityManagePermission,
  decisionExplainPermission,
  reviewManagePermission,
];
