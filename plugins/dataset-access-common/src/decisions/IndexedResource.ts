import {
  coverageFields,
  criterionFields,
  ResourceFacts,
  ResponsibilityFacts,
} from './AccessFacts';
import type { MaskTable } from './MaskTable';
import { fieldValues } from './matchCriterion';
import { ScopeTable } from './ScopeTable';

/** Fields of which resources share values. Entities are found by their own ref. */
const SHARED_FIELDS = [...criterionFields, ...coverageFields].filter(
  field => field !== 'entity',
);

/** What an indexed resource needs from the index it is in. */
export interface ResourceSurroundings {
  scopes: ScopeTable;
  /** The domains a resource is in, through its systems too, with all domains around them. What does not exist counts for nothing; cycles end. */
  domainChain(resource: ResourceFacts): readonly string[];
}

/**
 * A resource with the scopes it is in, found when first needed and again when they may have changed.
 *
 * @public
 */
export class IndexedResource {
  readonly facts: ResourceFacts;
  /** Who holds a stewardship role on it. The index keeps it. */
  responsibilities: readonly ResponsibilityFacts[] | undefined;
  /** What the rules give that name this very resource, by holder. The rules keep it; made when first needed. */
  own: MaskTable | undefined;
  readonly #surroundings: ResourceSurroundings;
  #scopes: readonly number[] = [];
  #chain: readonly string[] = [];
  #generation = -1;

  constructor(facts: ResourceFacts, surroundings: ResourceSurroundings) {
    this.facts = facts;
    this.#surroundings = surroundings;
  }

  /** A resource of which only itself is known: its domains count as not existing. */
  static alone(facts: ResourceFacts): IndexedResource {
    return new IndexedResource(facts, {
      scopes: new ScopeTable(),
      domainChain: () => [],
    });
  }

  /** Numbers of the scopes it is in. */
  scopes(): readonly number[] {
    if (this.#generation !== this.#surroundings.scopes.generation) {
      this.#refresh();
    }
    return this.#scopes;
  }

  /** The domains it is in, with all domains around them. */
  domainChain(): readonly string[] {
    this.scopes();
    return this.#chain;
  }

  /** What a criterion on a field is compared with. */
  valuesOf(field: string): readonly string[] {
    return fieldValues(this.facts, this.domainChain(), field);
  }

  #refresh(): void {
    const { scopes } = this.#surroundings;
    this.#generation = scopes.generation;
    this.#chain = this.#surroundings.domainChain(this.facts);
    const found: number[] = [];
    for (const field of SHARED_FIELDS) {
      for (const value of fieldValues(this.facts, this.#chain, field)) {
        const scope = scopes.find(field, value);
        if (scope !== undefined) {
          found.push(scope);
        }
      }
    }
    this.#scopes = found;
  }
}
