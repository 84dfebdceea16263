import type { Entity } from '@backstage/catalog-model';
import { filterPredicateToFilterFunction } from '@backstage/filter-predicates';
import type { DomainCoverage } from 'backstage-plugin-dataset-access-common';
import type { DatasetAccessConfig } from './readConfig';

/** What takes a label back. Anything else sets it: whoever wrote it wanted less than everybody else has. */
const UNSET = ['false', 'disabled'];

/**
 * How access to its domains reaches an entity, by its labels (S1.11, S1.12). With both labels it is never reached;
 * `undefined` for what is no dataset.
 */
export function readCoverage({
  dataset,
  domains,
}: Pick<DatasetAccessConfig, 'dataset' | 'domains'>): (
  entity: Entity,
) => DomainCoverage | undefined {
  const isDataset = filterPredicateToFilterFunction(dataset.filter);
  return entity => {
    if (!isDataset(entity)) {
      return undefined;
    }
    if (isSet(entity, domains.tagBasedLabel)) {
      return 'never';
    }
    return isSet(entity, domains.snapshotLabel) ? 'snapshot-only' : 'following';
  };
}

function isSet({ metadata }: Entity, label: string): boolean {
  const value = metadata.labels?.[label];
  return value !== undefined && !UNSET.includes(value.toLowerCase());
}
