import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import {
  RESOURCE_TYPE_DATASET,
  RESOURCE_TYPE_DOMAIN,
  RESOURCE_TYPE_GRANT,
  RESOURCE_TYPE_REQUEST,
} from 'backstage-plugin-dataset-access-common';

/**
 * How somebody can be connected to a request.
 *
 * @public
 */
export type RequestRole = 'requester' | 'beneficiary' | 'approver' | 'owner';

/**
 * What the rules of requests look at: the principals of each role, as canonical refs.
 *
 * @public
 */
export type RequestResource = Record<RequestRole, readonly string[]>;

/**
 * A list condition on requests: one of the principals has the role. Parameters carry principals, never lists of
 * datasets, so a condition stays small (design §7).
 *
 * @public
 */
export interface RequestCondition {
  role: RequestRole;
  principals: readonly string[];
}

/**
 * @public
 */
export const requestResourceRef = createPermissionResourceRef<
  RequestResource,
  RequestCondition
>().with({
  pluginId: 'dataset-access',
  resourceType: RESOURCE_TYPE_REQUEST,
});

/**
 * How somebody can be connected to a grant.
 *
 * @public
 */
export type GrantRole = 'holder' | 'owner';

/**
 * What the rules of grants look at.
 *
 * @public
 */
export type GrantResource = Record<GrantRole, readonly string[]>;

/**
 * A list condition on grants.
 *
 * @public
 */
export interface GrantCondition {
  role: GrantRole;
  principals: readonly string[];
}

/**
 * @public
 */
export const grantResourceRef = createPermissionResourceRef<
  GrantResource,
  GrantCondition
>().with({
  pluginId: 'dataset-access',
  resourceType: RESOURCE_TYPE_GRANT,
});

/**
 * What the rules of datasets look at.
 *
 * @public
 */
export interface DatasetResource {
  ref: string;
  owner: readonly string[];
}

/**
 * A condition on datasets.
 *
 * @public
 */
export interface DatasetCondition {
  role: 'owner';
  principals: readonly string[];
}

/**
 * @public
 */
export const datasetResourceRef = createPermissionResourceRef<
  DatasetResource,
  DatasetCondition
>().with({
  pluginId: 'dataset-access',
  resourceType: RESOURCE_TYPE_DATASET,
});

/**
 * What the rules of domains look at.
 *
 * @public
 */
export interface DomainResource {
  ref: string;
  /** By the catalog. */
  owner: readonly string[];
}

/**
 * A condition on domains.
 *
 * @public
 */
export interface DomainCondition {
  role: 'owner';
  principals: readonly string[];
}

/**
 * @public
 */
export const domainResourceRef = createPermissionResourceRef<
  DomainResource,
  DomainCondition
>().with({
  pluginId: 'dataset-access',
  resourceType: RESOURCE_TYPE_DOMAIN,
});
