import type { RuleFacts } from './AccessFacts';
import { criteriaOf, DecisionQuery } from './decide';
import type { DecisionIndex } from './DecisionIndex';
import { meansThis } from './CompiledRule';
import { matchesCriterion } from './matchCriterion';
import { isPerson } from './PeopleIndex';
import { OWNERS, principalsNamed, responsible } from './principalsNamed';

/**
 * Why a rule that names a privilege does not give it.
 *
 * @public
 */
export type RuleMiss =
  | 'inactive'
  | 'not-yet'
  | 'ended'
  | 'other-actors'
  | 'other-resources'
  | 'entity-replaced';

/**
 * Everything that stands between a rule and the answer yes; `undefined` for a rule that does not give the privilege to
 * anybody, nothing for one that gives it.
 *
 * @public
 */
export function whyNot(
  index: DecisionIndex,
  rule: RuleFacts,
  { subject, privilege, resource, now }: DecisionQuery,
): RuleMiss[] | undefined {
  const { privileges } = index;
  if (!privileges.isAmong(privilege, privileges.pack(rule.privileges))) {
    return undefined;
  }
  const target =
    resource === undefined ? undefined : index.resources.get(resource);
  const principals = index.view(subject)?.principals ?? new Set();
  const isNamed = principalsNamed(rule.actors).some(principal => {
    if (principal === OWNERS) {
      return target?.facts.owners.some(
        owner => isPerson(owner) && principals.has(owner),
      );
    }
    return principal.startsWith(responsible(''))
      ? target &&
          index
            .responsibilitiesOn(target, now)
            .some(
              held =>
                principals.has(held.subject) &&
                principal === responsible(held.role),
            )
      : principals.has(principal);
  });
  const isInScope =
    criteriaOf(rule).every(
      criterion =>
        target && matchesCriterion(criterion, target.valuesOf(criterion.field)),
    ) &&
    (rule.entityUids === undefined ||
      (target !== undefined && rule.entityUids.has(target.facts.ref)));
  const misses: Array<[RuleMiss, boolean]> = [
    ['inactive', rule.state !== 'active'],
    ['not-yet', rule.from !== undefined && rule.from > now],
    ['ended', rule.until !== undefined && rule.until <= now],
    ['other-actors', !isNamed],
    ['other-resources', !isInScope],
    [
      'entity-replaced',
      !index.rules.isIntact(rule) ||
        (isInScope && !meansThis(rule, target?.facts)),
    ],
  ];
  return misses.flatMap(([miss, applies]) => (applies ? [miss] : []));
}
