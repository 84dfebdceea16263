import fc from 'fast-check';
import type { RuleFacts } from '../AccessFacts';
import {
  askedFor,
  containers,
  groups,
  implied,
  moments,
  things,
  UNKNOWN_RESOURCE,
  UNKNOWN_USER,
  users,
} from './randomNames';
import { fitsFilter } from './referenceFilter';
import { waysTo } from './referenceModel';
import type { Query, Target, World } from './World';

/** What a rule is an example of: of what may keep it from giving anything, or else of whom it names. */
const kinds = [
  'inactive',
  'time',
  'boundTo',
  'users',
  'groups',
  'roles',
  'everyone',
  'resourceOwners',
  'responsibilities',
] as const;

/** A question that has yet to be put to a world. */
export interface Dice {
  aim: (typeof kinds)[number] | 'anything';
  now: number;
  rule: number;
  privilege: number;
  subject: number;
  resource: number;
}

const dots = fc.nat(1 << 20);
const dice = fc.record<Dice>({
  aim: fc.oneof(fc.constantFrom(...kinds), fc.constant('anything' as const)),
  now: fc.constantFrom(...moments),
  rule: dots,
  privilege: dots,
  subject: dots,
  resource: dots,
});

/** Whom and what each rule of a world names at a moment. */
class Targets {
  readonly world: World;
  readonly #found = new Map<string, Target[]>();

  constructor(world: World) {
    this.world = world;
  }

  of(rule: RuleFacts, now: number): Target[] {
    const key = `${this.world.rules.indexOf(rule)} ${now}`;
    const found = this.#found.get(key) ?? this.#find(rule, now);
    this.#found.set(key, found);
    return found;
  }

  #find(rule: RuleFacts, now: number): Target[] {
    const { people, resources: existing } = this.world;
    return existing
      .map(({ ref }) => ref)
      .filter(resource => fitsFilter(this.world, rule, resource))
      .flatMap(resource =>
        people.map(({ ref: subject }) => ({ subject, resource, now })),
      )
      .filter(target => waysTo(this.world, rule, target).length > 0);
  }
}

/** Up to so many questions, on the average half as many. */
export function manyDice(most: number): fc.Arbitrary<Dice[]> {
  return fc.array(dice, { minLength: 1, maxLength: most, size: 'max' });
}

/**
 * Questions to a world: half of them aimed at a rule, the other half at anything, most of which nobody may do. A question
 * aimed at a rule asks for what it gives, by whom and on what it names, whether the rule is in force or not.
 */
export function queriesOf(world: World, all: readonly Dice[]): Query[] {
  const targets = new Targets(world);
  return all.map(one => aimed(targets, one) ?? anything(one));
}

const subjects = [...users, ...users, ...users, ...groups, UNKNOWN_USER];
const resources = [undefined, ...things, ...containers, UNKNOWN_RESOURCE];

function anything(one: Dice): Query {
  return {
    subject: pick(subjects, one.subject),
    privilege: pick(askedFor, one.privilege),
    resource: pick(resources, one.resource),
    now: one.now,
  };
}

function aimed(targets: Targets, one: Dice): Query | undefined {
  if (one.aim === 'anything') {
    return undefined;
  }
  const { rules } = targets.world;
  const such = rules.filter(rule => kindOf(rule) === one.aim);
  for (const candidates of [such, rules]) {
    for (let attempt = 0; attempt < candidates.length; attempt++) {
      const rule = pick(candidates, one.rule + attempt);
      const found = targets.of(rule, one.now);
      const given = rule.privileges.flatMap(name => [name, ...implied(name)]);
      if (found.length > 0 && given.length > 0) {
        return {
          ...pick(found, one.subject),
          privilege: pick(given, one.privilege),
        };
      }
    }
  }
  return undefined;
}

function kindOf({ state, from, until, boundTo, actors }: RuleFacts) {
  if (state === 'inactive') {
    return 'inactive';
  }
  if (from !== undefined || until !== undefined) {
    return 'time';
  }
  if (boundTo) {
    return 'boundTo';
  }
  const [first] = Object.keys(actors);
  return first === 'allUsers' || first === 'allGroups' ? 'everyone' : first;
}

function pick<T>(from: readonly T[], dot: number): T {
  return from[dot % from.length];
}
