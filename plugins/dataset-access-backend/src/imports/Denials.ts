import type { PrivilegeRegistry } from 'backstage-plugin-dataset-access-common';

/**
 * What an export denies. Policies here only allow, and which of somebody's rights a denial would take away cannot be said
 * once they are apart; so a privilege that is denied to anyone is given to nobody, nor is one that it follows from.
 */
export class Denials {
  readonly #privileges: PrivilegeRegistry;
  readonly #places = new Map<string, string>();

  constructor(privileges: PrivilegeRegistry) {
    this.#privileges = privileges;
  }

  add(privilege: string, place: string): void {
    if (!this.#places.has(privilege)) {
      this.#places.set(privilege, place);
    }
  }

  /** Why a privilege must not be given; `undefined` when nothing is against it. */
  reasonAgainst(privilege: string): string | undefined {
    const place = this.#placeOf(privilege);
    return (
      place &&
      `It is denied at ${place}, and denials win over whatever allows the same. They cannot be imported, so allowing it here would give it to those it was denied to.`
    );
  }

  #placeOf(privilege: string): string | undefined {
    return (
      this.#places.get(privilege) ??
      this.#privileges
        .implied(privilege)
        .map(implied => this.#placeOf(implied))
        .find(Boolean)
    );
  }
}
