import { coverageFields, criterionFields } from './AccessFacts';

/** Fields by which rules are found. Of each, only the values that a rule names get a number. Entities get none: a rule that names them is found by them. */
const byField = () =>
  new Map(
    [...criterionFields, ...coverageFields].map(field => [
      field as string,
      new Map<string, number>(),
    ]),
  );

/**
 * Numbers for what rules filter by: one for each field and value that some rule names. A resource is in a scope when it
 * has the value.
 */
export class ScopeTable {
  readonly #scopes = byField();
  #size = 0;
  #generation = 0;

  /**
   * Grows whenever resources may be in a scope that they were not known to be in.
   */
  get generation(): number {
    return this.#generation;
  }

  /** How many scopes there are. */
  get size(): number {
    return this.#size;
  }

  /** Says that resources have to find their scopes again. */
  advance(): void {
    this.#generation += 1;
  }

  find(field: string, value: string): number | undefined {
    return this.#scopes.get(field)?.get(value);
  }

  intern(field: string, value: string): number {
    const values = this.#scopes.get(field);
    if (!values) {
      throw new Error(`Rules are not found by ${field}`);
    }
    let scope = values.get(value);
    if (scope === undefined) {
      scope = this.#size;
      this.#size += 1;
      values.set(value, scope);
      this.advance();
    }
    return scope;
  }
}
