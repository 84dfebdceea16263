import {
  DEFAULT_NAMESPACE,
  Entity,
  EntityRelation,
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import {
  IndexedResource,
  scopesOf,
} from 'backstage-plugin-dataset-access-common';
import type { DecisionIndexService } from 'backstage-plugin-dataset-access-node';

/** The relations that the catalog makes of these fields, and the kind that a name without one means. */
const RELATIONS = [
  { field: 'owner', type: RELATION_OWNED_BY, kind: 'group' },
  { field: 'system', type: RELATION_PART_OF, kind: 'system' },
  { field: 'domain', type: RELATION_PART_OF, kind: 'domain' },
  { field: 'subdomainOf', type: RELATION_PART_OF, kind: 'domain' },
] as const;

/**
 * Writes into every entity what it is in: its own ref, its owner, its domains, its type, tags and labels, and whether it is
 * hidden. These are public facts; who has access is not among them.
 *
 * The domains come from the index, which may not have been read yet when an entity is processed for the first time. Then
 * they are missing until the catalog looks at it again, and nobody sees it by them until then.
 */
export class ScopesProcessor implements CatalogProcessor {
  readonly #decisions: DecisionIndexService;

  constructor(decisions: DecisionIndexService) {
    this.#decisions = decisions;
  }

  getProcessorName(): string {
    return 'DatasetAccessScopesProcessor';
  }

  async postProcessEntity(entity: Entity): Promise<Entity> {
    const facts = this.#decisions.describe({
      ...entity,
      relations: relationsToBe(entity),
    });
    if (!facts) {
      return entity;
    }
    const index = this.#decisions.current();
    const resource = index
      ? new IndexedResource(facts, index.resources)
      : IndexedResource.alone(facts);
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        datasetAccess: { scopes: scopesOf(resource) },
      },
    };
  }
}

/** An entity gets its relations only after it was processed. */
function relationsToBe(entity: Entity): EntityRelation[] {
  return RELATIONS.flatMap(({ field, type, kind }) => {
    const value = entity.spec?.[field];
    if (typeof value !== 'string') {
      return [];
    }
    const target = parseEntityRef(value, {
      defaultKind: kind,
      defaultNamespace: entity.metadata.namespace ?? DEFAULT_NAMESPACE,
    });
    return [{ type, targetRef: stringifyEntityRef(target) }];
  });
}
