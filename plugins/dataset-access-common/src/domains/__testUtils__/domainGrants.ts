import type { RuleFacts } from '../../decisions/AccessFacts';
import type { DecisionIndex } from '../../decisions/DecisionIndex';
import type { AccessLevel } from '../../levels/AccessLevel';
import { levelPrivilege } from '../../levels/levelPrivilege';
import {
  DomainGrantFacts,
  domainGrantRuleIds,
  domainGrantRules,
} from '../domainGrantRules';

/** Makes a domain grant what it says in an index, whatever it was before. */
export function setDomainGrant(
  index: DecisionIndex,
  grant: DomainGrantFacts,
): void {
  const rules = domainGrantRules(grant);
  for (const id of domainGrantRuleIds(grant.id)) {
    if (!rules.some(rule => rule.id === id)) {
      index.deleteRule({ origin: 'domain-grant', id });
    }
  }
  rules.forEach(rule => index.setRule(rule));
}

/** Takes all of a domain grant out of an index. */
export function deleteDomainGrant(index: DecisionIndex, id: string): void {
  for (const rule of domainGrantRuleIds(id)) {
    index.deleteRule({ origin: 'domain-grant', id: rule });
  }
}

/** The snapshot-only datasets that are in a domain now, as whoever gives dataset-level access finds them. */
export function takeSnapshot(
  index: DecisionIndex,
  domain: string,
): Map<string, string> {
  return new Map(
    [...index.resources.all()]
      .filter(
        resource =>
          resource.facts.coverage === 'snapshot-only' &&
          resource.domainChain().includes(domain),
      )
      .map(({ facts }) => [facts.ref, facts.uid!]),
  );
}

/** @see directGrant */
export interface DirectGrantFacts {
  id: string;
  subject: { ref: string; uid: string };
  dataset: { ref: string; uid: string };
  level: AccessLevel;
  expiresAt?: number;
  grantedBy: string;
}

/** A grant on one dataset, as a rule. */
export function directGrant({
  id,
  subject,
  dataset,
  level,
  expiresAt,
  grantedBy,
}: DirectGrantFacts): RuleFacts {
  return {
    origin: 'grant',
    id,
    name: `${level} on a dataset`,
    type: 'metadata',
    state: 'active',
    privileges: [levelPrivilege(level)],
    actors: subject.ref.startsWith('group:')
      ? { groups: [subject.ref] }
      : { users: [subject.ref] },
    resources: [{ field: 'entity', operator: 'equals', values: [dataset.ref] }],
    until: expiresAt,
    boundTo: [subject, dataset].map(({ ref, uid }) => ({ ref, uid })),
    givenBy: grantedBy,
  };
}
