import {
  DecisionIndex,
  DecisionQuery,
  domainGrantOf,
  NearMiss,
  RuleFacts,
  whyNot,
} from 'backstage-plugin-dataset-access-common';

/** More would help nobody. */
const AT_MOST = 20;

/** The order in which they help: what is one click away first. */
const MOST_HELPFUL = [
  'inactive',
  'ended',
  'not-yet',
  'entity-replaced',
  'other-resources',
  'other-actors',
] as const;

/** Policies and grants that would give the privilege but for one thing, the most helpful first (P-40). */
export function findNearMisses(
  index: DecisionIndex,
  query: DecisionQuery,
): NearMiss[] {
  const found: Array<{ rule: RuleFacts; why: NearMiss['why'] }> = [];
  for (const rule of index.rules.all()) {
    const reasons = whyNot(index, rule, query);
    if (reasons?.length === 1) {
      found.push({ rule, why: reasons[0] });
    }
  }
  return found
    .sort((a, b) => MOST_HELPFUL.indexOf(a.why) - MOST_HELPFUL.indexOf(b.why))
    .slice(0, AT_MOST)
    .map(({ rule, why }) => ({
      kind: rule.origin,
      id: rule.origin === 'domain-grant' ? domainGrantOf(rule.id) : rule.id,
      name: rule.name,
      why,
    }));
}
