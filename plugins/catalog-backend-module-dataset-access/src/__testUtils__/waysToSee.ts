import type { Entity } from '@backstage/catalog-model';
import type { Portal } from './Portal';

/** Whether each way in which the catalog tells of a resource tells somebody of this one, of two. */
export async function waysToSee(portal: Portal, ref: string, caller: string) {
  const [kind, namespace, name] = ref.split(/[:/]/);
  const [list, byQuery, facets, byName, byRefs, ask] = await Promise.all([
    portal.get(caller, '/api/catalog/entities?filter=kind=resource'),
    portal.get(caller, '/api/catalog/entities/by-query?filter=kind=resource'),
    portal.get(caller, '/api/catalog/entity-facets?facet=metadata.name'),
    portal.get(
      caller,
      `/api/catalog/entities/by-name/${kind}/${namespace}/${name}`,
    ),
    portal.post(caller, '/api/catalog/entities/by-refs', {
      entityRefs: [ref],
    }),
    // what the search asks about each of its results
    portal.post(caller, '/api/permission/authorize', {
      items: [
        {
          id: '1',
          permission: {
            type: 'resource',
            name: 'catalog.entity.read',
            attributes: { action: 'read' },
            resourceType: 'catalog-entity',
          },
          resourceRef: ref,
        },
      ],
    }),
  ]);
  const names = (entities: Entity[]) =>
    entities.map(({ metadata }) => metadata.name);
  return {
    list: names(list.body).includes(name),
    page: names(byQuery.body.items).includes(name),
    count: byQuery.body.totalItems === 2,
    facets: facets.body.facets['metadata.name'].some(
      ({ value }: { value: string }) => value === name,
    ),
    byName: byName.status === 200,
    byRefs: Boolean(byRefs.body.items[0]),
    search: ask.body.items[0].result === 'ALLOW',
  };
}
/** The answer when all of them agree. */
export const everywhere = (is: boolean) => ({
  list: is,
  page: is,
  count: is,
  facets: is,
  byName: is,
  byRefs: is,
  search: is,
});
