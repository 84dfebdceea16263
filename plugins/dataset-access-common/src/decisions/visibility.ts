import type { CriterionFacts } from './AccessFacts';
import {
  AccessCondition,
  accessCondition,
  simplified,
} from './accessCondition';
import type { DecisionIndex } from './DecisionIndex';

/**
 * See entities of the catalog.
 *
 * @public
 */
export const READ_ENTITIES = 'catalog.entity.read';

/**
 * See those as well that are hidden. Whoever has access, decides or answers for a dataset holds it there; it implies
 * {@link READ_ENTITIES}.
 *
 * @public
 */
export const SEE_HIDDEN = 'dataset-access.hidden.read';

const DISCOVERABLE: CriterionFacts = {
  field: 'visibility',
  operator: 'equals',
  values: ['discoverable'],
};

/**
 * Whether somebody may see an entity of the catalog: it is discoverable and he may see entities there, or he may see hidden
 * ones there (design §7).
 *
 * @param subject - canonical ref of a User or Group
 * @param resource - canonical ref
 * @param now - in ms since the epoch
 * @public
 */
export function isVisibleTo(
  index: DecisionIndex,
  subject: string,
  resource: string,
  now: number,
): boolean {
  const isHidden = index.resources.get(resource)?.facts.isHidden;
  return index.check(
    subject,
    isHidden ? SEE_HIDDEN : READ_ENTITIES,
    resource,
    now,
  );
}

/**
 * The same for all entities at once, and for anyone of some users and groups: {@link isVisibleTo} and this condition agree
 * on every resource that the index has.
 *
 * @public
 */
export function visibilityCondition(
  index: DecisionIndex,
  subjects: readonly string[],
  now: number,
): AccessCondition {
  const on = (privilege: string) =>
    subjects.flatMap(
      subject => accessCondition(index, subject, privilege, now).anyOf,
    );
  return {
    anyOf: simplified([
      ...on(SEE_HIDDEN),
      ...on(READ_ENTITIES).map(criteria => [DISCOVERABLE, ...criteria]),
    ]),
  };
}
