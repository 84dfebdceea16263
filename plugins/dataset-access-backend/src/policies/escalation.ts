import {
  accessCondition,
  CriterionFacts,
  DatasetAccessError,
  DecisionIndex,
} from 'backstage-plugin-dataset-access-common';

/** Holders may hand out what they do not hold themselves. */
export const ESCALATE = 'dataset-access.policy.escalate';

/** What would be handed out: privileges, on the resources that fit all criteria. */
export interface Handout {
  type: 'platform' | 'metadata';
  privileges: readonly string[];
  resources: readonly CriterionFacts[];
}

/**
 * Refuses to let somebody hand out what he does not hold, on every resource that it would be held on (threat model F8).
 * What is handed out counts, not to whom: giving it to oneself, to a group one is in, or to a friend is all the same.
 *
 * @throws `ESCALATION`
 */
export function checkEscalation(
  index: DecisionIndex,
  actor: string,
  handouts: readonly Handout[],
  now: number,
): void {
  if (index.check(actor, ESCALATE, undefined, now)) {
    return;
  }
  for (const { type, privileges, resources } of handouts) {
    const criteria = type === 'platform' ? [] : resources;
    const lacking = privileges.find(
      privilege => !covers(index, actor, privilege, criteria, now),
    );
    if (lacking) {
      throw new DatasetAccessError('ESCALATION', {
        message: `You cannot hand out "${lacking}" there: you do not hold it on all of these entities yourself.`,
      });
    }
  }
}

/**
 * Whether somebody holds a privilege wherever some criteria hold. It compares what is written, not the entities of today,
 * because a policy is about those of tomorrow as well; so it may refuse what would be harmless, and never the reverse.
 */
function covers(
  index: DecisionIndex,
  actor: string,
  privilege: string,
  criteria: readonly CriterionFacts[],
  now: number,
): boolean {
  return accessCondition(index, actor, privilege, now).anyOf.some(alternative =>
    alternative.every(held =>
      criteria.some(wanted => isWithin(index, wanted, held)),
    ),
  );
}

function isWithin(
  index: DecisionIndex,
  wanted: CriterionFacts,
  held: CriterionFacts,
): boolean {
  if (wanted.field !== held.field) {
    return false;
  }
  return wanted.values.every(value => {
    if (held.operator === 'starts-with') {
      return held.values.some(prefix => value.startsWith(prefix));
    }
    return (
      wanted.operator === 'equals' &&
      (held.values.includes(value) ||
        (wanted.field === 'domain' && isBelow(index, value, held.values)))
    );
  });
}

/** Whether a domain lies within one of some domains. */
function isBelow(
  index: DecisionIndex,
  domain: string,
  around: readonly string[],
): boolean {
  const chain = index.resources.get(domain)?.domainChain() ?? [];
  return chain.some(ref => around.includes(ref));
}
