import {
  accessCondition,
  DecisionIndex,
  EVERYONE,
  fitsCondition,
  PrivilegeRegistry,
} from 'backstage-plugin-dataset-access-common';
import type { Actor } from '../actors/Actor';
import type { Clock } from '../clock';

/** Decides on any request, within separation of duties (design §3). */
export const DECIDE_ANY = 'dataset-access.request.decide-any';
export const READ_ANY_REQUEST = 'dataset-access.request.read-any';
export const READ_ANY_GRANT = 'dataset-access.grant.read-any';

/** @see HeldPrivileges */
export interface HeldPrivilegesOptions {
  decisions: { current(): DecisionIndex | undefined };
  privileges: PrivilegeRegistry;
  clock: Clock;
}

/**
 * What a caller may do by policy, role or responsibility. Nobody holds anything while the index is not there to say so.
 * Somebody who is signed in and not in the catalog counts as everyone, and as nobody in particular.
 */
export class HeldPrivileges {
  readonly #options: HeldPrivilegesOptions;

  constructor(options: HeldPrivilegesOptions) {
    this.#options = options;
  }

  /** @param resource - canonical ref; absent: at all */
  by(actor: Actor, privilege: string, resource?: string): boolean {
    const { decisions, clock } = this.#options;
    const index = decisions.current();
    return (
      index !== undefined &&
      actor.kind === 'user' &&
      index.check(
        subjectOf(index, actor.ref),
        privilege,
        resource,
        clock.now().getTime(),
      )
    );
  }

  /**
   * The entities that the caller holds a privilege on, for lists: those that {@link by} says yes for. It looks at every
   * entity there is, but only for callers who hold the privilege on some.
   */
  where(actor: Actor, privilege: string): string[] {
    const { decisions, clock } = this.#options;
    const index = decisions.current();
    if (!index || actor.kind !== 'user') {
      return [];
    }
    const condition = accessCondition(
      index,
      subjectOf(index, actor.ref),
      privilege,
      clock.now().getTime(),
    );
    return condition.anyOf.length > 0
      ? [...index.resources.all()]
          .filter(resource => fitsCondition(condition, resource))
          .map(({ facts }) => facts.ref)
      : [];
  }

  /** The names of all privileges that the caller holds on an entity. */
  on(actor: Actor, resource: string): string[] {
    return this.#options.privileges
      .all()
      .filter(
        ({ type, name }) =>
          type === 'metadata' && this.by(actor, name, resource),
      )
      .map(({ name }) => name);
  }
}

function subjectOf(index: DecisionIndex, user: string): string {
  return index.people.get(user) ? user : EVERYONE;
}
