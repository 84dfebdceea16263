import type { CriterionFacts, ResourceFacts, RuleFacts } from './AccessFacts';
import { matchesCriterion } from './matchCriterion';
import type { IndexedResource } from './IndexedResource';
import type { PrivilegeMasks, PrivilegeTable } from './PrivilegeTable';
import type { ScopeTable } from './ScopeTable';

/** The fields a rule is found by, the one that fits the fewest resources first. */
const ANCHORS = [
  'label',
  'tag',
  'owner',
  'data-of',
  'domain',
  'type',
  'coverage',
];

const NOTHING_ELSE: readonly CriterionFacts[] = [];

/** A rule made ready to be looked up. */
export interface CompiledRule {
  readonly facts: RuleFacts;
  readonly privileges: PrivilegeMasks;
  /**
   * Scopes under which the rule is found; `undefined` for every resource, and for no resource at all. A rule that names
   * entities is found by them instead.
   */
  readonly scopes: readonly number[] | undefined;
  /** What must hold beside being in one of the scopes. */
  readonly remaining: readonly CriterionFacts[];
  /** Whether being in a scope is all it takes, at any time. */
  readonly isPlain: boolean;
}

/**
 * Chooses the most selective criterion to find the rule by; the others are looked at when it was found. Prefixes cannot be
 * found by a lookup, so a rule that has nothing else is looked at for every resource.
 */
export function compileRule(
  facts: RuleFacts,
  privileges: PrivilegeTable,
  scopes: ScopeTable,
): CompiledRule {
  const criteria = criteriaOf(facts);
  const entities = entityCriterion(facts);
  const anchor = entities ?? mostSelective(criteria);
  const remaining =
    criteria.length === (anchor ? 1 : 0)
      ? NOTHING_ELSE
      : criteria.filter(criterion => criterion !== anchor);
  return {
    facts,
    privileges: privileges.pack(facts.privileges),
    scopes:
      anchor && !entities
        ? unique(anchor.values).map(value => scopes.intern(anchor.field, value))
        : undefined,
    remaining,
    isPlain:
      remaining.length === 0 &&
      facts.entityUids === undefined &&
      facts.from === undefined &&
      facts.until === undefined,
  };
}

/** The criteria that a rule looks at: none for a platform rule (S2.2). */
export function criteriaOf(rule: RuleFacts): readonly CriterionFacts[] {
  return rule.type === 'platform' ? [] : rule.resources;
}

/** The criterion that names the entities a rule is about, when one does. */
export function entityCriterion(rule: RuleFacts): CriterionFacts | undefined {
  return criteriaOf(rule).find(
    ({ field, operator }) => field === 'entity' && operator === 'equals',
  );
}

function mostSelective(
  criteria: readonly CriterionFacts[],
): CriterionFacts | undefined {
  let best: CriterionFacts | undefined;
  let rank = ANCHORS.length;
  for (const criterion of criteria) {
    const at =
      criterion.operator === 'equals' ? ANCHORS.indexOf(criterion.field) : -1;
    if (at >= 0 && at < rank) {
      best = criterion;
      rank = at;
    }
  }
  return best;
}

function unique(values: readonly string[]): readonly string[] {
  return values.length > 1 ? [...new Set(values)] : values;
}

/** Whether a rule that was found by its scope gives its privileges at a moment. */
export function isSatisfied(
  { facts, remaining }: CompiledRule,
  resource: IndexedResource | undefined,
  now: number,
): boolean {
  return (
    isInTime(facts, now) &&
    meansThis(facts, resource?.facts) &&
    (remaining.length === 0 ||
      remaining.every(
        criterion =>
          resource !== undefined &&
          matchesCriterion(criterion, resource.valuesOf(criterion.field)),
      ))
  );
}

/** Whether a resource is among the only ones that a rule is about, when it says so, and still the same (P-34). */
export function meansThis(
  { entityUids }: RuleFacts,
  resource: ResourceFacts | undefined,
): boolean {
  return (
    entityUids === undefined ||
    (resource?.uid !== undefined &&
      entityUids.get(resource.ref) === resource.uid)
  );
}

/** Whether something is in force at a moment: the end instant itself is already without (design §4). */
export function isInTime(
  { from, until }: { from?: number; until?: number },
  now: number,
): boolean {
  return (
    (from === undefined || from <= now) && (until === undefined || now < until)
  );
}
