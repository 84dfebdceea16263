import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { filterPredicateToFilterFunction } from '@backstage/filter-predicates';
import type { Dataset as DatasetSummary } from 'backstage-plugin-dataset-access-common';
import type { DatasetAccessConfig } from '../config/readConfig';

/** A catalog entity that access can be asked for: a dataset or, with the same flow, a domain. */
export interface Dataset {
  kind: 'dataset' | 'domain';
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

/** Turns catalog entities into datasets, by the configured predicate, and domains into what one can ask for like a dataset. Compiled once. */
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

  /** @returns undefined when the entity is neither */
  read(entity: Entity | undefined): Dataset | undefined {
    if (!entity) {
      return undefined;
    }
    const isDataset = this.#isDataset(entity);
    if (!isDataset && entity.kind.toLocaleLowerCase('en-US') !== 'domain') {
      return undefined;
    }
    const { metadata } = entity;
    return {
      kind: isDataset ? 'dataset' : 'domain',
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
      // domains are not registered
      inRegistry: !isDataset || this.#isInRegistry(entity),
    };
  }
}

/** A dataset as the API shows it. */
export function summarize(dataset: Dataset): DatasetSummary {
  return { ref: dataset.ref, title: dataset.title, source: dataset.source };
}
