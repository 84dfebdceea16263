import { CompiledRule, criteriaOf, isInTime, meansThis } from './CompiledRule';
import type { DecisionIndex } from './DecisionIndex';
import type { IndexedResource } from './IndexedResource';
import { matchesCriterion } from './matchCriterion';
import { isPerson } from './PeopleIndex';
import { OWNERS, responsible } from './principalsNamed';

/**
 * The users who hold a privilege on a resource, or at all when none is given: those for whom {@link DecisionIndex.check}
 * says yes. Found from the rules, so that nobody's table has to be made for it.
 *
 * @param now - in ms since the epoch
 * @public
 */
export function* holdersOf(
  index: DecisionIndex,
  privilege: string,
  resource: string | undefined,
  now: number,
): Iterable<string> {
  const target =
    resource === undefined ? undefined : index.resources.get(resource);
  if (resource !== undefined && !target) {
    return;
  }
  const given = new Set<string>();
  for (const { rule, principals } of index.rules.inForce()) {
    if (
      index.privileges.isAmong(privilege, rule.privileges) &&
      appliesTo(rule, target, now)
    ) {
      for (const principal of principals) {
        personsBehind(index, principal, target, now).forEach(ref =>
          given.add(ref),
        );
      }
    }
  }
  if (given.size > 0) {
    yield* usersAmong(index, given);
  }
}

/** The users who are, belong to or hold one of some principals. */
export function* usersAmong(
  index: DecisionIndex,
  principals: ReadonlySet<string>,
): Iterable<string> {
  for (const ref of index.people.refs()) {
    if (ref.startsWith('user:')) {
      const { all } = index.people.principalsOf(ref)!;
      for (const principal of all) {
        if (principals.has(principal)) {
          yield ref;
          break;
        }
      }
    }
  }
}

/** Whether a rule gives its privileges on a resource at a moment, to whom it names. */
export function appliesTo(
  rule: CompiledRule,
  resource: IndexedResource | undefined,
  now: number,
): boolean {
  return (
    isInTime(rule.facts, now) &&
    meansThis(rule.facts, resource?.facts) &&
    criteriaOf(rule.facts).every(
      criterion =>
        resource !== undefined &&
        matchesCriterion(criterion, resource.valuesOf(criterion.field)),
    )
  );
}

/** A relation to the resource stands for whoever is in it; everything else stands for itself. */
function personsBehind(
  index: DecisionIndex,
  principal: string,
  target: IndexedResource | undefined,
  now: number,
): readonly string[] {
  if (principal === OWNERS) {
    return target?.facts.owners.filter(isPerson) ?? [];
  }
  if (!principal.startsWith(responsible(''))) {
    return [principal];
  }
  return target
    ? index
        .responsibilitiesOn(target, now)
        .filter(({ role }) => principal === responsible(role))
        .map(({ subject }) => subject)
    : [];
}
