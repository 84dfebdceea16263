import { accessPrivileges } from './accessPrivileges';
import { catalogPrivileges } from './catalogPrivileges';
import { dataopsPrivileges } from './dataopsPrivileges';
import { entityPrivileges } from './entityPrivileges';
import { metadataApiPrivileges } from './metadataApiPrivileges';
import { metadataPrivileges } from './metadataPrivileges';
import { platformApiPrivileges } from './platformApiPrivileges';
import { platformPrivileges } from './platformPrivileges';
import type { Privilege } from './Privilege';
import { proposalPrivileges } from './proposalPrivileges';
import { scaffolderPrivileges } from './scaffolderPrivileges';

/**
 * The privileges that come with the product: its own, those of Backstage, and those of the systems it stands in for (S2.6,
 * S2.11, S3.1, S4).
 *
 * @public
 */
export const shippedPrivileges: readonly Privilege[] = [
  ...accessPrivileges,
  ...catalogPrivileges,
  ...scaffolderPrivileges,
  ...platformPrivileges,
  ...platformApiPrivileges,
  ...metadataPrivileges,
  ...entityPrivileges,
  ...proposalPrivileges,
  ...metadataApiPrivileges,
  ...dataopsPrivileges,
];

/** How many privileges there can be, the shipped ones included: a decision index has one bit for each. */
export const MOST_PRIVILEGES = 480;

/**
 * All privileges there are: what policies may give, and what an import can be understood by.
 *
 * @public
 */
export class PrivilegeRegistry {
  readonly #byName = new Map<string, Privilege>();
  readonly #byAlias = new Map<string, Privilege>();

  /**
   * @param extra - privileges of other plugins, beside the shipped ones
   * @throws Error when two privileges share a name or alias, or one implies itself or one that does not exist; or when
   * there are too many
   */
  constructor(extra: readonly Privilege[] = []) {
    const room = MOST_PRIVILEGES - shippedPrivileges.length;
    if (extra.length > room) {
      throw new Error(
        `There can be ${room} privileges beside those that come with the product, and there are ${extra.length}`,
      );
    }
    const privileges = [...shippedPrivileges, ...extra];
    privileges.forEach(privilege => this.#addName(privilege));
    privileges.forEach(privilege => this.#addAliases(privilege));
    privileges.forEach(({ name }) => this.#checkImplied(name, []));
  }

  /** The privilege of exactly this name; `undefined` when there is none. */
  get(name: string): Privilege | undefined {
    return this.#byName.get(name);
  }

  /** The privilege of this name, or that another system calls so, in any case; `undefined` when there is none. */
  find(nameOrAlias: string): Privilege | undefined {
    return (
      this.#byName.get(nameOrAlias) ??
      this.#byAlias.get(nameOrAlias.toLowerCase())
    );
  }

  /** Every privilege, the shipped ones first. */
  all(): Privilege[] {
    return [...this.#byName.values()];
  }

  /**
   * What administrators hold: every privilege but access to data (S4.1). That exists in a source because somebody granted
   * it there, and whoever asks who has access must not be told of everyone who runs the portal.
   */
  administrative(): Privilege[] {
    return this.all().filter(({ isDataAccess }) => !isDataAccess);
  }

  /** What directly follows from a privilege; nothing for one that does not exist. For `DecisionIndexOptions.implied`. */
  implied(name: string): readonly string[] {
    return this.#byName.get(name)?.implies ?? [];
  }

  #addName(privilege: Privilege): void {
    const { name } = privilege;
    if (this.#byName.has(name)) {
      throw new Error(`There are two privileges named "${name}"`);
    }
    this.#byName.set(name, privilege);
  }

  #addAliases(privilege: Privilege): void {
    for (const alias of privilege.aliases ?? []) {
      const key = alias.toLowerCase();
      const other = this.#byName.get(key) ?? this.#byAlias.get(key);
      if (other) {
        throw new Error(
          `The alias "${alias}" of privilege "${privilege.name}" is taken by "${other.name}"`,
        );
      }
      this.#byAlias.set(key, privilege);
    }
  }

  /** @param path - what led there, which it must not lead back to */
  #checkImplied(name: string, path: readonly string[]): void {
    if (path.includes(name)) {
      throw new Error(
        `A privilege implies itself: ${[...path, name].join(' → ')}`,
      );
    }
    for (const implied of this.implied(name)) {
      if (!this.#byName.has(implied)) {
        throw new Error(
          `Privilege "${name}" implies "${implied}", which does not exist`,
        );
      }
      this.#checkImplied(implied, [...path, name]);
    }
  }
}
