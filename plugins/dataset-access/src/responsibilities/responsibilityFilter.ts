import type { Entity } from '@backstage/catalog-model';
import type { ConfigApi } from '@backstage/core-plugin-api';
import { datasetFilter } from '../dataset/datasetFilter';

/** Kinds that somebody can answer for, datasets aside. */
const KINDS: readonly string[] = [
  'system',
  'domain',
  'component',
  'api',
  'resource',
];

/** Tells entities that somebody can answer for from users, groups, templates, locations and the like. */
export function responsibilityFilter(
  config: ConfigApi,
): (entity: Entity) => boolean {
  const isDataset = datasetFilter(config);
  return entity =>
    KINDS.includes(entity.kind.toLocaleLowerCase('en-US')) || isDataset(entity);
}
