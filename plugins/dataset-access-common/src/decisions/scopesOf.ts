import type { IndexedResource } from './IndexedResource';

/**
 * What a resource is in, for every field that a condition can be about.
 *
 * @public
 */
export const SCOPE_FIELDS = [
  'visibility',
  'entity',
  'owner',
  'domain',
  'data-of',
  'coverage',
  'type',
  'tag',
  'label',
] as const;

/**
 * The scopes of a resource, as `field:value`: public facts, never grants. A criterion that compares for equality holds
 * exactly when one of its values is among them, which is what lets a search index answer it (design §7).
 *
 * @public
 */
export function scopesOf(resource: IndexedResource): string[] {
  return SCOPE_FIELDS.flatMap(field =>
    resource.valuesOf(field).map(value => `${field}:${value}`),
  );
}
