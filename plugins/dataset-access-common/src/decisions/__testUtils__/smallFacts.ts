import type {
  AccessFacts,
  CriterionFacts,
  PersonFacts,
  ResourceFacts,
  ResponsibilityFacts,
  RuleFacts,
} from '../AccessFacts';
import { decide, DecisionQuery } from '../decide';
import { DecisionIndex } from '../DecisionIndex';

export const ANA = 'user:default/ana';
export const BEN = 'user:default/ben';
export const SALES = 'group:default/sales';
export const STAFF = 'group:default/staff';
export const ORDERS = 'resource:default/orders';
export const VISITS = 'resource:default/visits';
export const FINANCE = 'domain:default/finance';
export const COMPANY = 'domain:default/company';

/** An ordinary moment: nothing begins or ends then. */
export const NOON = Date.parse('2031-05-12T12:00:00.000Z');

/** An active metadata policy that gives `read` on everything, to nobody. */
export function policy(facts: Partial<RuleFacts> = {}): RuleFacts {
  return {
    id: 'policy',
    origin: 'policy',
    name: 'Some policy',
    type: 'metadata',
    state: 'active',
    privileges: ['read'],
    actors: {},
    resources: [],
    ...facts,
  };
}

export function person(ref: string, ...groups: string[]): PersonFacts {
  return { ref, uid: `uid of ${ref}`, groups };
}

/** A resource without owner, domain, tags, labels and type. */
export function resource(
  ref: string,
  facts: Partial<ResourceFacts> = {},
): ResourceFacts {
  return {
    ref,
    uid: `uid of ${ref}`,
    owners: [],
    domains: [],
    tags: [],
    labels: {},
    ...facts,
  };
}

/** Ana is steward of the orders, from the beginning and without an end. */
export function stewardship(
  facts: Partial<ResponsibilityFacts> = {},
): ResponsibilityFacts {
  return {
    id: 'stewardship',
    role: 'steward',
    subject: ANA,
    resource: ORDERS,
    ...facts,
  };
}

/**
 * Ana is in Sales, which is part of Staff; Ben is in no group. The orders belong to Sales and are in the domain Finance,
 * which is part of Company; nothing is known of the visits.
 */
export const smallFacts = {
  people: [
    person(ANA, SALES),
    person(BEN),
    person(SALES, STAFF),
    person(STAFF),
  ],
  resources: [
    resource(ORDERS, {
      type: 'dataset',
      owners: [SALES],
      domains: [FINANCE],
      tags: ['pii'],
      labels: { Tier: 'Gold' },
    }),
    resource(VISITS),
    resource(FINANCE, { domains: [COMPANY] }),
    resource(COMPANY),
  ],
} satisfies Partial<AccessFacts>;

/** An index of the small facts, with others over them. */
export function smallIndex(
  facts: Partial<AccessFacts>,
  implied?: Record<string, readonly string[]>,
): DecisionIndex {
  return DecisionIndex.of(
    { ...smallFacts, ...facts },
    { implied: privilege => implied?.[privilege] ?? [] },
  );
}

/** Ana asks to read the orders. */
export const anaReads: DecisionQuery = {
  subject: ANA,
  privilege: 'read',
  resource: ORDERS,
  now: NOON,
};

/** The answer to that, or to what is asked instead, where there are the small facts and others over them. */
export function isAllowed(
  facts: Partial<AccessFacts>,
  query: Partial<DecisionQuery> = {},
): boolean {
  return decide(smallIndex(facts), { ...anaReads, ...query }).allowed;
}

export function equals(field: string, ...values: string[]): CriterionFacts {
  return { field, operator: 'equals', values };
}

export function startsWith(field: string, ...values: string[]): CriterionFacts {
  return { field, operator: 'starts-with', values };
}
