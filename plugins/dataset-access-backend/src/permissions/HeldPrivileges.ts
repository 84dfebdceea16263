import {
  DecisionIndex,
  EVERYONE,
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
        index.people.get(actor.ref) ? actor.ref : EVERYONE,
        privilege,
        resource,
        clock.now().getTime(),
      )
    );
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
