import type { CriterionFacts } from './AccessFacts';
import type { IndexedResource } from './IndexedResource';
import { matchesCriterion } from './matchCriterion';

/**
 * Whether a resource meets all of some criteria, as it does for policies; no criteria are met by every resource. For rules
 * beside policies that say which entities they are about in the same words (issue 5 item 7).
 *
 * @public
 */
export function meetsCriteria(
  resource: IndexedResource,
  criteria: readonly CriterionFacts[],
): boolean {
  return criteria.every(criterion =>
    matchesCriterion(criterion, resource.valuesOf(criterion.field)),
  );
}
