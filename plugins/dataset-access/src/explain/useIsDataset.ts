import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import { DATASET_ACCESS_KEY } from '../api/queries';
import { datasetFilter } from '../dataset/datasetFilter';

/** Whether an entity is a dataset, as far as the user can see it; false until that is known. */
export function useIsDataset(entityRef: string | undefined): boolean {
  const catalogApi = useApi(catalogApiRef);
  const isDataset = datasetFilter(useApi(configApiRef));
  const { data } = useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'is-dataset', entityRef],
    queryFn: async () => {
      const entity = await catalogApi.getEntityByRef(entityRef!);
      return entity !== undefined && isDataset(entity);
    },
    enabled: entityRef !== undefined,
    refetchInterval: false,
  });
  return data ?? false;
}
