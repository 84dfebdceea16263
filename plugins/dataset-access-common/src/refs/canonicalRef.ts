import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { DatasetAccessError } from '../errors/DatasetAccessError';

// What the catalog's default validators allow, plus dots in kinds and namespaces. ASCII only: lower-casing maps some
// other letters onto ASCII ones (the Kelvin sign onto k), so look-alikes must be refused before it.
const REF =
  /^[A-Za-z][A-Za-z0-9.-]{0,62}:(?:[A-Za-z0-9][A-Za-z0-9_.-]{0,62}\/)?[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,62})?$/;

/**
 * The one spelling in which refs are stored and compared: `kind:namespace/name`, lower case.
 *
 * @param text - an entity ref with a kind; the namespace defaults to `default`
 * @throws `BAD_ENTITY_REF` when it is none
 * @public
 */
export function canonicalRef(text: string): string {
  if (!REF.test(text)) {
    throw new DatasetAccessError('BAD_ENTITY_REF', {
      message: `This is not an entity ref. Write it as kind:namespace/name in plain ASCII, for example group:default/analysts.`,
    });
  }
  return stringifyEntityRef(parseEntityRef(text));
}

/**
 * As {@link canonicalRef}, for refs that must be people: a User or a Group.
 *
 * @throws `BAD_ENTITY_REF` when it is another kind or no ref at all
 * @public
 */
export function canonicalPrincipalRef(text: string): string {
  const ref = canonicalRef(text);
  if (!isPrincipalRef(ref)) {
    throw new DatasetAccessError('BAD_ENTITY_REF', {
      message: `Access can be given to users and groups only, for example user:default/ana or group:default/analysts.`,
    });
  }
  return ref;
}

/**
 * Whether a canonical ref names a User or a Group.
 *
 * @public
 */
export function isPrincipalRef(ref: string): boolean {
  return ref.startsWith('user:') || ref.startsWith('group:');
}
