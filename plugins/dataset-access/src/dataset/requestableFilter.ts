import type { Entity } from '@backstage/catalog-model';
import type { ConfigApi } from '@backstage/core-plugin-api';
import { datasetFilter } from './datasetFilter';

/**
 * Tells what access can be asked for: datasets, and domains with or without all of their datasets.
 *
 * @public
 */
export function requestableFilter(
  config: ConfigApi,
): (entity: Entity) => boolean {
  const isDataset = datasetFilter(config);
  return entity => isDomain(entity) || isDataset(entity);
}

function isDomain({ kind }: Entity): boolean {
  return kind.toLocaleLowerCase('en-US') === 'domain';
}
