import type { Entity } from '@backstage/catalog-model';
import { filterPredicateToFilterFunction } from '@backstage/filter-predicates';
import type { DatasetAccessConfig } from './readConfig';

/**
 * Whether an entity is hidden: a dataset whose label says so, or all that do not say otherwise when that is the default.
 * A value nobody knows hides, because whoever wrote it wanted something else than the default. Only datasets can be hidden.
 */
export function readVisibility({
  dataset,
}: DatasetAccessConfig): (entity: Entity) => boolean {
  const isDataset = filterPredicateToFilterFunction(dataset.filter);
  const { visibilityLabel, visibility } = dataset;
  return entity => {
    const value = entity.metadata.labels?.[visibilityLabel] ?? visibility;
    return value !== 'discoverable' && isDataset(entity);
  };
}
