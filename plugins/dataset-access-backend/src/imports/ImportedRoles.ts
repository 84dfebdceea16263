import { checkPlainText } from 'backstage-plugin-dataset-access-common';
import type { ImportedRole } from './ImportSource';

const MAX_ID_LENGTH = 63;
/** Leaves room for a number, when another role has the title. */
const TITLE_BOUNDS = { minLength: 1, maxLength: 90 };

/** The id of a role here, or why it cannot have one. */
export type RoleIdentity =
  | { id: string; problem?: undefined }
  | { id?: undefined; problem: string };

/** Gives the roles of an export ids of this portal, one for each role. */
export class ImportedRoles {
  readonly #byId = new Map<string, ImportedRole & { name: string }>();

  /**
   * @param name - what the export calls the role
   * @param role - how it is called here; the id is made from the title
   */
  idOf(
    name: string,
    { title, ...role }: Omit<ImportedRole, 'id'>,
  ): RoleIdentity {
    const id = title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    const { problem } = checkPlainText(title, TITLE_BOUNDS);
    if (problem || id === '' || id.length > MAX_ID_LENGTH) {
      return {
        problem: `No id can be made of the name of this role: it takes 1 to ${MAX_ID_LENGTH} letters and digits.`,
      };
    }
    const other = this.#byId.get(id);
    if (other && other.name !== name) {
      // taking them for one would give the members of each what the other one gives
      return {
        problem: `Its id would be "${id}", as that of ${other.name}. Give one of them another name.`,
      };
    }
    if (!other) {
      this.#byId.set(id, { ...role, id, title, name });
    }
    return { id };
  }

  /** The roles of some ids, in the order in which they were named first. */
  list(ids: ReadonlySet<string>): ImportedRole[] {
    return [...this.#byId.values()]
      .filter(({ id }) => ids.has(id))
      .map(({ name, ...role }) => role);
  }
}
