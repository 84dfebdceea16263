import type { RuleFacts } from './AccessFacts';
import type { CompiledRule } from './CompiledRule';
import type { DecisionIndex } from './DecisionIndex';
import { appliesTo } from './holdersOf';
import { isPerson } from './PeopleIndex';

/**
 * What is asked: may this subject do this, there, at that moment.
 *
 * @public
 */
export interface DecisionQuery {
  /** Canonical ref of a User or Group. */
  subject: string;
  privilege: string;
  /** Canonical ref. Absent: at all, as for platform privileges. */
  resource?: string;
  /** In ms since the epoch. */
  now: number;
}

/**
 * How the subject comes to be whom a rule names.
 *
 * @public
 */
export type PathRelation =
  | { kind: 'principal' }
  /** Owns the resource, as or through `owner`. */
  | { kind: 'owner'; owner: string }
  /** Holds a stewardship role on the resource, as or through `holder`. */
  | { kind: 'responsibility'; id: string; role: string; holder: string };

/**
 * One reason why the answer is yes.
 *
 * @public
 */
export interface DecisionPath {
  rule: RuleFacts;
  relation: PathRelation;
  /**
   * From the subject to whom the rule names, or to the owner or steward: the subject itself, groups outwards,
   * `role:<id>`, `everyone`, `group-members`.
   */
  chain: string[];
  /** The privilege that the rule names, when the one asked for only follows from it. */
  impliedBy?: string;
  /** In ms since the epoch; absent when the path has no end. */
  until?: number;
}

/**
 * Why the answer is no.
 *
 * @public
 */
export type DenialReason = 'unknown-subject' | 'unknown-resource' | 'no-path';

/**
 * @public
 */
export interface AccessDecision {
  allowed: boolean;
  /** Absent when allowed. */
  reason?: DenialReason;
  /** Every reason why the answer is yes; none when it is no. */
  paths: DecisionPath[];
}

/**
 * Answers with every reason. Whether it is allowed is what {@link DecisionIndex.check} says, the function that enforces
 * (design §6): what is explained is what happens.
 *
 * @public
 */
export function decide(
  index: DecisionIndex,
  query: DecisionQuery,
): AccessDecision {
  const { subject, privilege, resource, now } = query;
  const allowed = index.check(subject, privilege, resource, now);
  if (allowed) {
    return { allowed, paths: [...pathsOf(index, query)] };
  }
  if (!index.people.get(subject)) {
    return { allowed, reason: 'unknown-subject', paths: [] };
  }
  const isUnknown = resource !== undefined && !index.resources.get(resource);
  return {
    allowed,
    reason: isUnknown ? 'unknown-resource' : 'no-path',
    paths: [],
  };
}

function* pathsOf(
  index: DecisionIndex,
  { subject, privilege, resource, now }: DecisionQuery,
): Iterable<DecisionPath> {
  const view = index.view(subject);
  const target =
    resource === undefined ? undefined : index.resources.get(resource);
  if (!view) {
    return;
  }
  const applies = (rule: CompiledRule) =>
    index.privileges.isAmong(privilege, rule.privileges) &&
    appliesTo(rule, target, now);
  const path = (
    { facts }: CompiledRule,
    relation: PathRelation,
    to: string,
    until?: number,
  ): DecisionPath => ({
    rule: facts,
    relation,
    chain: index.people.chain(subject, to),
    impliedBy: impliedBy(index, facts, privilege),
    until: earliest(facts.until, until),
  });

  for (const principal of view.principals) {
    for (const rule of index.rules.givenTo(principal)) {
      if (applies(rule)) {
        yield path(rule, { kind: 'principal' }, principal);
      }
    }
  }
  if (!target) {
    return;
  }
  for (const owner of target.facts.owners.filter(isPerson)) {
    for (const rule of index.rules.rulesOfOwners()) {
      if (view.principals.has(owner) && applies(rule)) {
        yield path(rule, { kind: 'owner', owner }, owner);
      }
    }
  }
  for (const held of index.responsibilitiesOn(target, now)) {
    const { id, role, subject: holder, until } = held;
    for (const rule of index.rules.rulesOfStewards(role)) {
      if (view.principals.has(holder) && applies(rule)) {
        const relation = { kind: 'responsibility', id, role, holder } as const;
        yield path(rule, relation, holder, until);
      }
    }
  }
}

/** The privilege of a rule that another one follows from; `undefined` when the rule names it itself. */
function impliedBy(
  { privileges: table }: DecisionIndex,
  { privileges }: RuleFacts,
  privilege: string,
): string | undefined {
  return privileges.includes(privilege)
    ? undefined
    : privileges.find(one => table.isAmong(privilege, table.pack([one])));
}

function earliest(
  a: number | undefined,
  b: number | undefined,
): number | undefined {
  return a === undefined ? b : Math.min(a, b ?? a);
}

export { criteriaOf } from './CompiledRule';
