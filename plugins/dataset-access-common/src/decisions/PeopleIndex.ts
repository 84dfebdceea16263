import type { PersonFacts, RoleBindingFacts } from './AccessFacts';

/**
 * Everyone who can sign in: what `allUsers` names.
 *
 * @public
 */
export const EVERYONE = 'everyone';

/**
 * Users who belong to at least one group: what `allGroups` names (S2.14).
 *
 * @public
 */
export const GROUP_MEMBERS = 'group-members';

/**
 * How rules name a role among users and groups.
 *
 * @public
 */
export const rolePrincipal = (role: string) => `role:${role}`;

/** Whether a principal is a user or group, as opposed to what these hold. Only they own and answer for something. */
export const isPerson = (principal: string) =>
  principal.startsWith('user:') || principal.startsWith('group:');

/** All that somebody counts as, and what that was found from. */
export interface Principals {
  /** The subject itself, its groups with all groups around them, and their roles. */
  readonly all: ReadonlySet<string>;
  /** These, and the groups that were named and do not exist: when one of them changes, so may the answer. */
  readonly dependsOn: ReadonlySet<string>;
}

/** Who belongs to which groups and holds which roles. */
export class PeopleIndex {
  readonly #people = new Map<string, PersonFacts>();
  readonly #bindings = new Map<string, RoleBindingFacts>();
  readonly #bindingsOf = new Map<string, Set<RoleBindingFacts>>();

  get(ref: string): PersonFacts | undefined {
    return this.#people.get(ref);
  }

  refs(): Iterable<string> {
    return this.#people.keys();
  }

  set(person: PersonFacts): void {
    this.#people.set(person.ref, person);
  }

  delete(ref: string): void {
    this.#people.delete(ref);
  }

  binding(id: string): RoleBindingFacts | undefined {
    return this.#bindings.get(id);
  }

  bindings(): Iterable<RoleBindingFacts> {
    return this.#bindings.values();
  }

  bind(binding: RoleBindingFacts): void {
    this.unbind(binding.id);
    this.#bindings.set(binding.id, binding);
    const others = this.#bindingsOf.get(binding.subject);
    if (others) {
      others.add(binding);
    } else {
      this.#bindingsOf.set(binding.subject, new Set([binding]));
    }
  }

  unbind(id: string): void {
    const binding = this.#bindings.get(id);
    if (binding) {
      this.#bindings.delete(id);
      this.#bindingsOf.get(binding.subject)?.delete(binding);
    }
  }

  /** The bindings of one user or group that count now. */
  rolesOf(subject: string): RoleBindingFacts[] {
    return [...(this.#bindingsOf.get(subject) ?? [])].filter(
      ({ subjectUid }) =>
        subjectUid === undefined ||
        this.#people.get(subject)?.uid === subjectUid,
    );
  }

  /**
   * `undefined` when there is no such user or group. Cycles of groups end. {@link EVERYONE} is what somebody counts as who is
   * signed in and not in the catalog.
   */
  principalsOf(subject: string): Principals | undefined {
    if (!this.#people.has(subject) && subject !== EVERYONE) {
      return undefined;
    }
    const all = new Set(subject === EVERYONE ? [EVERYONE] : []);
    const dependsOn = new Set<string>();
    const waiting = [subject];
    for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
      const isNew = !dependsOn.has(ref);
      dependsOn.add(ref);
      const person = this.#people.get(ref);
      if (isNew && person) {
        all.add(ref);
        waiting.push(...person.groups);
      }
    }
    if (subject.startsWith('user:')) {
      if (all.size > 1) {
        all.add(GROUP_MEMBERS);
      }
      all.add(EVERYONE);
    }
    for (const holder of [...all]) {
      for (const { role } of this.rolesOf(holder)) {
        all.add(rolePrincipal(role));
      }
    }
    all.forEach(principal => dependsOn.add(principal));
    return { all, dependsOn };
  }

  /**
   * How a subject comes to count as a principal, by the shortest way: itself, groups outwards, then what the last of them
   * holds. Empty when it does not.
   */
  chain(subject: string, principal: string): string[] {
    const cameFrom = new Map<string, string | undefined>([
      [subject, undefined],
    ]);
    const waiting = [subject];
    for (let ref = waiting.shift(); ref !== undefined; ref = waiting.shift()) {
      if (ref === principal) {
        return walkBack(cameFrom, ref);
      }
      for (const next of this.#stepsFrom(ref)) {
        if (!cameFrom.has(next)) {
          cameFrom.set(next, ref);
          waiting.push(next);
        }
      }
    }
    return [];
  }

  #stepsFrom(ref: string): string[] {
    const groups = (this.#people.get(ref)?.groups ?? []).filter(group =>
      this.#people.has(group),
    );
    const isUser = ref.startsWith('user:');
    return [
      ...groups,
      ...this.rolesOf(ref).map(({ role }) => rolePrincipal(role)),
      ...(isUser && groups.length > 0 ? [GROUP_MEMBERS] : []),
      ...(isUser ? [EVERYONE] : []),
    ];
  }
}

function walkBack(
  cameFrom: ReadonlyMap<string, string | undefined>,
  end: string,
): string[] {
  const chain: string[] = [];
  for (let ref: string | undefined = end; ref; ref = cameFrom.get(ref)) {
    chain.unshift(ref);
  }
  return chain;
}
