import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { filterPredicateToFilterFunction } from '@backstage/filter-predicates';
import type { Dataset as DatasetSummary } from 'backstage-plugin-dataset-access-common';
import type { DatasetAccessConfig } from '../config/readConfig';

/** A catalog entity seen as a dataset. */
export interface Dataset {
  entity: Entity;
  /** Canonical. */
  ref: string;
  uid: string;
  title: string;
  /** The platform that holds the data, for example `Snowflake`. */
  source?: string;
  /** Refs in the `ownedBy` relations; they need not exist. */
  owners: string[];
  /** Listed in the data registry, and so open for requests (S0.12). */
  inRegistry: boolean;
}

/** Turns catalog entities into datasets, by the configured predicate. Compiled once. */
export class DatasetReader {
  readonly #isDataset: (entity: Entity) => boolean;
  readonly #isInRegistry: (entity: Entity) => boolean;
  readonly #sourceKey: string;

  constructor({ dataset }: DatasetAccessConfig) {
    this.#isDataset = filterPredicateToFilterFunction(dataset.filter);
    this.#isInRegistry = dataset.registryFilter
      ? filterPredicateToFilterFunction(dataset.registryFilter)
      : () => true;
    this.#sourceKey = dataset.sourceAnnotation;
  }

  /** @returns undefined when the entity is no dataset */
  read(entity: Entity | undefined): Dataset | undefined {
    if (!entity || !this.#isDataset(entity)) {
      return undefined;
    }
    const { metadata } = entity;
    return {
      entity,
      ref: stringifyEntityRef(entity),
      uid: metadata.uid ?? '',
      title: metadata.title ?? metadata.name,
      source:
        metadata.annotations?.[this.#sourceKey] ??
        metadata.labels?.[this.#sourceKey],
      owners: (entity.relations ?? [])
        .filter(({ type }) => type === RELATION_OWNED_BY)
        .map(({ targetRef }) => targetRef),
      inRegistry: this.#isInRegistry(entity),
    };
  }
}

/** A dataset as the API shows it. */
export function summarize(dataset: Dataset): DatasetSummary {
  return { ref: dataset.ref, title: dataset.title, source: dataset.source };
}
