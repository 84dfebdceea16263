import type { RuleFacts } from '../AccessFacts';
import { fitsFilter } from './referenceFilter';
import { closure, exists, Query, Target, World } from './World';

/** How a rule comes to name somebody. */
export type Way =
  | 'user'
  | 'group'
  | 'role'
  | 'everyone'
  | 'group members'
  | 'owner'
  | 'responsibility';

/** What keeps a rule from giving what it is asked for. */
export type Obstacle =
  | 'privilege'
  | 'actor'
  | 'inactive'
  | 'time'
  | 'binding'
  | 'filter';

export type Implied = (privilege: string) => readonly string[];

/** The answer, by looking at every rule. It shares nothing with the engine but the shape of the facts. */
export function referenceAllows(
  world: World,
  implied: Implied,
  query: Query,
): boolean {
  return (
    isKnown(world, query) &&
    world.rules.some(rule => gives(world, implied, rule, query))
  );
}

/** Whether one rule gives what is asked, by somebody and on something that exists. */
export function gives(
  world: World,
  implied: Implied,
  rule: RuleFacts,
  query: Query,
): boolean {
  const [obstacle] = obstacles(world, implied, rule, query);
  return obstacle === undefined;
}

/** Whether there are such a subject and such a resource. */
export function isKnown(world: World, { subject, resource }: Query): boolean {
  return (
    exists(world.people, subject) &&
    (resource === undefined || exists(world.resources, resource))
  );
}

/** Everything that keeps one rule from giving what is asked; nothing when it gives it. */
export function* obstacles(
  world: World,
  implied: Implied,
  rule: RuleFacts,
  query: Query,
): Generator<Obstacle, void> {
  if (rule.state !== 'active') {
    yield 'inactive';
  }
  if (!isInTime(rule, query.now)) {
    yield 'time';
  }
  if (!closure(rule.privileges, implied).includes(query.privilege)) {
    yield 'privilege';
  }
  if (!isIntact(world, rule)) {
    yield 'binding';
  }
  if (!fitsFilter(world, rule, query.resource)) {
    yield 'filter';
  }
  if (waysTo(world, rule, query).length === 0) {
    yield 'actor';
  }
}

/** The ways in which a rule names somebody, on that resource at that moment. */
export function waysTo(world: World, { actors }: RuleFacts, target: Target) {
  const { subject } = target;
  const circle = circleOf(world, subject);
  const isUser = subject.startsWith('user:');
  const isMember = isUser && circle.length > 1;
  const found: Array<Way | false> = [
    share([subject], actors.users) && 'user',
    share(circle, actors.groups) && 'group',
    isUser && actors.allUsers === true && 'everyone',
    isMember && actors.allGroups === true && 'group members',
    actors.roles !== undefined &&
      share(rolesOf(world, circle, isUser, isMember), actors.roles) &&
      'role',
    actors.resourceOwners === true &&
      world.resources.some(
        ({ ref, owners }) => ref === target.resource && share(circle, owners),
      ) &&
      'owner',
    actors.responsibilities !== undefined &&
      share(stewardshipsOf(world, circle, target), actors.responsibilities) &&
      'responsibility',
  ];
  return found.filter(one => one !== false);
}

function rolesOf(
  world: World,
  circle: readonly string[],
  isUser: boolean,
  isMember: boolean,
): string[] {
  const holders = [
    ...circle,
    ...(isUser ? ['everyone'] : []),
    ...(isMember ? ['group-members'] : []),
  ];
  return world.roleBindings
    .filter(one => holders.includes(one.subject))
    .filter(one => hasUid(world.people, one.subject, one.subjectUid))
    .map(one => one.role);
}

function stewardshipsOf(
  world: World,
  circle: readonly string[],
  { resource, now }: Target,
): string[] {
  return world.responsibilities
    .filter(one => one.resource === resource && circle.includes(one.subject))
    .filter(one => hasUid(world.people, one.subject, one.subjectUid))
    .filter(one => hasUid(world.resources, one.resource, one.resourceUid))
    .filter(one => isInTime(one, now))
    .map(one => one.role);
}

/** Somebody with all groups around him; nobody when there is no such person. */
function circleOf(world: World, subject: string): string[] {
  const existing = (refs: readonly string[]) =>
    refs.filter(ref => exists(world.people, ref));
  return closure(existing([subject]), ref =>
    existing(world.people.find(one => one.ref === ref)!.groups),
  );
}

function isIntact(world: World, { boundTo = [] }: RuleFacts): boolean {
  const entities = [...world.people, ...world.resources];
  return boundTo.every(bound =>
    entities.some(({ ref, uid }) => ref === bound.ref && uid === bound.uid),
  );
}

/** Whether that is the entity that was meant: by name, or by its uid when one is given. */
function hasUid(
  entities: ReadonlyArray<{ ref: string; uid?: string }>,
  ref: string,
  wanted: string | undefined,
): boolean {
  return (
    wanted === undefined ||
    entities.some(one => one.ref === ref && one.uid === wanted)
  );
}

function isInTime(
  { from = -Infinity, until = Infinity }: { from?: number; until?: number },
  now: number,
): boolean {
  return from <= now && now < until;
}

function share(some: readonly string[], others: readonly string[] = []) {
  return some.some(one => others.includes(one));
}
