/**
 * The name of something one may do. Every Backstage permission name is one; the others come from the systems this product
 * stands in for.
 *
 * @public
 */
export interface Privilege {
  /** Lower case, with dots, for instance `metadata.edit-tags` or `catalog.entity.delete`. */
  name: string;
  title: string;
  /** A sentence. */
  description: string;
  /** Platform privileges are held or not; metadata privileges are held on resources (S2.2). */
  type: 'platform' | 'metadata';
  /** Where it comes from: groups the privileges on screen. */
  area: 'access' | 'catalog' | 'platform' | 'metadata' | 'dataops';
  /** Kinds of entities it makes sense for, lower case, optionally with a type: `resource/dataset`. Absent: all of them. */
  resources?: readonly string[];
  /** Names of the Backstage permissions that ask for it. Empty: nothing in this portal asks for it but the API. */
  permissions: readonly string[];
  /** What else somebody may do who holds it. */
  implies?: readonly string[];
  /** What other systems call it, as their exports spell it: `EDIT_ENTITY_TAGS`, `DATAOPS_EDITOR`. */
  aliases?: readonly string[];
  /**
   * Access to the data itself, which exists in a source because somebody granted it there. Nobody has it for being an
   * administrator.
   */
  isDataAccess?: boolean;
  /** Only the commercial edition of the system it comes from has it. Here everybody does. */
  commercial?: boolean;
}
