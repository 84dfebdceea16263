import type {
  PolicyDraft,
  PrivilegeRegistry,
} from 'backstage-plugin-dataset-access-common';

/** Something that an import leaves out, and why. */
export interface Unsupported {
  /** Where it is in the import, for instance `line 12` or `policies[3]`. */
  place: string;
  what: string;
  /** A sentence. */
  reason: string;
}

/** A role that an import names. One that is not here yet is made. */
export interface ImportedRole {
  place: string;
  id: string;
  title: string;
  /**
   * Whether it means here what it means there. Any other one is nothing but what the import says of it: where a role of this
   * id gives something else, or to somebody else, it is another role.
   */
  isShared: boolean;
}

/** What another system's export means here. */
export interface ParsedImport {
  /** Those that policies and bindings name, each once. */
  roles: ImportedRole[];
  policies: Array<{ place: string; policy: PolicyDraft }>;
  /** Who holds which role. Subjects are canonical refs. */
  bindings: Array<{ place: string; role: string; subject: string }>;
  unsupported: Unsupported[];
}

/**
 * Reads an export of another system. It invents nothing: what has no equivalent here is left out and named. And it never
 * gives more than the export does: where leaving something out would give more, the whole policy is left out.
 *
 * @throws `BAD_IMPORT` when it is not such an export at all
 */
export type ImportParser = (
  content: string,
  privileges: PrivilegeRegistry,
) => ParsedImport;

/** Says of one place in an import what is left out there, and why. */
export type Note = (what: string, reason: string) => void;
