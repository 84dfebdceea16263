import type { CriterionFacts, RuleFacts } from './AccessFacts';
import { CompiledRule, isInTime } from './CompiledRule';
import { criteriaOf } from './decide';
import type { DecisionIndex } from './DecisionIndex';
import type { IndexedResource } from './IndexedResource';
import { matchesCriterion } from './matchCriterion';

/**
 * On which resources somebody holds a privilege, as alternatives of criteria that must all hold. An alternative without
 * criteria is every resource; no alternative at all is none.
 *
 * @public
 */
export interface AccessCondition {
  anyOf: ReadonlyArray<readonly CriterionFacts[]>;
}

/**
 * The same answer as {@link DecisionIndex.check}, for all resources at once: what a list is filtered by. Check and
 * condition agree on every resource that the index has (design §6).
 *
 * @param now - in ms since the epoch
 * @public
 */
export function accessCondition(
  index: DecisionIndex,
  subject: string,
  privilege: string,
  now: number,
): AccessCondition {
  const view = index.view(subject);
  if (!view) {
    return { anyOf: [] };
  }
  const alternatives: CriterionFacts[][] = [];
  for (const principal of view.principals) {
    for (const rule of index.rules.givenTo(principal)) {
      if (gives(rule)) {
        alternatives.push(criteriaNow(index, rule.facts));
      }
    }
  }
  const owners: CriterionFacts = {
    field: 'owner',
    operator: 'equals',
    values: [...view.principals].filter(ref => index.people.get(ref)),
  };
  for (const rule of index.rules.rulesOfOwners()) {
    if (gives(rule)) {
      alternatives.push([owners, ...criteriaNow(index, rule.facts)]);
    }
  }
  for (const { role, resource } of index.responsibilitiesOf(
    view.principals,
    now,
  )) {
    for (const rule of index.rules.rulesOfStewards(role)) {
      if (gives(rule)) {
        alternatives.push([
          { field: 'entity', operator: 'equals', values: [resource] },
          ...criteriaNow(index, rule.facts),
        ]);
      }
    }
  }
  return { anyOf: simplified(alternatives) };

  function gives({ privileges, facts }: CompiledRule): boolean {
    return (
      isInTime(facts, now) && index.privileges.isAmong(privilege, privileges)
    );
  }
}

/** The criteria of a rule; when it is about some entities only, with those that are still the same. */
function criteriaNow(index: DecisionIndex, facts: RuleFacts): CriterionFacts[] {
  const { entityUids } = facts;
  const criteria = [...criteriaOf(facts)];
  return entityUids
    ? [
        {
          field: 'entity',
          operator: 'equals',
          values: index.resources.stillThere(entityUids),
        },
        ...criteria,
      ]
    : criteria;
}

/**
 * Whether a resource fits a condition.
 *
 * @public
 */
export function fitsCondition(
  { anyOf }: AccessCondition,
  resource: IndexedResource,
): boolean {
  return anyOf.some(criteria =>
    criteria.every(criterion =>
      matchesCriterion(criterion, resource.valuesOf(criterion.field)),
    ),
  );
}

/** Everything when one alternative is everything; alternatives of one criterion on the same field become one. */
export function simplified(
  alternatives: ReadonlyArray<readonly CriterionFacts[]>,
): ReadonlyArray<readonly CriterionFacts[]> {
  if (alternatives.some(criteria => criteria.length === 0)) {
    return [[]];
  }
  const merged = new Map<
    string,
    { field: string; operator: string; values: Set<string> }
  >();
  const others: Array<readonly CriterionFacts[]> = [];
  for (const criteria of alternatives) {
    if (criteria.length > 1) {
      others.push(criteria);
      continue;
    }
    const [{ field, operator, values }] = criteria;
    const key = `${field} ${operator}`;
    const there = merged.get(key) ?? { field, operator, values: new Set() };
    values.forEach(value => there.values.add(value));
    merged.set(key, there);
  }
  return [
    ...[...merged.values()].map(one => [{ ...one, values: [...one.values] }]),
    ...others,
  ];
}
