/**
 * The fields of an entity that a predicate looks at, so that they can be asked of the catalog: every key that is not an
 * operator.
 */
export function predicateFields(predicate: unknown): string[] {
  if (Array.isArray(predicate)) {
    return predicate.flatMap(predicateFields);
  }
  if (typeof predicate !== 'object' || predicate === null) {
    return [];
  }
  return Object.entries(predicate).flatMap(([key, value]) =>
    key.startsWith('$') ? predicateFields(value) : [key],
  );
}
