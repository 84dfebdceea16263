import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogApi } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';

/** A catalog of very many users and groups that finds some of them fast, and cannot give all. */
export function crowdedCatalog(entities: Entity[]) {
  const texts = entities.map(entity =>
    JSON.stringify([stringifyEntityRef(entity), entity.spec]).toLowerCase(),
  );
  const queryEntities: CatalogApi['queryEntities'] = async (request = {}) => {
    const { limit = Infinity } = request;
    if (limit > 100) {
      throw new Error('These are too many to be loaded at once');
    }
    const [term, from] =
      'cursor' in request
        ? (JSON.parse(request.cursor) as [string, number])
        : [request.fullTextFilter?.term.toLowerCase() ?? '', 0];
    const found = entities.filter((_, index) => texts[index].includes(term));
    const to = from + limit;
    const nextCursor =
      to < found.length ? JSON.stringify([term, to]) : undefined;
    return {
      items: found.slice(from, to),
      totalItems: found.length,
      pageInfo: { nextCursor },
    };
  };
  return catalogApiMock.mock({ queryEntities });
}
