import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  canonicalRef,
  DomainCoverage,
  isPrincipalRef,
  PersonFacts,
  ResourceFacts,
} from 'backstage-plugin-dataset-access-common';

/**
 * What the configuration says about entities.
 *
 * @public
 */
export interface EntityFactsOptions {
  /** Label whose value is the name of a domain in the `default` namespace, for entities without a system. */
  domainLabel: string;
  /** Whether an entity is hidden from those who have nothing to do with it. */
  isHidden(entity: Entity): boolean;
  /** How access to its domains reaches an entity; `undefined` for what is no dataset. */
  coverage(entity: Entity): DomainCoverage | undefined;
}

/**
 * What has to be read of an entity to say who may do what with it; catalogs are large, so nothing else crosses the wire.
 *
 * @public
 */
export const FACT_FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'metadata.labels',
  'metadata.tags',
  'spec.type',
  'relations',
];

/**
 * A user or group; `undefined` for everything else.
 *
 * @public
 */
export function personFacts(entity: Entity): PersonFacts | undefined {
  const ref = stringifyEntityRef(entity);
  return isPrincipalRef(ref)
    ? {
        ref,
        uid: entity.metadata.uid,
        groups: [
          ...targets(entity, RELATION_MEMBER_OF),
          ...targets(entity, RELATION_CHILD_OF),
        ].filter(target => target.startsWith('group:')),
      }
    : undefined;
}

/**
 * An entity as policies look at it. It is in the domains of its system, or in the one its label names when it has no
 * system (design §4).
 *
 * @public
 */
export function resourceFacts(
  entity: Entity,
  { domainLabel, isHidden, coverage }: EntityFactsOptions,
): ResourceFacts {
  const { metadata, spec } = entity;
  const containers = targets(entity, RELATION_PART_OF).filter(
    ref => ref.startsWith('system:') || ref.startsWith('domain:'),
  );
  return {
    ref: stringifyEntityRef(entity),
    uid: metadata.uid,
    type: typeof spec?.type === 'string' ? spec.type.toLowerCase() : undefined,
    owners: targets(entity, RELATION_OWNED_BY),
    domains:
      containers.length > 0
        ? containers
        : labelledDomain(metadata.labels?.[domainLabel]),
    tags: (metadata.tags ?? []).map(tag => tag.toLowerCase()),
    labels: metadata.labels ?? {},
    isHidden: isHidden(entity),
    coverage: coverage(entity),
  };
}

function targets(entity: Entity, relation: string): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === relation)
    .map(({ targetRef }) => targetRef);
}

function labelledDomain(name: string | undefined): string[] {
  try {
    return name ? [canonicalRef(`domain:${name}`)] : [];
  } catch {
    return []; // no domain can bear such a name
  }
}
