import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { isResourcePermission } from '@backstage/plugin-permission-common';
import {
  datasetAccessPermissions,
  domainGrantManagePermission,
  domainGrantReadPermission,
  grantConfirmPermission,
  grantReadPermission,
  grantRevokePermission,
  requestCommentPermission,
  requestCreatePermission,
  requestDecidePermission,
  requestReadPermission,
  requestWithdrawPermission,
} from 'backstage-plugin-dataset-access-common';
import {
  DatasetResource,
  datasetResourceRef,
  datasetRules,
  DomainResource,
  domainResourceRef,
  domainRules,
  GrantResource,
  grantResourceRef,
  grantRules,
  RequestResource,
  requestResourceRef,
  requestRules,
} from 'backstage-plugin-dataset-access-node';

/** Loads resources as permission rules see them, all at once; one that does not exist is `undefined`. */
export interface ResourceLoader<TResource> {
  load(ids: string[]): Promise<Array<TResource | undefined>>;
}

/** Makes our permissions, resource types and rules known to the permission framework. */
export function registerResourceTypes(
  registry: PermissionsRegistryService,
  loaders: {
    datasets: ResourceLoader<DatasetResource>;
    requests: ResourceLoader<RequestResource>;
    grants: ResourceLoader<GrantResource>;
    domains: ResourceLoader<DomainResource>;
  },
): void {
  registry.addPermissions(
    datasetAccessPermissions.filter(one => !isResourcePermission(one)),
  );
  registry.addResourceType({
    resourceRef: datasetResourceRef,
    permissions: [requestCreatePermission],
    rules: Object.values(datasetRules),
    getResources: refs => loaders.datasets.load(refs),
  });
  registry.addResourceType({
    resourceRef: requestResourceRef,
    permissions: [
      requestReadPermission,
      requestDecidePermission,
      requestWithdrawPermission,
      requestCommentPermission,
    ],
    rules: Object.values(requestRules),
    getResources: ids => loaders.requests.load(ids),
  });
  registry.addResourceType({
    resourceRef: grantResourceRef,
    permissions: [
      grantReadPermission,
      grantConfirmPermission,
      grantRevokePermission,
    ],
    rules: Object.values(grantRules),
    getResources: ids => loaders.grants.load(ids),
  });
  registry.addResourceType({
    resourceRef: domainResourceRef,
    permissions: [domainGrantReadPermission, domainGrantManagePermission],
    rules: Object.values(domainRules),
    getResources: refs => loaders.domains.load(refs),
  });
}
