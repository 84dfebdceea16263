import type { FilterPredicate } from '@backstage/filter-predicates';

/** The entity fields that a predicate looks at, as dotted paths, so that they can be read along. */
export function predicateFields(predicate: FilterPredicate): string[] {
  if (typeof predicate !== 'object' || predicate === null) {
    return [];
  }
  return Object.entries(predicate).flatMap(([key, value]) => {
    if (!key.startsWith('$')) {
      return [key];
    }
    const nested = (
      Array.isArray(value) ? value : [value]
    ) as FilterPredicate[];
    return nested.flatMap(predicateFields);
  });
}
