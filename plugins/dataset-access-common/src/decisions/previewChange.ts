import type { ResourceFacts, RuleFacts } from './AccessFacts';
import { criteriaOf } from './decide';
import type { DecisionIndex } from './DecisionIndex';
import { usersAmong } from './holdersOf';
import { matchesCriterion } from './matchCriterion';
import { principalsNamed } from './principalsNamed';

/**
 * A change of one policy: what it was and what it would be. Without `before` it is new, without `after` it is removed.
 *
 * @public
 */
export interface RuleChange {
  before?: RuleFacts;
  after?: RuleFacts;
}

/**
 * One privilege that a change gives to somebody or takes from him.
 *
 * @public
 */
export interface AccessDifference {
  /** Canonical ref of a user. */
  subject: string;
  privilege: string;
  /** On how many resources; 0 for a privilege that is not about resources. */
  resources: number;
  /** Refs of some of them. */
  examples: string[];
}

/**
 * @public
 */
export interface ChangePreview {
  gains: AccessDifference[];
  losses: AccessDifference[];
  /** How many users the policy is for. */
  people: number;
  /** How many resources the policy is about today; 0 for a platform policy. */
  resources: number;
  /** False when the change reaches so far that only a part was compared. */
  complete: boolean;
}

const EXAMPLES = 3;

/** What is compared before the preview says that it is not complete; some tenths of a second. */
const COMPARISONS = 400_000;

/**
 * Who gains and who loses what by a change, before it is made (design §6). The change is really made in the index, asked
 * about with the function that enforces, and taken back: nothing can happen in between.
 *
 * Somebody who has a privilege by another way neither gains nor loses it.
 *
 * @param now - in ms since the epoch
 * @public
 */
export function previewChange(
  index: DecisionIndex,
  change: RuleChange,
  now: number,
  comparisons = COMPARISONS,
): ChangePreview {
  const rules = [change.before, change.after].filter(
    rule => rule !== undefined,
  );
  const isPlatform = rules.every(({ type }) => type === 'platform');
  const targets = isPlatform
    ? [undefined]
    : [...index.resources.all()]
        .filter(resource =>
          rules.some(rule =>
            criteriaOf(rule).every(criterion =>
              matchesCriterion(criterion, resource.valuesOf(criterion.field)),
            ),
          ),
        )
        .map(({ facts }) => facts);
  const users = [
    ...usersAmong(index, personsNamed(index, rules, targets, now)),
  ];
  const privileges = [...new Set(rules.flatMap(rule => [...rule.privileges]))];
  const looked = targets.slice(
    0,
    Math.max(1, Math.floor(comparisons / privileges.length)),
  );
  const compared = users.slice(
    0,
    Math.max(1, Math.floor(comparisons / (looked.length * privileges.length))),
  );

  const ask = () =>
    compared.map(user =>
      privileges.map(privilege =>
        looked.map(target => index.check(user, privilege, target?.ref, now)),
      ),
    );
  const isNow = ask();
  const wouldBe = during(index, change, ask);

  const differences = (wanted: boolean) =>
    compared.flatMap((subject, u) =>
      privileges.flatMap((privilege, p) => {
        const changed = looked.filter(
          (_, t) => wouldBe[u][p][t] === wanted && isNow[u][p][t] !== wanted,
        );
        return changed.length > 0
          ? [{ subject, privilege, ...summary(changed) }]
          : [];
      }),
    );
  return {
    gains: differences(true),
    losses: differences(false),
    people: users.length,
    resources: isPlatform ? 0 : targets.length,
    complete:
      compared.length === users.length && looked.length === targets.length,
  };
}

function summary(changed: Array<ResourceFacts | undefined>) {
  // sorted, so that looking again shows the same examples
  const refs = changed.flatMap(one => one?.ref ?? []).sort();
  return { resources: refs.length, examples: refs.slice(0, EXAMPLES) };
}

/** Asks as if a change were made, and leaves the rules as they were, whatever the caller took for them. */
function during<T>(
  index: DecisionIndex,
  { before, after }: RuleChange,
  ask: () => T,
): T {
  const touched = [before, after].filter(rule => rule !== undefined);
  const originals = touched.map(rule => index.rules.get(rule));
  if (before) {
    index.deleteRule(before);
  }
  if (after) {
    index.setRule(after);
  }
  try {
    return ask();
  } finally {
    touched.forEach(rule => index.deleteRule(rule));
    originals.forEach(rule => rule && index.setRule(rule));
  }
}

/** Users, groups and roles whom the change is for; owners and stewards as those of the resources. */
function personsNamed(
  index: DecisionIndex,
  rules: readonly RuleFacts[],
  targets: ReadonlyArray<ResourceFacts | undefined>,
  now: number,
): Set<string> {
  const persons = new Set(
    rules.flatMap(({ actors }) => principalsNamed(actors)),
  );
  const owners = rules.some(({ actors }) => actors.resourceOwners);
  const roles = new Set(
    rules.flatMap(({ actors }) => actors.responsibilities ?? []),
  );
  if (owners || roles.size > 0) {
    for (const target of targets) {
      const indexed = target && index.resources.get(target.ref);
      (owners && target ? target.owners : []).forEach(ref => persons.add(ref));
      (indexed ? index.responsibilitiesOn(indexed, now) : [])
        .filter(({ role }) => roles.has(role))
        .forEach(({ subject }) => persons.add(subject));
    }
  }
  return persons;
}
