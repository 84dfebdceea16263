import { canonicalRef } from 'backstage-plugin-dataset-access-common';
import type { OperationHandlers } from '../http/operation';
import type { DatasetAccessService } from './DatasetAccessService';

/** The operations on datasets. */
export function datasetAccessRoutes(
  service: DatasetAccessService,
): OperationHandlers<'getDatasetAccess'> {
  return {
    getDatasetAccess: async ({ actor, params }) => ({
      status: 200,
      body: await service.get(
        actor,
        canonicalRef(`${params.kind}:${params.namespace}/${params.name}`),
      ),
    }),
  };
}
