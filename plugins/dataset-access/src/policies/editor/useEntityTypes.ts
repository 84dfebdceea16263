import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import { DATASET_ACCESS_KEY } from '../../api/queries';

/** Every kind that the catalog has, and every type of each, as policies write them: `resource` and `resource/dataset`. */
export function useEntityTypes() {
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'entity-types'],
    queryFn: async () => {
      const valuesOf = async (facet: string, filter?: { kind: string }) => {
        const { facets } = await catalogApi.getEntityFacets({
          facets: [facet],
          filter,
        });
        return facets[facet].map(({ value }) => value.toLowerCase());
      };
      const kinds = await valuesOf('kind');
      const ofKind = await Promise.all(
        kinds.map(async kind => {
          const types = await valuesOf('spec.type', { kind });
          return [kind, ...types.map(type => `${kind}/${type}`)];
        }),
      );
      return ofKind.flat();
    },
    // new types are rare, and all of the catalog is counted for them
    staleTime: 5 * 60_000,
    refetchInterval: false,
  });
}
