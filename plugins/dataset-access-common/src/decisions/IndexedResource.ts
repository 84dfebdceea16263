import {
  criterionFields,
  ResourceFacts,
  ResponsibilityFacts,
} from './AccessFacts';
import { fieldValues } from './matchCriterion';
import { ScopeTable } from './ScopeTable';

/** Where a resource is most likely to be found by a rule. */
const SELECTIVE_FIRST = [
  'entity',
  ...criterionFields.filter(field => field !== 'entity'),
];

/** What an indexed resource needs from the index it is in. */
export interface ResourceSurroundings {
  scopes: ScopeTable;
  /** The domains a resource is in, through its systems too, with all domains around them. What does not exist counts for nothing; cycles end. */
  domainChain(resource: ResourceFacts): readonly string[];
}

/** A resource with the scopes it is in, found when first needed and again when they may have changed. */
export class IndexedResource {
  readonly facts: ResourceFacts;
  /** Who holds a stewardship role on it. The index keeps it. */
  responsibilities: readonly ResponsibilityFacts[] | undefined;
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

  /** Numbers of the scopes it is in, its own first: that one is asked for most. */
  scopes(): readonly number[] {
    if (this.#generation !== this.#surroundings.scopes.generation) {
      this.#refresh();
    }
    return this.#scopes;
  }

  /** Called when a rule begins to name this very resource. */
  forgetScopes(): void {
    this.#generation = -1;
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
    for (const field of SELECTIVE_FIRST) {
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
